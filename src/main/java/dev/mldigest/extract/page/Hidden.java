package dev.mldigest.extract.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Tells text that a reader of the page cannot see from its own attributes, inline style and the
 * class names of frameworks ({@link HiddenClasses}): the place where instructions to language
 * models are planted. Style sheets are left out.
 */
public final class Hidden {
  private enum Look {
    SEEN,
    HIDDEN,
    WHITE
  }

  /** Styles recur: each is read once. */
  private final Map<String, Look> looks = new HashMap<>();

  // Each alternative is anchored on a literal and has no nested repetition: linear.
  private static final Pattern STYLE =
      Pattern.compile(
          "(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden"
              + "|opacity:0?\\.?0*[1-4]?(?:%|!|;|$)"
              + "|font-size:(?:0|1(?:\\.\\d*)?px|0?\\.\\d+(?:px|pt|em|rem)?|0(?:px|pt|em|rem|%)|\\d(?:\\.\\d*)?%)(?:!|;|$)"
              + "|(?:max-)?(?:height|width):(?:0|1px|0px)(?:!|;|$)|color:transparent"
              + "|(?:left|top|right|bottom|text-indent|margin-left|margin-top):-\\d{3,}"
              + "|transform:(?:scale\\(0\\)|translate[xy]?\\(-\\d{3,})"
              + "|clip:rect\\((?:0|1px)|clip-path:inset\\((?:50|100)%)");

  private static final Pattern WHITE = white("color");
  private static final Pattern WHITE_BACKGROUND = white("background(?:-color)?");

  private static Pattern white(String property) {
    return Pattern.compile(
        "(?:^|;)"
            + property
            + ":(?:white|#fff(?:f{3})?(?:ff)?|#fefefe|rgba?\\(255,255,255(?:,[\\d.]+)?\\)|hsl\\(0,0%,100%\\))(?:!|;|$)");
  }

  public boolean hides(Element e) {
    return e.attributesSize() > 0
        && (Attr.value(e, "aria-hidden").equalsIgnoreCase("true") || hidesFromSight(e));
  }

  /** What is hidden only from those who listen to a page is in plain sight of the others. */
  public boolean hidesFromSight(Element e) {
    if (e.attributesSize() == 0) {
      return false;
    }
    if (e.attributes().hasKey("hidden") && !e.attr("hidden").equalsIgnoreCase("until-found")) {
      return true;
    }
    return hidesByStyle(Attr.value(e, "style"), e);
  }

  /** By a class that frameworks hide with, unless another one shows the element in some state. */
  public static boolean hidesByClass(String names) {
    return !names.isEmpty() && HiddenClasses.hide(names);
  }

  private boolean hidesByStyle(String style, Element e) {
    return !style.isEmpty()
        && switch (looks.computeIfAbsent(style, Hidden::look)) {
          case SEEN -> false;
          case HIDDEN -> true;
          case WHITE -> !coloured(plain(style), e);
        };
  }

  private static Look look(String style) {
    String plain = plain(style);
    boolean white = plain.contains("color:") && WHITE.matcher(plain).find();
    return STYLE.matcher(plain).find() || (white && WHITE_BACKGROUND.matcher(plain).find())
        ? Look.HIDDEN
        : white ? Look.WHITE : Look.SEEN;
  }

  /** Whether something near gives the background a colour that white text can be read on. */
  private static boolean coloured(String style, Element e) {
    if (style.contains("background")) {
      return true;
    }
    if (e.normalName().equals("pre")) {
      return true; // as within it
    }
    Element above = e.parent();
    for (int i = 0; i < 6 && above != null; i++) {
      String plain = plain(above.attr("style"));
      if (plain.contains("background") || !above.attr("bgcolor").isEmpty()) {
        return !WHITE_BACKGROUND.matcher(plain).find();
      }
      // A highlighter sets white letters for a dark sheet, whose colour is in the style sheet.
      if (above.normalName().equals("pre")) {
        return true;
      }
      above = above.parent();
    }
    return false;
  }

  private static String plain(String style) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < Math.min(style.length(), 2000); i++) {
      if (!Character.isWhitespace(style.charAt(i))) {
        plain.append(style.charAt(i));
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
