package dev.mldigest.extract.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The MathML behind a formula that KaTeX drew as HTML without its source: what stands above one
 * another is set by heights, which tell an exponent from an index and a numerator from a
 * denominator.
 */
final class KatexGlyphs {
  private static final Pattern TOP = Pattern.compile("top:\\s*(-?[0-9]*\\.?[0-9]+)em");

  /** In em: an exponent is set above, an index below (KaTeX, buildHTML of supsub). */
  private static final double RAISED = -2.7;

  private KatexGlyphs() {}

  /** Whether an element is a formula of KaTeX whose source was left out. */
  static boolean is(Element e) {
    return e.hasClass("katex")
        && e.selectFirst("> .katex-html") != null
        && e.selectFirst("math, annotation") == null;
  }

  static Element math(Element katex) {
    Element math = new Element("math");
    children(katex, math);
    return math;
  }

  private static void children(Element from, Element to) {
    for (Node node : from.childNodes()) {
      if (node instanceof TextNode text) {
        sign(text.getWholeText(), to);
      } else if (node instanceof Element e) {
        element(e, to);
      }
    }
  }

  private static void sign(String text, Element to) {
    String plain = text.replace("\u200b", "").strip();
    if (!plain.isEmpty()) {
      to.appendElement(Character.isDigit(plain.charAt(0)) ? "mn" : "mi").text(plain);
    }
  }

  private static void element(Element e, Element to) {
    if (e.hasClass("msupsub")) {
      scripts(e, to);
    } else if (e.hasClass("mfrac")) {
      List<Element> rows = rows(e);
      Element fraction = to.appendElement("mfrac");
      children(rows.isEmpty() ? e : rows.getLast(), fraction.appendElement("mrow"));
      children(rows.isEmpty() ? e : rows.getFirst(), fraction.appendElement("mrow"));
    } else if (e.hasClass("sqrt")) {
      List<Element> rows = rows(e);
      children(rows.isEmpty() ? e : rows.getFirst(), to.appendElement("msqrt"));
    } else if (e.hasClass("text")) {
      to.appendElement("mtext").text(e.text());
    } else if (!e.hasClass("strut") && !e.hasClass("pstrut") && !e.hasClass("vlist-s")) {
      children(e, to);
    }
  }

  /** Takes the last sign before as the base. */
  private static void scripts(Element e, Element to) {
    List<Element> rows = rows(e);
    Element base = to.lastElementChild();
    if (base == null || rows.isEmpty()) {
      children(e, to);
      return;
    }
    boolean both = rows.size() > 1;
    boolean raised = top(rows.getFirst()) < RAISED;
    Element script = to.appendElement(both ? "msubsup" : raised ? "msup" : "msub");
    script.appendChild(base);
    rows.forEach(row -> children(row, script.appendElement("mrow")));
  }

  /** What stands above one another, from below; lines are left out. */
  private static List<Element> rows(Element e) {
    List<Element> rows = new ArrayList<>();
    Element list = e.selectFirst(".vlist");
    if (list != null) {
      for (Element row : list.children()) {
        if (row.hasText() && !row.text().equals("\u200b")) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static double top(Element row) {
    Matcher top = TOP.matcher(row.attr("style"));
    return top.find() ? Double.parseDouble(top.group(1)) : RAISED;
  }
}
