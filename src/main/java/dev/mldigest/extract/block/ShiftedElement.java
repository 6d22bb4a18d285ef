package dev.mldigest.extract.block;

import dev.mldigest.extract.formula.Tex;
import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Tags;
import dev.mldigest.text.InlineStyle;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Elements set higher or lower than their line: by HTML, by style, or by the name of a class. */
final class ShiftedElement {
  /** Longer ones are small print. */
  private static final int LONGEST = 40;

  /** Scripts of scripts are as deep in formulas; what nests deeper is no sign. */
  private static final int DEEPEST = 8;

  private static final NameList NAMES = NameList.load("marks.txt");
  private static final Set<String> RAISED = NAMES.section("raised");
  private static final Set<String> LOWERED = NAMES.section("lowered");

  /** Bits of the names that set an element higher or lower. */
  static final long SHIFTED = NAMES.bitOf("raised") | NAMES.bitOf("lowered");

  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}\\s|\\s\\p{L}{2,}");

  private ShiftedElement() {}

  static boolean is(Element e) {
    return isRaised(e) || isLowered(e);
  }

  static boolean isRaised(Element e) {
    return e.normalName().equals("sup") || isSet(e, "super", RAISED);
  }

  static boolean isLowered(Element e) {
    return e.normalName().equals("sub") || isSet(e, "sub", LOWERED);
  }

  /** By its own style or by the plain name of a class. */
  private static boolean isSet(Element e, String align, Set<String> names) {
    if (e.attributesSize() == 0) {
      return false;
    }
    return switch (e.normalName()) {
      case "span", "small", "font", "i", "em", "b", "a" -> {
        String style = Attr.value(e, "style");
        yield NameList.names(names, Attr.value(e, "class"))
            || (!style.isEmpty() && align.equals(InlineStyle.shift(style)));
      }
      default -> false;
    };
  }

  /** "sub" is also what some sites call the line below a title. */
  static boolean isSetByName(Element e) {
    return switch (e.normalName()) {
      case "sup", "sub" -> false;
      default -> InlineStyle.shift(e.attr("style")).isEmpty();
    };
  }

  /** Whether a word goes on behind it. */
  static boolean opensWord(Element e) {
    return Character.isLetter(next(e));
  }

  /** The first character of the text behind an element, or 0. */
  static char next(Element e) {
    return e.nextSibling() instanceof TextNode text && !text.getWholeText().isEmpty()
        ? text.getWholeText().charAt(0)
        : 0;
  }

  /** Its text, with what is raised within it again; null if it is no short line of text. */
  static @Nullable String text(Element e) {
    StringBuilder out = new StringBuilder();
    if (!read(e, out, 0)) {
      return null;
    }
    String own = Folding.blanks(out.toString());
    return WORDS.matcher(own).find() ? null : own;
  }

  private static boolean read(Element e, StringBuilder out, int depth) {
    for (Node node : e.childNodes()) {
      boolean read =
          switch (node) {
            case TextNode text -> out.append(text.getWholeText()).length() <= LONGEST;
            case Element inner -> readInner(inner, out, depth);
            default -> true;
          };
      if (!read) {
        return false;
      }
    }
    return true;
  }

  private static boolean readInner(Element inner, StringBuilder out, int depth) {
    String tex = Tex.of(inner);
    if (tex != null) {
      out.append(tex.replace("$", ""));
      return true;
    }
    int from = out.length();
    boolean script = from > 0 && !out.toString().isBlank() && is(inner);
    if (depth > DEEPEST || isNoText(inner) || !read(inner, out, depth + 1)) {
      return false;
    }
    if (script) {
      String own = out.substring(from).strip();
      out.setLength(from);
      out.append(isRaised(inner) ? "^" : "_").append(own.length() > 1 ? "{" + own + "}" : own);
    }
    return out.length() <= LONGEST;
  }

  private static boolean isNoText(Element e) {
    int traits = Tags.traits(e.normalName());
    return (traits & (Tags.IS_BLOCK | Tags.IS_SILENT)) != 0 || e.normalName().equals("br");
  }
}
