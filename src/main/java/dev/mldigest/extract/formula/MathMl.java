package dev.mldigest.extract.formula;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A formula of MathML that carries no source, written as TeX, so that a fraction stays a fraction
 * and an exponent an exponent. Elements by MathML Core and chapter 3 of MathML 3; signs stay the
 * characters that they are. The tree is as deep as a page may be, and a formula beyond a length is
 * cut short, so that no formula costs more than its own size.
 */
final class MathMl {
  /** Names that TeX sets upright and has commands for. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det",
          "dim", "exp", "gcd", "hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log",
          "max", "min", "sec", "sin", "sinh", "sup", "tan", "tanh");

  private final StringBuilder out = new StringBuilder();

  private MathMl() {}

  /** The name of an element without the prefix that XML gave it. */
  static String name(Element e) {
    String name = e.normalName();
    return name.substring(name.indexOf(':') + 1);
  }

  /** TeX without its delimiters; empty if nothing is drawn. */
  static String tex(Element math) {
    MathMl writer = new MathMl();
    writer.children(math);
    return writer.out.toString().strip();
  }

  private void write(Node node) {
    if (out.length() > TexSpans.LONGEST) {
      return;
    }
    if (node instanceof TextNode text) {
      sign(text.getWholeText());
    } else if (node instanceof Element e) {
      element(e, e.children());
    }
  }

  private void element(Element e, List<Element> parts) {
    int n = parts.size();
    switch (name(e)) {
      case "annotation", "annotation-xml", "mphantom", "mprescripts", "none", "maligngroup" -> {}
      case "semantics", "maction" -> {
        if (n > 0) {
          write(parts.getFirst());
        }
      }
      case "mi" -> identifier(e.text().strip());
      case "mtext", "ms" -> text(e.text());
      case "mspace" -> append(" ");
      case "mfrac" -> fraction(e, parts);
      case "msqrt" -> {
        append("\\sqrt");
        group(e);
      }
      case "mroot" -> root(parts);
      case "msup" -> scripts(parts, "^");
      case "mover" -> over(parts);
      case "msub", "munder" -> scripts(parts, "_");
      case "msubsup", "munderover" -> scripts(parts, "_^");
      case "mmultiscripts" -> multiscripts(parts);
      case "mfenced" -> fenced(e, parts);
      case "mtable" -> table(parts);
      default -> children(e);
    }
  }

  private void children(Element e) {
    e.childNodes().forEach(this::write);
  }

  private void group(Node node) {
    out.append('{');
    int from = out.length();
    if (node instanceof Element e && name(e).equals("msqrt")) {
      children(e);
    } else {
      write(node);
    }
    out.replace(from, out.length(), out.substring(from).strip());
    out.append('}');
  }

  private void fraction(Element e, List<Element> parts) {
    if (parts.size() != 2) {
      children(e);
      return;
    }
    boolean bar = !e.attr("linethickness").strip().matches("0(?:\\.0*)?[a-z%]*");
    append(bar ? "\\frac" : "\\binom");
    group(parts.get(0));
    group(parts.get(1));
  }

  private void root(List<Element> parts) {
    append("\\sqrt");
    if (parts.size() > 1) {
      out.append('[');
      write(parts.get(1));
      out.append(']');
    }
    if (!parts.isEmpty()) {
      group(parts.getFirst());
    }
  }

  /**
   * @param marks the mark before each part behind the base
   */
  private void scripts(List<Element> parts, String marks) {
    if (parts.isEmpty()) {
      return;
    }
    base(parts.getFirst());
    for (int i = 1; i < parts.size() && i <= marks.length(); i++) {
      script(marks.charAt(i - 1), parts.get(i));
    }
  }

  /** What is raised as a whole is held together, or only its end would seem to be. */
  private void base(Element base) {
    boolean single =
        switch (name(base)) {
          case "mi", "mn", "mo", "mtext", "mfenced" -> true;
          default -> base.childrenSize() == 0;
        };
    if (single) {
      write(base);
    } else {
      group(base);
    }
  }

  private void script(char mark, Element part) {
    int before = out.length();
    out.append(mark);
    group(part);
    // Nothing stands there: "none", or an empty row.
    if (out.length() == before + 3) {
      out.setLength(before);
    }
  }

