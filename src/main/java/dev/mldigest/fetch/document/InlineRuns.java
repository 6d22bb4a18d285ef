package dev.mldigest.fetch.document;

import dev.mldigest.text.InlineStyle;
import dev.mldigest.text.Script;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The runs of one line of HTML as text: what is raised, lowered, struck out, a formula or the mark
 * of a note is written so that no digit of it is read as one of the number beside it.
 */
final class InlineRuns {
  /** Characters of a raised or lowered run: longer ones are styled sentences, no indices. */
  private static final int LONGEST_SCRIPT = 24;

  /** Characters of a run that is struck out: longer ones are texts in an element left open. */
  private static final int LONGEST_STRUCK = 200;

  private static final Pattern MARK = Pattern.compile("[\\[(]?[1-9]\\d{0,2}[\\])]?");
  private static final Pattern MARKS = Pattern.compile("\\[?\\d{1,3}(?:\\s?,\\s?\\d{1,3})+\\]?");

  private static final Pattern NOTE =
      Pattern.compile(
          "(?i)(?:^|[^a-z])(?:fn|fnref|footnotes?|footnoteref|noteref|endnote|cite|citation"
              + "|references?|ref)(?:$|[^a-z])");

  private static final Pattern SIMPLE = Pattern.compile("[\\p{L}\\p{N}.]+");

  private final StringBuilder out = new StringBuilder();
  private boolean seam;

  private InlineRuns() {}

  /** Not folded; without struck text if anything else is there. */
  static String text(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    InlineRuns runs = new InlineRuns();
    runs.children(body);
    return runs.out.toString().isBlank() ? body.text() : runs.out.toString();
  }

  private void children(Element e) {
    for (Node node : e.childNodes()) {
      if (node instanceof TextNode text) {
        append(text.getWholeText());
      } else if (node instanceof Element inner) {
        read(inner);
      }
    }
  }

  private void read(Element e) {
    String shift = shift(e);
    if (isStruck(e) || (!shift.equals("sub") && isMark(e, shift.equals("super")))) {
      return;
    }
    if (e.normalName().equals("math")) {
      append(math(e));
    } else if (!shift.isEmpty() && e.text().length() <= LONGEST_SCRIPT) {
      script(e, e.text().strip(), shift.equals("super"));
    } else {
      seam |= e.attributesSize() > 0 && !e.normalName().equals("a");
      children(e);
      seam |= e.attributesSize() > 0 && !e.normalName().equals("a");
    }
  }

  private static String shift(Element e) {
    return switch (e.normalName()) {
      case "sup" -> "super";
      case "sub" -> "sub";
      case "span" -> InlineStyle.shift(e.attr("style"));
      default -> "";
    };
  }

  private static boolean isStruck(Element e) {
    boolean struck =
        switch (e.normalName()) {
          case "del", "s", "strike" -> true;
          default -> InlineStyle.strikes(e.attr("style"));
        };
    return struck && e.text().length() <= LONGEST_STRUCK;
  }

  /** It leads to a note, or its name says that it does, or it names several. */
  private boolean isMark(Element e, boolean raised) {
    String own = e.text().strip();
    if (!MARK.matcher(own).matches()) {
      return raised && MARKS.matcher(own).matches();
    }
    boolean named = NOTE.matcher(e.attr("class") + " " + e.id()).find();
    boolean leads = e.select("a").stream().anyMatch(a -> raised || a.attr("href").contains("#"));
    boolean behind = !out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1));
    boolean open = behind && "[(,".indexOf(out.charAt(out.length() - 1)) >= 0;
    return (named || leads || e.normalName().equals("cite")) && behind && !open;
  }

  /**
   * What is raised must not be read as further digits of a number. Letters alone, as of an ordinal
   * or a mark of trade, are text, and so are a number of atoms and the halves of a fraction.
   */
  private void script(Element e, String own, boolean raised) {
    char last = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
    boolean number = own.codePoints().anyMatch(Character::isDigit);
    boolean atoms = !raised && Character.isUpperCase(last);
    if (!number || atoms || (!raised && isSlash(last))) {
      out.append(own);
    } else if (raised && isNumerator(e)) {
      seam = true;
      append(own);
    } else {
      out.append(raised ? Script.raised(own) : Script.lowered(own));
    }
  }

  private static boolean isNumerator(Element e) {
    return e.nextSibling() instanceof TextNode slash
        && slash.getWholeText().strip().length() == 1
        && isSlash(slash.getWholeText().strip().charAt(0))
        && slash.nextSibling() instanceof Element below
        && shift(below).equals("sub");
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '⁄' || c == '∕';
  }

  /** A digit behind a seam begins another number. */
  private void append(String text) {
    if (text.isEmpty()) {
      return;
    }
    boolean digits =
        !out.isEmpty()
            && Character.isDigit(out.charAt(out.length() - 1))
            && Character.isDigit(text.charAt(0));
    out.append(seam && digits ? " " : "").append(text);
    seam = false;
  }

  /** A formula of MathML in a line of text: a title is no place for the source of one. */
  private String math(Element e) {
    seam = true;
    List<Element> parts = e.children();
    int wanted = e.normalName().equals("msubsup") ? 3 : 2;
    return switch (e.normalName()) {
      case "annotation", "annotation-xml" -> "";
      case "semantics" -> parts.isEmpty() ? "" : math(parts.getFirst());
      case "msqrt" -> "√" + grouped(inner(e));
      case "mfrac", "msup", "msub", "msubsup" ->
          parts.size() == wanted ? pair(e.normalName(), parts) : inner(e);
      default -> inner(e);
    };
  }

  private String pair(String name, List<Element> parts) {
    String base = grouped(math(parts.get(0)));
    String second = math(parts.get(1));
    return switch (name) {
      case "mfrac" -> base + "/" + grouped(second);
      case "msup" -> base + Script.raised(second);
      case "msub" -> base + Script.lowered(second);
      default -> base + Script.lowered(second) + Script.raised(math(parts.get(2)));
    };
  }

  private String inner(Element e) {
    StringBuilder all = new StringBuilder();
    for (Node node : e.childNodes()) {
      String part =
          node instanceof TextNode text
              ? text.text().strip()
              : node instanceof Element inner ? math(inner) : "";
      boolean digits =
          !all.isEmpty()
              && !part.isEmpty()
              && Character.isDigit(all.charAt(all.length() - 1))
              && Character.isDigit(part.charAt(0));
      all.append(digits ? " " : "").append(part);
    }
    return all.toString();
  }

  private static String grouped(String part) {
    return SIMPLE.matcher(part).matches() ? part : "(" + part + ")";
  }
}
