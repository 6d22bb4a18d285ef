package dev.mldigest.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an inline style makes of the text of its element, as far as that changes what is read:
 * whether it stands above its line or below (CSS 2.2 section 10.8.1, CSS Positioned Layout), and
 * whether it is struck out (CSS Text Decoration section 2.1). Names and values of CSS are
 * case-insensitive.
 */
public final class InlineStyle {
  private static final Pattern ALIGNED =
      Pattern.compile(
          "(?:^|;)vertical-align:(super|sub|text-top|top|text-bottom|bottom|-?[\\d.]+(?:em|ex|px|pt|rem|%))");

  private static final Pattern MOVED =
      Pattern.compile("(?:^|;)(top|bottom):(-?)[\\d.]+(?:em|ex|px|pt|rem|%)");
  private static final Pattern SMALL =
      Pattern.compile("(?:^|;)font-size:(?:x-|xx-)?(?:small|[\\d.])");

  private InlineStyle() {}

  /** Whether a line is drawn through the text. */
  public static boolean strikes(String style) {
    String lower = style.toLowerCase(Locale.ROOT);
    int line = lower.indexOf("line-through");
    return line > 0 && lower.lastIndexOf("text-decoration", line) >= 0;
  }

  /** "super" or "sub" where the text is set by name, by a length, or small at an edge; else "". */
  public static String shift(String style) {
    if (style.isEmpty() || style.length() > 400) {
      return "";
    }
    String lower = style.toLowerCase(Locale.ROOT);
    if (!lower.contains("vertical-align") && !lower.contains("position")) {
      return "";
    }
    String plain = lower.replaceAll("\\s", "");
    Matcher aligned = ALIGNED.matcher(plain);
    if (aligned.find()) {
      return side(aligned.group(1), SMALL.matcher(plain).find());
    }
    Matcher moved = MOVED.matcher(plain);
    if (!plain.contains("position:relative") || !SMALL.matcher(plain).find() || !moved.find()) {
      return "";
    }
    boolean up = moved.group(1).equals("top") == moved.group(2).equals("-");
    return up ? "super" : "sub";
  }

  private static String side(String value, boolean small) {
    return switch (value) {
      case "super", "sub" -> value;
      case "top", "text-top" -> small ? "super" : "";
      case "bottom", "text-bottom" -> small ? "sub" : "";
      default -> value.matches("-?[0.]+[a-z%]+") ? "" : value.startsWith("-") ? "sub" : "super";
    };
  }
}
