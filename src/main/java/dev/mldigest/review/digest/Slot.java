package dev.mldigest.review.digest;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an issue and is no pick of it: what a sponsor pays for, what the editor offers
 * himself, what a guest writes. The editor writes it between {@code <!-- slot: sponsor -->} and
 * {@code <!-- /slot -->}; readers see it as a quotation that begins with its label. It is no item:
 * nothing counts it and nothing is learned from it.
 *
 * @param kind as it is marked
 * @param label what readers see over it, or null where the mark names no kind
 * @param inner what stands between its two lines
 * @param below what is written behind it, before the next item or heading
 */
public record Slot(String kind, @Nullable String label, String inner, String below) {
  private static final Map<String, String> LABELS =
      Map.of("sponsor", "Sponsor", "own", "From us", "guest", "Guest");

  private static final Pattern BEGIN =
      Pattern.compile("[ \\t]{0,3}<!--[ \\t]*slot:[ \\t]*(.*?)[ \\t]*-->[ \\t]*", Pattern.DOTALL);
  private static final Pattern END =
      Pattern.compile("[ \\t]{0,3}<!--[ \\t]*/slot[ \\t]*-->[ \\t]*");
  private static final Pattern MARK = Pattern.compile("<!--[ \\t]*/?slot\\b.*", Pattern.DOTALL);

  static boolean begins(String line) {
    return line.contains("slot") && BEGIN.matcher(line).matches();
  }

  static boolean ends(String line) {
    return line.contains("/slot") && END.matcher(line).matches();
  }

  /** True for a comment that wants to be one of the two. */
  public static boolean isMark(String comment) {
    return MARK.matcher(comment).matches();
  }

  /** What the line marks it as. */
  static String mark(String line) {
    Matcher begin = BEGIN.matcher(line);
    return begin.matches() ? begin.group(1) : "";
  }

  /**
   * @param part from the line that begins it
   */
  public static Slot of(String part) {
    int inner = LineEnds.next(part, 0);
    String mark = mark(LineEnds.without(part, 0, inner));
    int end = inner;
    int below = LineEnds.next(part, end);
    while (!ends(LineEnds.without(part, end, below)) && below < part.length()) {
      end = below;
      below = LineEnds.next(part, end);
    }
    int colon = mark.indexOf(':');
    String kind = (colon < 0 ? mark : mark.substring(0, colon)).strip();
    String own = colon < 0 ? "" : mark.substring(colon + 1).strip();
    String label = LABELS.get(kind.toLowerCase(Locale.ROOT));
    return new Slot(
        kind,
        label == null || own.isEmpty() ? label : own,
        part.substring(inner, end),
        part.substring(below));
  }

  /**
   * As readers see it.
   *
   * @param words what is left of the inner text without comments
   */
  public String quoted(String words) {
    String lineEnd = LineEnds.of(inner);
    StringBuilder quoted =
        new StringBuilder("> **" + plain(label) + "**" + lineEnd + ">" + lineEnd);
    words
        .strip()
        .lines()
        .forEach(line -> quoted.append(line.isBlank() ? ">" : "> " + line).append(lineEnd));
    return quoted.append(lineEnd).toString();
  }

  /** A label is words; what Markdown would act on goes. */
  private static String plain(@Nullable String label) {
    return label == null ? "" : label.replaceAll("[*_`<>\\[\\]\\\\&]", "").strip();
  }
}
