package dev.mldigest.extract.block;

import dev.mldigest.extract.page.NameList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
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
  private static final Set<String> LOWER = NAMES.section("lower");
  private static final Set<String> MARGIN = NAMES.section("margin");
  private static final Set<String> ROLES =
      Set.of("cell", "gridcell", "columnheader", "rowheader", "row", "listitem", "option");

  private static final Pattern BLOCK =
      Pattern.compile("(?:^|;)display:(?:block|table|flex|grid|list-item)");

  private InlineGaps() {}

  static Kind of(Element e) {
    String tag = e.normalName();
    boolean custom = tag.indexOf('-') > 0;
    if (!custom && (e.attributesSize() == 0 || !isPlain(tag))) {
      return Kind.NONE;
    }
    String names = e.attr("class");
    if (NameList.names(MARGIN, custom ? tag + " " + names : names)) {
      return e.text().isBlank() ? Kind.NONE : Kind.NOTE;
    }
    if (ROLES.contains(e.attr("role")) || isBlock(e.attr("style"))) {
      return Kind.SPACE;
    }
    Element before = e.previousElementSibling();
    while (before != null && before.text().strip().length() == 1 && !isUpper(before)) {
      before = before.previousElementSibling();
    }
    if (before != null && NameList.names(LOWER, names) && isUpper(before)) {
      return Kind.BELOW;
    }
    return isDigitOfMany(e) ? Kind.NONE : Kind.SEAM;
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
    return style.length() > 8
        && BLOCK.matcher(style.toLowerCase(Locale.ROOT).replaceAll("\\s", "")).find();
  }

  /** A counter that rolls sets each digit by itself. */
  private static boolean isDigitOfMany(Element e) {
    return e.text().strip().length() == 1
        && (isLike(e, e.previousElementSibling()) || isLike(e, e.nextElementSibling()));
  }

  private static boolean isLike(Element e, @Nullable Element other) {
    return other != null
        && other.attr("class").equals(e.attr("class"))
        && other.text().strip().length() == 1;
  }
}
