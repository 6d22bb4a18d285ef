package dev.mldigest.extract.formula;

import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.LenientJson;
import dev.mldigest.extract.page.Outline;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of a page as TeX: from the source that MathJax, KaTeX and MathML carry beside a
 * drawing, in an attribute or in place of a picture; a formula of MathML without any is written
 * anew ({@link MathMl}). The drawing is left out.
 */
public final class Tex {
  /** What stands for a formula that nobody would read. */
  private static final String ENDLESS = "$…$";

  /** Attributes in which scripts that draw formulas keep their source. */
  private static final List<String> SOURCES =
      List.of(
          "data-math",
          "data-tex",
          "data-latex",
          "data-katex",
          "data-formula",
          "data-equation",
          "data-value");

  private static final Pattern NAMED = Pattern.compile("(?i)math|katex|latex|tex|formula|equation");

  /** A command, or a script of more than one sign: no sentence holds either. */
  private static final Pattern WRITTEN = Pattern.compile("\\\\[A-Za-z]{2,}|[_^]\\{");

  /** A backslash or a brace in an address. */
  private static final Pattern MAY_BE_TEX = Pattern.compile("[\\\\{]|%5[cC]|%7[bB]");

  private static final Pattern PARAMETER =
      Pattern.compile("^(?:math|tex|latex|chl|eq|formula|from|q)=");

  /** A path of Windows has backslashes too. */
  private static final Pattern PATH = Pattern.compile("[A-Za-z]:\\\\");

