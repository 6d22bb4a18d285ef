package dev.mldigest.extract.block;

import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.ClassWords;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What parts an inline element from the text around it, so that two numbers that a style sheet sets
 * apart are not read as one: cells of a table made of spans, the halves of a fraction, a note told
 * in the margin, or whatever else is named or styled by itself.
 */
final class InlineGaps {
  enum Kind {
    NONE,
    /** A digit does not go on here. */
    SEAM,
    SPACE,
    /** The lower half of a fraction. */
    BELOW,
    /** Told beside the line, read in brackets. */
    NOTE
  }

  private static final NameList NAMES = NameList.load("marks.txt");
  private static final Set<String> UPPER = NAMES.section("upper");
  private static final Set<String> MARGIN = NAMES.section("margin");
  private static final long BESIDE = NAMES.bitOf("margin");
  private static final long BELOW = NAMES.bitOf("lower");
  private static final Set<String> ROLES =
      Set.of("cell", "gridcell", "columnheader", "rowheader", "row", "listitem", "option");

  private static final Pattern BLOCK =
      Pattern.compile("(?:^|;)display:(?:block|table|flex|grid|list-item)");

  private final Outline page;

  /** Of each element the sections that hold one of its classes. */
  private final ByClass names;

  InlineGaps(Outline page, ByClass names) {
    this.page = page;
    this.names = names;
  }

  static ByClass names(Outline page) {
    return new ByClass(page, ClassWords.SET_APART, NAMES::sectionsOfWhole);
  }

  Kind of(int i) {
    Element e = page.element[i];
    String tag = page.tag(i);
    boolean custom = tag.indexOf('-') > 0;
    if (!custom && (!page.hasAttributes(i) || !isPlain(tag))) {
      return Kind.NONE;
    }
    if ((names.of(i) & BESIDE) != 0 || (custom && NameList.names(MARGIN, tag))) {
      return e.text().isBlank() ? Kind.NONE : Kind.NOTE;
    }
    if (page.says(i, Attr.ROLE | Attr.STYLE)
        && (ROLES.contains(e.attr("role")) || isBlock(e.attr("style")))) {
      return Kind.SPACE;
    }
    if ((names.of(i) & BELOW) != 0 && isBelow(e)) {
      return Kind.BELOW;
    }
    return !hasLetters(i) && isDigitOfMany(e) ? Kind.NONE : Kind.SEAM;
  }

  private static boolean isBelow(Element e) {
    Element before = e.previousElementSibling();
    while (before != null && isSingle(before) && !isUpper(before)) {
      before = before.previousElementSibling();
    }
    return before != null && isUpper(before);
  }

  private static boolean isUpper(Element e) {
    return NameList.names(UPPER, e.attr("class"));
  }

  private static boolean isPlain(String tag) {
    return switch (tag) {
      case "span", "small", "font", "label", "cite", "data", "output" -> true;
      default -> false;
    };
  }

  private static boolean isBlock(String style) {
    String lower = style.length() > 8 ? style.toLowerCase(Locale.ROOT) : "";
    return lower.contains("display") && BLOCK.matcher(lower.replaceAll("\\s", "")).find();
  }

  /** Whether its text has two letters: most have, and are no single digit. */
  private boolean hasLetters(int i) {
    int letters = 0;
    for (int t = page.firstText[i]; t < page.endText[i]; t++) {
      String text = page.texts[t];
      for (int k = 0; k < text.length(); k++) {
        if (Character.isLetterOrDigit(text.charAt(k)) && ++letters > 1) {
          return true;
        }
      }
    }
    return false;
  }

  /** A counter that rolls sets each digit by itself. */
  private static boolean isDigitOfMany(Element e) {
    return isSingle(e)
        && (isLike(e, e.previousElementSibling()) || isLike(e, e.nextElementSibling()));
  }

  private static boolean isLike(Element e, @Nullable Element other) {
    return other != null && other.attr("class").equals(e.attr("class")) && isSingle(other);
  }

  /** Whether its text is one character; most elements show by their first text that it is not. */
  private static boolean isSingle(Element e) {
    Node first = e;
    while (first instanceof Element inner && inner.childNodeSize() > 0) {
      first = inner.childNode(0);
    }
    String text = first instanceof TextNode own ? own.getWholeText() : "";
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i)) && ++letters > 1) {
        return false;
      }
    }
    return e.text().strip().length() == 1;
  }
}
