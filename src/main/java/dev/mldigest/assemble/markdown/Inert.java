package dev.mldigest.assemble.markdown;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * The one way from untrusted text into Markdown: what comes out is one line that shows the text and
 * does nothing, as a paragraph, within {@code *…*} or as a link's text. Escapes only what some
 * dialect would act on, because an editor reads and edits the result, and then proves it: the line
 * is parsed again and must give back exactly its text. If it does not, everything is escaped; then
 * it becomes a code span; at last only letters, digits and spaces are left.
 */
public final class Inert {
  /** Longer than any summary; what is behind it is cut. */
  public static final int MAX_LENGTH = 4_000;

  private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]{1,32};");
  private static final Pattern ORDERED_ITEM = Pattern.compile("\\d{1,9}[.)](\\s|$)");

  /**
   * A dot before what linkify-it (markdown-it, Ghost) takes for a top-level domain: the country
   * codes and the common generic ones. Escaped, it starts a token of its own and links nothing.
   */
  private static final Pattern DOMAIN_END =
      Pattern.compile(
          "\\.(?:a[cdefgilmnoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]"
              + "|e[cegrstu]|f[ijkmor]|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]"
              + "|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om"
              + "|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnortuvxyz]|t[cdfghjklmnortvwz]"
              + "|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]|biz|com|edu|gov|net|org|pro|web|xxx"
              + "|aero|asia|coop|info|museum|name|shop|рф|xn--[a-z0-9-]{1,59})(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final List<UnaryOperator<String>> ATTEMPTS =
      List.of(Inert::escape, Inert::escapeAll, Inert::codeSpan);

  private Inert() {}

  /** Markdown that shows the text, at most {@value #MAX_LENGTH} characters of it. */
  public static String text(String untrusted) {
    return text(untrusted, MAX_LENGTH);
  }

  public static String text(String untrusted, int most) {
    String clean = CleanText.of(untrusted, most);
    if (clean.isEmpty()) {
      return clean;
    }
    return ATTEMPTS.stream()
        .map(attempt -> attempt.apply(clean))
        .filter(markdown -> shows(markdown, clean))
        .findFirst()
        .orElseGet(() -> bare(clean));
  }

  /** Letters, digits and spaces: what is left when nothing else proves harmless. */
  public static String bare(String untrusted) {
    return CleanText.of(untrusted, MAX_LENGTH)
        .replaceAll("[^\\p{L}\\p{M}\\p{N} ]", " ")
        .replaceAll(" {2,}", " ")
        .strip();
  }

  /** True if the line, as a paragraph and as a link's text, gives back exactly that text. */
  private static boolean shows(String markdown, String text) {
    Node paragraph = Dialect.parse(markdown).getFirstChild();
    Node heading = Dialect.parse("### [" + markdown + "](https://example.org/)").getFirstChild();
    return paragraph instanceof Paragraph
        && paragraph.getNext() == null
        && text.equals(literal(paragraph))
        && heading instanceof Heading
        && heading.getNext() == null
        && heading.getFirstChild() instanceof Link link
        && link.getNext() == null
        && text.equals(literal(link));
  }

  /** The text of a node that holds text and code spans only, else something no text equals. */
  private static String literal(Node parent) {
    StringBuilder literal = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> literal.append(text.getLiteral());
        case Code code -> literal.append(code.getLiteral());
        default -> literal.append('\n');
      }
    }
    return literal.toString();
  }

  private static String escape(String text) {
    StringBuilder markdown = new StringBuilder(text.length() + 16);
    int orderedItem = orderedItem(text);
    for (int i = 0; i < text.length(); i++) {
      if (i == orderedItem || isActive(text, i)) {
        markdown.append('\\');
      }
      markdown.append(text.charAt(i));
    }
    return markdown.toString();
  }

  /** Where the full stop or bracket stands that would begin an ordered list, or -1. */
  private static int orderedItem(String text) {
    var matcher = ORDERED_ITEM.matcher(text);
    return matcher.lookingAt() ? matcher.end() - matcher.group(1).length() - 1 : -1;
  }

  /** True if some dialect could act on the character at that place. */
  private static boolean isActive(String text, int i) {
    char c = text.charAt(i);
    char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
    char previous = i > 0 ? text.charAt(i - 1) : '\n';
    boolean first = i == 0;
    return switch (c) {
      // '{' opens attributes in kramdown, '|' tables even without a delimiter row.
      case '`', '*', '[', ']', '|', '{' -> true;
      case '\\' -> next == '\n' || isPunctuation(next);
      case '_' -> !(isWord(text, i - 1) && isWord(text, i + 1));
      case '<' -> isLetter(next) || next == '/' || next == '!' || next == '?';
      case '&' -> ENTITY.matcher(text).region(i, Math.min(text.length(), i + 36)).lookingAt();
      // A pair strikes through, or sets mathematics.
      case '~', '$' -> text.indexOf(c) != text.lastIndexOf(c);
      case '=' -> first || next == '=' || previous == '=';
      case '#' -> first || (previous == ' ' && next != ' ' && next != '\n');
      case '>', ':', '^' -> first;
      case '-', '+' -> first && (next == '\n' || next == ' ' || next == c);
      case '!' -> first && next == '!';
      case '.' -> isWord(text, i - 1) && endsDomain(text, i);
      default -> false;
    };
  }

  private static boolean endsDomain(String text, int dot) {
    return DOMAIN_END
        .matcher(text)
        .region(dot, Math.min(text.length(), dot + 66))
        .useTransparentBounds(true)
        .lookingAt();
  }

  private static boolean isWord(String text, int i) {
    return i >= 0
        && i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i)));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 0x7F && !isLetter(c) && !(c >= '0' && c <= '9');
  }

  private static String escapeAll(String text) {
    return text.replaceAll("([\\p{Punct}])", "\\\\$1");
  }

  private static String codeSpan(String text) {
    int run = 0;
    int longest = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return fence + " " + text + " " + fence; // One space each side is taken off again.
  }
}
