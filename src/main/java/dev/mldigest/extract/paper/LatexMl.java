package dev.mldigest.extract.paper;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.block.BlockReader;
import dev.mldigest.extract.page.Bylines;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.LatexMlMarkup;
import dev.mldigest.extract.page.Metadata;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads papers that LaTeXML made of LaTeX: its class names say what each part is, so nothing has to
 * be guessed. Footnotes, bibliography and the numbers of equations are left out; its own way of
 * writing formulas, tables and code is {@link LatexMlMarkup}'s.
 */
public final class LatexMl {
  private static final NameList CLASSES = NameList.load("latexml.txt");
  private static final Set<String> NOTES = CLASSES.section("notes");
  private static final Set<String> METADATA = CLASSES.section("metadata");
  private static final Set<String> FRAME = CLASSES.section("frame");
  public static final String PREFIX = "ltx_";

  /** The class of the element around a paper. */
  public static final String DOCUMENT = PREFIX + "document";

  private static final int LONGEST_NAME = 60;

  private LatexMl() {}

  /** The element that holds the paper, or null if LaTeXML did not make this page. */
  static @Nullable public Element find(Page page) {
    return page.latexMl() ? page.document().selectFirst("." + DOCUMENT) : null;
  }

  /** All blocks of the page, those of the paper kept. */
  public static List<Block> read(Outline page, Element paper) {
    int from = page.indexOf(paper);
    mark(page, from);
    List<Block> blocks = BlockReader.readAll(page);
    for (Block block : blocks) {
      block.inBody = block.container >= from && block.container < page.end[from];
      block.drop = block.inBody ? block.furniture : Drop.OUTSIDE;
    }
    return blocks;
  }

  private static void mark(Outline page, int from) {
    for (int i = from; i < page.end[from]; i++) {
      Drop known = dropOf(page.element[i]);
      // What was taken for furniture by its name has that name from LaTeX.
      boolean named = page.drop[i] == Drop.CHROME || page.drop[i] == Drop.COMMENTS;
      if (known != null && page.drop[i] == null) {
        page.drop(i, known);
      } else if (named && !page.tag(i).equals("nav") && !page.tag(i).equals("footer")) {
        page.drop[i] = known;
      }
    }
  }

  private static @Nullable Drop dropOf(Element e) {
    if (!e.attr("class").contains(PREFIX)) {
      return null;
    }
    for (String name : e.classNames()) {
      String plain =
          name.startsWith(PREFIX) ? name.substring(PREFIX.length()).toLowerCase(Locale.ROOT) : "";
      if (NOTES.contains(plain)) {
        return Drop.NOTES;
      }
      if (METADATA.contains(plain)) {
        return Drop.METADATA;
      }
      if (FRAME.contains(plain)) {
        return Drop.CHROME;
      }
    }
    return null;
  }

  /** The authors' names without their affiliations, which follow on lines of their own. */
  static @Nullable public String byline(Element paper) {
    List<String> names = new ArrayList<>();
    for (Element person : paper.select(".ltx_creator .ltx_personname")) {
      StringBuilder name = new StringBuilder();
      for (var node : person.childNodes()) {
        if (node instanceof Element e && e.normalName().equals("br")) {
          break;
        }
        boolean mark = node instanceof Element e && e.is("sup, .ltx_note, math, .ltx_Math");
        name.append(node instanceof org.jsoup.nodes.TextNode t ? t.text() : "");
        name.append(!mark && node instanceof Element e ? e.text() : "");
      }
      String plain = Metadata.fold(name.toString());
      if (!plain.isEmpty() && plain.length() <= LONGEST_NAME) {
        names.add(plain);
      }
    }
    return Bylines.of(names);
  }
}
