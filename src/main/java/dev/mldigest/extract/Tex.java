package dev.mldigest.extract;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The TeX source that MathJax, KaTeX and MathML carry beside a drawn formula. It reads the source
 * only; the drawing is left out.
 */
final class Tex {
  private static final int LONGEST = 4000;

  private Tex() {}

  /** A script of MathJax 2: its text is the formula. */
  static boolean isFormula(Element e) {
    return e.normalName().equals("script")
        && e.attr("type").toLowerCase(Locale.ROOT).startsWith("math/tex");
  }

  /** Whether this is, or directly wraps, a formula that is hidden only because it is drawn too. */
  static boolean holdsFormula(Outline page, int i) {
    int stop = Math.min(page.end[i], i + 4);
    for (int j = i; j < stop; j++) {
      if (page.tag(j).equals("math") && of(page.element[j]) != null) {
        return true;
      }
    }
    return false;
  }

  /** The TeX of an element, delimiters included, or null if it is no formula with a source. */
  static @Nullable String of(Element e) {
    return switch (e.normalName()) {
      case "script" -> isFormula(e) ? wrap(e.data(), e.attr("type").contains("display")) : null;
      case "math" -> ofMath(e);
      case "img" -> ofImage(e);
      case "math-renderer" -> ofRenderer(e);
      case "div", "span" -> ofAttribute(e);
      default -> null;
    };
  }

  private static @Nullable String ofMath(Element math) {
    boolean display = math.attr("display").equals("block");
    Element annotation = math.selectFirst("annotation[encoding=application/x-tex]");
    String tex =
        annotation != null
            ? annotation.wholeText()
            : math.hasAttr("alttext") ? math.attr("alttext") : math.attr("data-latex");
    return tex.isBlank() ? null : wrap(tex, display);
  }

  /** WordPress and old wikis: a picture whose alternative text is the source. */
  private static @Nullable String ofImage(Element image) {
    String names = image.className();
    boolean formula = names.contains("latex") || names.equals("tex");
    String tex = image.attr("alt");
    boolean drawn = tex.contains("\\") || image.attr("src").contains("latex");
    return formula && drawn ? wrap(tex, false) : null;
  }

  /** An element of its own name around TeX with its dollars. */
  private static @Nullable String ofRenderer(Element e) {
    String tex = e.wholeText().strip();
    int dollars = tex.startsWith("$$") ? 2 : 1;
    boolean whole = tex.startsWith("$") && tex.endsWith("$") && tex.length() > 2 * dollars;
    return whole ? wrap(tex.substring(dollars, tex.length() - dollars), dollars == 2) : null;
  }

  /** An empty element that a script fills from the TeX in its attribute. */
  private static @Nullable String ofAttribute(Element e) {
    if (!e.attr("class").equals("latex-rendered")) {
      return null;
    }
    String attributes = e.attr("data-attrs");
    return attributes.length() > 4 * LONGEST
        ? null
        : wrap(JsonLd.member(attributes, "persistentExpression"), true);
  }

  /** The drawing that MathJax 2 sets before the script with the formula's source. */
  static boolean isDrawing(Element e) {
    if (e.attributesSize() == 0 || !e.attr("class").startsWith("MathJax")) {
      return false;
    }
    Element after = e.nextElementSibling();
    for (int i = 0; i < 2 && after != null; i++) {
      if (isFormula(after)) {
        return true;
      }
      after = after.nextElementSibling();
    }
    return false;
  }

  private static @Nullable String wrap(String tex, boolean display) {
    String trimmed = tex.strip();
    if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
      return null;
    }
    return display ? "$$" + trimmed + "$$" : "$" + trimmed + "$";
  }
}
