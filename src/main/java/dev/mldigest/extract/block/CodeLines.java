package dev.mldigest.extract.block;

import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.ClassWords;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Tells lines of code that nothing but their elements keep apart: in preformatted text whose style
 * sheet sets each on a line, and in an editor of a page, which no element says is code.
 */
final class CodeLines {
  private static final NameList NAMES = NameList.load("marks.txt");
  private static final Set<String> LINE = NAMES.section("code lines");
  private static final Set<String> CODE = NAMES.section("code");

  /** Elements that a highlighter or an editor sets around the lines. */
  private static final int ABOVE = 4;

  private final Outline page;
  private final ByClass named;
  private final Set<Element> lines = Collections.newSetFromMap(new IdentityHashMap<>());

  CodeLines(Outline page) {
    this.page = page;
    this.named =
        ByClass.whether(page, ClassWords.CODE_LINES, names -> isNamed(LINE, page.parts(names)));
  }

  /** Finds the lines of preformatted text; none if it breaks its lines by a character. */
  void open(Element pre) {
    lines.clear();
    List<Element> children = children(pre);
    if (children.size() > 1
        && areAlike(children)
        && children.stream().allMatch(CodeLines::isInline)
        && isSetAsLine(children.getFirst())
        && pre.wholeText().strip().indexOf('\n') < 0
        && pre.selectFirst("br") == null) {
      lines.addAll(children);
    }
  }

  /** Whether a line of the text ends with this element, though no character says so. */
  boolean isLine(Element e) {
    return !lines.isEmpty() && lines.contains(e);
  }

  /** The children of the innermost element that wraps all of it. */
  private static List<Element> children(Element pre) {
    Element holder = pre;
    for (int up = 0; up < ABOVE && holder.childrenSize() == 1 && !hasText(holder); up++) {
      holder = holder.child(0);
    }
    return hasText(holder) ? List.of() : holder.children();
  }

  private static boolean hasText(Element e) {
    for (Node node : e.childNodes()) {
      if (node instanceof TextNode text && !text.isBlank()) {
        return true;
      }
    }
    return false;
  }

  private static boolean areAlike(List<Element> children) {
    String tag = children.getFirst().normalName();
    return children.stream()
        .allMatch(e -> e.normalName().equals(tag) && (isSetAsLine(e) || e.attributesSize() == 0));
  }

  private static boolean isInline(Element e) {
    return switch (e.normalName()) {
      case "span", "code", "a", "b", "i", "mark" -> true;
      default -> false;
    };
  }

  private static boolean isSetAsLine(Element e) {
    String style = e.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return e.hasAttr("data-line")
        || e.hasAttr("data-line-number")
        || style.contains("display:block")
        || style.contains("display:flex")
        || style.contains("display:grid")
        || isNamed(LINE, e)
        || isGrid(e.parent());
  }

  /** Whether the cells of a grid or a column of boxes stand below one another. */
  private static boolean isGrid(@Nullable Element e) {
    String style = e == null ? "" : e.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return style.contains("display:grid") || style.contains("flex-direction:column");
  }

  /** Whether an element holds lines of code, each an element that is called one. */
  boolean areIn(int i) {
    Element e = page.element[i];
    if (page.end[i] == i + 1 || !named.is(i + 1) || !page.tag(i + 1).equals("div") || hasText(e)) {
      return false;
    }
    return e.children().stream().allMatch(CodeLines::isLineOfEditor) && isInCode(e);
  }

  /** A division that is called a line and holds nothing that has lines of its own. */
  private static boolean isLineOfEditor(Element e) {
    return e.normalName().equals("div")
        && isNamed(LINE, e)
        && e.children().stream().noneMatch(child -> Tags.BLOCK.contains(child.normalName()));
  }

  private static boolean isInCode(Element e) {
    Element above = e;
    for (int up = 0; up < ABOVE && above != null; up++) {
      if (isNamed(CODE, above)) {
        return true;
      }
      above = above.parent();
    }
    return isNamed(CODE, e.child(0));
  }

  private static boolean isNamed(Set<String> words, Element e) {
    String names = e.attr("class");
    return !names.isEmpty() && isNamed(words, NameList.parts(names));
  }

  private static boolean isNamed(Set<String> words, List<String> parts) {
    return NameList.first(words, parts) != null;
  }
}