  private static final Pattern POWER = Pattern.compile("[\\p{Alnum})]\\^[\\p{Alnum}({-]");
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)*");

  private Tex() {}

  /** A script of MathJax 2: its text is the formula, in TeX or as MathML. */
  static boolean isFormula(Element e) {
    return e.normalName().equals("script")
        && e.attr("type").toLowerCase(Locale.ROOT).startsWith("math/");
  }

  /** Whether this is, or directly wraps, a formula that is hidden only because it is drawn too. */
  public static boolean holdsFormula(Outline page, int i) {
    int stop = Math.min(page.end[i], i + 4);
    for (int j = i; j < stop; j++) {
      if (isMath(page.element[j]) && of(page.element[j]) != null) {
        return true;
      }
    }
    return false;
  }

  /** The TeX of an element, delimiters included, or null if it is no formula with a source. */
  static @Nullable public String of(Element e) {
    return switch (e.normalName()) {
      case "script" -> isFormula(e) ? ofScript(e) : null;
      case "math", "mml:math", "m:math" -> ofMath(e);
      case "img" -> ofImage(e);
      case "math-renderer" -> ofRenderer(e);
      case "mjx-container" -> ofMathJax(e);
      case "div", "span" -> KatexGlyphs.is(e) ? ofKatex(e) : ofAttribute(e);
      default -> null;
    };
  }

  /** The same of an element of a page: most have no attribute that could hold a formula. */
  static @Nullable public String of(Outline page, int i) {
    Element e = page.element[i];
    return switch (page.tag(i)) {
      case "div", "span" ->
          !page.hasAttributes(i)
              ? null
              : page.says(i, Attr.FORMULA) ? of(e) : isKatex(page, i) ? ofKatex(e) : null;
      case "script", "math", "mml:math", "m:math", "img", "math-renderer", "mjx-container" -> of(e);
      default -> null;
    };
  }

  private static boolean isKatex(Outline page, int i) {
    return page.names[i].contains("katex") && KatexGlyphs.is(page.element[i]);
  }

  static boolean isMath(Element e) {
    return e.normalName().endsWith("math") && MathMl.name(e).equals("math");
  }

  private static @Nullable String ofScript(Element script) {
    String type = script.attr("type").toLowerCase(Locale.ROOT);
    if (type.startsWith("math/mml")) {
      return ofMarkup(script.data());
    }
    return type.startsWith("math/tex") ? wrap(script.data(), type.contains("display")) : null;
  }

  private static @Nullable String ofMarkup(String mathMl) {
    Element math = Jsoup.parseBodyFragment(bounded(mathMl)).selectFirst("math");
    return math == null ? null : ofMath(math);
  }

  private static String bounded(String markup) {
    return markup.length() > 10 * TexSpans.LONGEST ? "" : markup;
  }

  private static @Nullable String ofMath(Element math) {
    boolean display = math.attr("display").equals("block");
    Element annotation = annotation(math);
    String source =
        annotation != null
            ? annotation.wholeText()
            : math.hasAttr("alttext") ? math.attr("alttext") : math.attr("data-latex");
    String tex = source.isBlank() ? MathMl.tex(math) : source.strip();
    if (source.isBlank() && NUMBER.matcher(tex).matches()) {
      return tex;
    }
    return tex.length() > TexSpans.LONGEST ? ENDLESS : wrap(tex, display);
  }

  private static @Nullable Element annotation(Element math) {
    for (Element e : math.getAllElements()) {
      if (MathMl.name(e).equals("annotation")
          && e.attr("encoding").toLowerCase(Locale.ROOT).contains("tex")) {
        return e;
      }
    }
    return null;
  }

  /** MathJax 3 and 4: the MathML for listeners, the source, or the drawing itself. */
  private static @Nullable String ofMathJax(Element e) {
    boolean display = e.attr("display").equals("true");
    Element math = e.selectFirst("mjx-assistive-mml math");
    if (math != null) {
      return ofMath(math);
    }
    String source = e.attr("data-latex");
    return wrap(source.isBlank() ? MathMl.tex(MathJaxGlyphs.math(e)) : source, display);
  }

  private static @Nullable String ofKatex(Element e) {
    Element above = e.parent();
    boolean display = above != null && above.hasClass("katex-display");
    return wrap(MathMl.tex(KatexGlyphs.math(e)), display);
  }

  /** WordPress and old wikis: a picture whose alternative text is the source. */
  private static @Nullable String ofImage(Element image) {
    String names = image.className();
    boolean formula = names.contains("latex") || names.equals("tex");
    String tex = image.attr("alt").strip();
    boolean drawn = tex.contains("\\") || image.attr("src").contains("latex");
    if (formula && drawn) {
      return wrap(tex, false);
    }
    String asked = tex.isEmpty() || !isTex(tex) ? ofService(image.attr("src")) : "";
    if (!asked.isEmpty() && !isDrawnAgain(image)) {
      return ofDollars(asked);
    }
    boolean told =
        isTex(tex) || (isPower(tex) && (NAMED.matcher(names).find() || tex.indexOf('=') > 0));
    return told && !isDrawnAgain(image) ? ofDollars(tex) : null;
  }

  /** A service that draws formulas is asked for one in the address: the source is read there. */
  private static String ofService(String src) {
    int at = src.length() > 4 * TexSpans.LONGEST || src.startsWith("data:") ? -1 : src.indexOf('%');
    if (at < 0 || !MAY_BE_TEX.matcher(src).find()) {
      return "";
    }
    for (String part : src.split("[?&/]")) {
      String value = PARAMETER.matcher(part).replaceFirst("");
      String tex = decoded(value.replace("+", "%20"));
      if (isTex(tex)) {
        return tex.strip();
      }
    }
    return "";
  }

  private static String decoded(String percent) {
    try {
      return URLDecoder.decode(percent, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // a percent sign that escapes nothing
    }
  }

  private static boolean isTex(String text) {
    return text.length() < TexSpans.LONGEST
        && (text.indexOf('\\') >= 0 || text.indexOf('{') > 0)
        && WRITTEN.matcher(text).find()
        && !PATH.matcher(text).find();
  }

  /** A power, and no word of a sentence. */
  private static boolean isPower(String text) {
    return text.length() < 60
        && text.indexOf('^') > 0
        && POWER.matcher(text).find()
        && !WORD.matcher(text).find();
  }

  /** Wikis set a picture behind the MathML of the same formula. */
  private static boolean isDrawnAgain(Element image) {
    Element before = image.previousElementSibling();
    return before != null && (isMath(before) || before.children().stream().anyMatch(Tex::isMath));
  }

  private static @Nullable String ofDollars(String tex) {
    List<TexSpans.Span> spans = TexSpans.of(tex);
    boolean whole =
        spans.size() == 1 && spans.getFirst().from() == 0 && spans.getFirst().to() == tex.length();
    return whole ? spans.getFirst().tex() : wrap(tex, false);
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
    if (e.attributesSize() == 0) {
      return null;
    }
    if (!e.attr("class").equals("latex-rendered")) {
      String mathMl = e.attr("data-mathml");
      return mathMl.isEmpty() ? ofSource(e) : ofMarkup(mathMl);
    }
    String attributes = e.attr("data-attrs");
    return attributes.length() > 4 * TexSpans.LONGEST
        ? null
        : wrap(LenientJson.member(attributes, "persistentExpression"), true);
  }

  /** A name that says so, or signs that only TeX has: {@code data-math="true"} is no formula. */
  private static @Nullable String ofSource(Element e) {
    for (String name : SOURCES) {
      String tex = e.attr(name);
      if (!tex.isBlank() && (isTex(tex) || NAMED.matcher(e.className()).find())) {
        return switch (tex.strip()) {
          case "true", "false", "1", "0", "inline", "block", "display" -> null;
          default -> wrap(tex, e.normalName().equals("div") || e.className().contains("display"));
        };
      }
    }
    return null;
  }

  /** The drawing that MathJax 2 sets before the script with the formula's source. */
  public static boolean isDrawing(Element e) {
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
    if (trimmed.isEmpty() || trimmed.length() > TexSpans.LONGEST) {
      return null;
    }
    return display ? "$$" + trimmed + "$$" : "$" + trimmed + "$";
  }
}
