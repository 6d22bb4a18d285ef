package dev.mldigest.extract.formula;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The MathML behind a formula that MathJax 3 and 4 drew as HTML: its elements are those of MathML
 * with a prefix, and each sign is named by the code point in a class. Boxes that only set it go.
 */
final class MathJaxGlyphs {
  private static final Pattern SIGN = Pattern.compile("\\bmjx-c([0-9A-F]{2,6})\\b");

  private static final Pattern CODE = Pattern.compile("[0-9A-Fa-f]{2,6}");

  private MathJaxGlyphs() {}

  /** Whether an element is a formula of MathJax 3 or 4. */
  static boolean is(Element e) {
    return e.normalName().equals("mjx-container");
  }

  /** A {@code math} element; empty where it was drawn otherwise. */
  static Element math(Element container) {
    Element math = new Element("math");
    Element drawn = container.selectFirst("mjx-math");
    Element svg = container.selectFirst("g[data-mml-node=math]");
    if (drawn != null) {
      children(drawn, math);
    } else if (svg != null) {
      drawing(svg, math);
    }
    return math;
  }

  /** The drawing names its parts as MathML does; a raised part stands before a lowered one. */
  private static void drawing(Element from, Element to) {
    for (Element child : from.children()) {
      String name = child.attr("data-mml-node");
      String code = child.attr("data-c");
      switch (name) {
        case "" -> drawing(child, code.isEmpty() ? to : sign(code, to));
        case "mo" -> {
          if (!to.normalName().equals("msqrt") || child.selectFirst("[data-c=221A]") == null) {
            drawing(child, to.appendElement(name));
          }
        }
        case "msubsup" -> swap(child, to.appendElement(name));
        case "TeXAtom", "mstyle", "mpadded" -> drawing(child, to.appendElement("mrow"));
        default -> drawing(child, to.appendElement(name));
      }
    }
  }

  private static void swap(Element from, Element to) {
    drawing(from, to);
    if (to.childrenSize() == 3) {
      to.appendChild(to.child(1));
    }
  }

  private static void children(Element from, Element to) {
    from.children().forEach(child -> copy(child, to));
  }

  private static void copy(Element e, Element to) {
    String name = e.normalName().replaceFirst("^mjx-", "");
    switch (name) {
      case "c" -> sign(e, to);
      case "mi", "mo", "mn", "mtext", "ms", "msup", "mtable", "mtr", "mtd", "mrow" ->
          children(e, to.appendElement(name));
      case "msub" -> children(e, to.appendElement(name));
      case "texatom" -> children(e, to.appendElement("mrow"));
      case "mspace" -> to.appendElement("mspace");
      case "script" -> script(e, to);
      case "mfrac" -> parts(to.appendElement("mfrac"), e, "mjx-num", "mjx-den");
      case "msqrt" -> parts(to.appendElement("msqrt"), e, "mjx-box");
      case "mroot" -> parts(to.appendElement("mroot"), e, "mjx-box", "mjx-root");
      case "munder" -> parts(to.appendElement(name), e, "mjx-base", "mjx-under");
      case "mover" -> parts(to.appendElement(name), e, "mjx-base", "mjx-over");
      case "munderover" -> parts(to.appendElement(name), e, "mjx-base", "mjx-under", "mjx-over");
      case "msubsup" -> children(e, to.appendElement(name));
      case "assistive-mml", "surd", "nstrut", "dstrut", "strut", "line", "spacer" -> {}
      default -> children(e, to);
    }
  }

  /** Each part in a row of its own. */
  private static void parts(Element to, Element from, String... names) {
    for (String name : names) {
      Element part = from.selectFirst(name);
      Element row = to.appendElement("mrow");
      if (part != null) {
        children(part, row);
      }
    }
  }

  /** What is raised stands before what is lowered; MathML has it the other way round. */
  private static void script(Element e, Element to) {
    List<Element> parts =
        e.children().stream().filter(part -> !part.normalName().equals("mjx-spacer")).toList();
    for (Element part : parts.reversed()) {
      copy(part, to.appendElement("mrow"));
    }
  }

  /** Letters of formulas are characters of their own; TeX writes the plain ones. */
  private static void sign(Element e, Element to) {
    Matcher sign = SIGN.matcher(e.className());
    if (sign.find()) {
      sign(sign.group(1), to);
    }
  }

  /**
   * @param code of a character in hexadecimal
   */
  private static Element sign(String code, Element to) {
    int c = CODE.matcher(code).matches() ? Integer.parseInt(code, 16) : 0;
    String plain = c > 0 && Character.isValidCodePoint(c) ? Character.toString(c) : "";
    return to.appendText(Normalizer.normalize(plain, Normalizer.Form.NFKC));
  }
}
