package dev.mldigest.extract.paper;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.block.Blocks;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
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

  /** Longer ones hold more than a name: an affiliation, an address, a note. */
  private static final int LONGEST_NAME = 60;

  private final Element paper;
  private final List<String> authors;

  private LatexMl(Element paper) {
    this.paper = paper;
    this.authors = authorsOf(paper);
  }

  /**
   * The paper in a page, its markup rewritten ({@link LatexMlMarkup}), so that the page must be
   * laid out anew; null if LaTeXML did not make the page.
   */
  public static @Nullable LatexMl of(Outline page) {
    Element found = page.latexMl ? page.element[0].selectFirst("." + Outline.LATEX_ML) : null;
    if (found == null) {
      return null;
    }
    LatexMl paper = new LatexMl(found);
    LatexMlMarkup.rewrite(found);
    return paper;
  }

  /** The authors' names without their affiliations, which follow on lines of their own. */
  public List<String> authors() {
    return authors;
  }

  /**
   * All blocks of the page, those of the paper kept.
   *
   * @param page the outline of what was rewritten, pruned
   */
  public List<Block> read(Outline page) {
    int from = page.indexOf(paper);
    mark(page, from);
    return Blocks.within(page, from);
  }

  private static void mark(Outline page, int from) {
    for (int i = from; i < page.end[from]; i++) {
      Drop known = dropOf(page.element[i]);
      // What was taken for furniture by its name has that name from LaTeX.
      boolean named = page.drop[i] == Drop.CHROME || page.drop[i] == Drop.COMMENTS;
      if (known != null && page.drop[i] == null) {
        page.drop(i, known);
      } else if (named && !page.tag(i).equals("nav") && !page.tag(i).equals("footer")) {
        page.drop(i, known);
      }
    }
  }

  private static @Nullable Drop dropOf(Element e) {
    if (!e.attr("class").contains(LatexMlMarkup.PREFIX)) {
      return null;
    }
    for (String name : e.classNames()) {
      String plain =
          name.startsWith(LatexMlMarkup.PREFIX)
              ? name.substring(LatexMlMarkup.PREFIX.length()).toLowerCase(Locale.ROOT)
              : "";
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

  private static List<String> authorsOf(Element paper) {
    List<String> names = new ArrayList<>();
    for (Element person : paper.select(".ltx_creator .ltx_personname")) {
      String name = Folding.blanks(firstLine(person));
      if (!name.isEmpty() && name.length() <= LONGEST_NAME) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /** Up to the first break, without marks of notes and without formulas. */
  private static String firstLine(Element person) {
    StringBuilder name = new StringBuilder();
    for (Node node : person.childNodes()) {
      if (node instanceof TextNode text) {
        name.append(text.text());
      } else if (node instanceof Element e) {
        if (e.normalName().equals("br")) {
          break;
        }
        name.append(e.is("sup, .ltx_note, math, .ltx_Math") ? "" : e.text());
      }
    }
    return name.toString();
  }
}
