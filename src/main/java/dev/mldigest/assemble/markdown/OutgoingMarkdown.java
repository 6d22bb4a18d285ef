package dev.mldigest.assemble.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The digest's Markdown as it leaves for whoever renders it, raw HTML included: HTML stands as
 * code, as other forms show it as text, and a link that leads elsewhere than to http, https and
 * mailto is its words alone. What holds neither stays to the byte.
 */
public final class OutgoingMarkdown {
  /** What stands in one another comes to light pass by pass; nobody nests deeper by hand. */
  private static final int PASSES = 8;

  /** Not the end of what began before, nor a line of words between the two. */
  private static final Pattern ACTS = Pattern.compile("<[^/]|[\\[\\]:]");

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");

  private static final Pattern RUN = Pattern.compile("`+");

  private OutgoingMarkdown() {}

  public static String of(String markdown) {
    String text = Dialect.body(markdown);
    String head = markdown.substring(0, markdown.length() - text.length());
    for (int pass = 0; pass < PASSES; pass++) {
      List<LiveMarkup.Stretch> live = LiveMarkup.in(text);
      if (live.isEmpty()) {
        return head + text;
      }
      text = without(live, text);
    }
    // Nothing that anybody wrote for readers: no dialect acts on what is left of it.
    return head + text.replace("<", "&lt;").replace("](", "] (").replace("]:", "] :");
  }

  /**
   * Something that would not be as it stands there.
   *
   * @param line of the text, from 0
   */
  public record Typed(int line, String typed) {}

  /**
   * What of a text without front matter would not be as it stands there: tags, each with its begin
   * alone, and links that lead to no page.
   */
  public static List<Typed> changed(String text) {
    List<Typed> typed = new ArrayList<>();
    int behind = 0;
    for (LiveMarkup.Stretch stretch : LiveMarkup.in(text)) {
      String instead = stretch.instead();
      if (stretch.from() >= behind && !"&lt;".equals(instead) && !"\\*".equals(instead)) {
        behind = end(text, stretch);
        typed.add(
            new Typed(line(text, stretch.from()), text.substring(stretch.from(), behind).strip()));
      }
    }
    return typed.stream().filter(one -> ACTS.matcher(one.typed()).find()).toList();
  }

  /** Of a bracket before an address that runs, the address with it: alone it says nothing. */
  private static int end(String text, LiveMarkup.Stretch stretch) {
    boolean isBracket = text.substring(stretch.from(), stretch.to()).equals("]");
    int close = text.indexOf(')', stretch.to());
    int line = text.indexOf('\n', stretch.to());
    return !isBracket || close < 0 || (line >= 0 && line < close) ? stretch.to() : close + 1;
  }

  private static int line(String text, int at) {
    return (int) LINE_END.matcher(text).region(0, at).results().count();
  }

  /** What lies within a stretch that is changed waits for the next pass. */
  private static String without(List<LiveMarkup.Stretch> live, String text) {
    int ticks = freeRun(text);
    StringBuilder out = new StringBuilder(text.length() + 64);
    int from = 0;
    for (LiveMarkup.Stretch stretch : joined(live)) {
      if (stretch.from() >= from) {
        out.append(text, from, stretch.from()).append(instead(stretch, text, ticks));
        from = stretch.to();
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Tags beside each other are one piece of code: two would have marks between them to be seen. */
  private static List<LiveMarkup.Stretch> joined(List<LiveMarkup.Stretch> live) {
    List<LiveMarkup.Stretch> joined = new ArrayList<>();
    for (LiveMarkup.Stretch next : live) {
      LiveMarkup.Stretch last = joined.isEmpty() ? null : joined.getLast();
      if (last != null
          && last.to() == next.from()
          && last.instead() == null
          && next.instead() == null
          && last.after().isEmpty()
          && next.before().isEmpty()) {
        joined.removeLast();
        joined.add(
            new LiveMarkup.Stretch(last.from(), next.to(), null, last.before(), next.after()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static String instead(LiveMarkup.Stretch stretch, String text, int ticks) {
    String typed = text.substring(stretch.from(), stretch.to());
    String instead =
        stretch.instead() != null
            ? stretch.instead()
            : joinsTicks(text, stretch) ? escaped(typed) : code(typed, ticks);
    return stretch.before() + instead + stretch.after();
  }

  private static boolean joinsTicks(String text, LiveMarkup.Stretch stretch) {
    return (stretch.from() > 0 && text.charAt(stretch.from() - 1) == '`')
        || (stretch.to() < text.length() && text.charAt(stretch.to()) == '`');
  }

  /** How many backticks begin and end no code in the text yet. */
  private static int freeRun(String text) {
    TreeSet<Integer> taken =
        RUN.matcher(text)
            .results()
            .map(MatchResult::group)
            .map(String::length)
            .collect(Collectors.toCollection(TreeSet::new));
    int free = 1;
    while (taken.contains(free)) {
      free++;
    }
    return free;
  }

  private static String code(String typed, int ticks) {
    String words = typed.strip();
    String fence = "`".repeat(ticks);
    boolean touches = words.startsWith("`") || words.endsWith("`");
    return words.isEmpty() ? "" : fence + (touches ? " " + words + " " : words) + fence;
  }

  private static String escaped(String typed) {
    return typed
        .strip()
        .replaceAll("[\\p{Punct}&&[^<&]]", "\\\\$0")
        .replace("&", "&amp;")
        .replace("<", "&lt;");
  }
}