  private void over(List<Element> parts) {
    String accent = parts.size() == 2 ? accent(parts.get(1).text().strip()) : "";
    if (accent.isEmpty()) {
      scripts(parts, "^");
      return;
    }
    append(accent);
    group(parts.getFirst());
  }

  private static String accent(String sign) {
    return switch (sign) {
      case "^", "ˆ", "̂" -> "\\hat";
      case "~", "˜", "∼", "̃" -> "\\tilde";
      case "¯", "‾", "―", "_", "̅", "ˉ" -> "\\bar";
      case "→", "⃗" -> "\\vec";
      case "˙", ".", "̇" -> "\\dot";
      case "¨", "̈" -> "\\ddot";
      default -> "";
    };
  }

  /** Pairs of subscript and superscript, those behind the mark before the base. */
  private void multiscripts(List<Element> parts) {
    int mark = parts.size();
    for (int i = 0; i < parts.size(); i++) {
      mark = name(parts.get(i)).equals("mprescripts") ? i : mark;
    }
    if (mark + 1 < parts.size()) {
      append("{}");
      pairs(parts.subList(mark + 1, parts.size()));
    }
    if (!parts.isEmpty()) {
      base(parts.getFirst());
      pairs(parts.subList(1, Math.max(1, mark)));
    }
  }

  private void pairs(List<Element> scripts) {
    for (int i = 0; i < scripts.size(); i++) {
      script(i % 2 == 0 ? '_' : '^', scripts.get(i));
    }
  }

  private void fenced(Element e, List<Element> parts) {
    sign(e.hasAttr("open") ? e.attr("open") : "(");
    String separators = e.hasAttr("separators") ? e.attr("separators").strip() : ",";
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && !separators.isEmpty()) {
        int at = Math.min(i, separators.length()) - 1;
        out.append(separators.charAt(at)).append(' ');
      }
      write(parts.get(i));
    }
    sign(e.hasAttr("close") ? e.attr("close") : ")");
  }

  private void table(List<Element> rows) {
    append("\\begin{matrix}");
    for (int i = 0; i < rows.size(); i++) {
      out.append(i == 0 ? " " : " \\\\ ");
      List<Element> cells = rows.get(i).children();
      // The first cell of a labelled row is its number.
      int first = name(rows.get(i)).equals("mlabeledtr") ? 1 : 0;
      for (int j = first; j < cells.size(); j++) {
        out.append(j == first ? "" : " & ");
        children(cells.get(j));
      }
    }
    out.append(" \\end{matrix}");
  }

  private void identifier(String name) {
    if (FUNCTIONS.contains(name)) {
      append("\\" + name);
    } else if (name.length() > 1 && name.chars().allMatch(Character::isLetterOrDigit)) {
      append("\\mathrm{" + name + "}");
    } else {
      sign(name);
    }
  }

  private void text(String text) {
    if (text.isBlank()) {
      append(" ");
    } else {
      append("\\text{" + escaped(text) + "}");
    }
  }

  private void sign(String text) {
    String plain = escaped(text.strip());
    if (!plain.isEmpty()) {
      append(plain);
    }
  }

  /** What follows a command, or one number another, is kept apart from it. */
  private void append(String tex) {
    int last = out.length() - 1;
    if (last >= 0) {
      char before = out.charAt(last);
      char first = tex.charAt(0);
      boolean numbers = Character.isDigit(before) && Character.isDigit(first);
      if (numbers || (Character.isLetter(first) && endsInCommand())) {
        out.append(' ');
      }
    }
    out.append(tex);
  }

  private boolean endsInCommand() {
    int i = out.length();
    while (i > 0 && isAscii(out.charAt(i - 1))) {
      i--;
    }
    return i < out.length() && i > 0 && out.charAt(i - 1) == '\\';
  }

  private static boolean isAscii(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String escaped(String text) {
    StringBuilder tex = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '%', '#', '&', '$', '{', '}' -> tex.append('\\').append(c);
        case '\\' -> tex.append("\\setminus");
        case '−' -> tex.append('-');
        // Invisible operators: application, times, separator, plus.
        case '\u2061', '\u2062', '\u2063', '\u2064', '\u200b' -> {}
        default -> tex.append(c);
      }
    }
    return tex.toString();
  }
}
