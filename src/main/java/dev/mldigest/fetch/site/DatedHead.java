package dev.mldigest.fetch.site;

import dev.mldigest.text.date.DateForms;
import dev.mldigest.text.date.FeedDates;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A heading with the day that it, or a line of its own beside it, states.
 *
 * @param rank 1 to 6; a term of a list is one below
 * @param name what it says but for the day; may be empty
 * @param date null where it states none
 */
record DatedHead(Element element, int rank, String name, @Nullable Instant date) {
  /** Letters of the longest heading; what is longer is a paragraph. */
  private static final int LONGEST = 200;

  /** Letters of the longest line that states a day and hardly more: "Posted on … by …". */
  private static final int LINE = 60;

  private static final int TERM = 7;

  /** The rank of a heading or term, or 0. */
  static int rank(Element e) {
    String tag = e.normalName();
    boolean heading = tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    return heading ? tag.charAt(1) - '0' : tag.equals("dt") ? TERM : 0;
  }

  /**
   * @param language of the page, for the order of its dates, or null
   */
  static DatedHead of(Element heading, @Nullable String language) {
    String text = heading.text();
    int rank = rank(heading);
    if (text.length() > LONGEST) {
      return new DatedHead(heading, rank, text.substring(0, LONGEST), null);
    }
    Matcher day = DateForms.WRITTEN.matcher(text);
    while (day.find()) {
      Instant date = FeedDates.read(day.group(), language);
      if (date != null) {
        String rest = text.substring(0, day.start()) + " " + text.substring(day.end());
        return new DatedHead(heading, rank, bare(rest), date);
      }
    }
    return new DatedHead(heading, rank, bare(text), beside(heading, language));
  }

  /** The day of the line below the heading, else of the one above. */
  private static @Nullable Instant beside(Element heading, @Nullable String language) {
    Element box = box(heading);
    Instant inside = box.equals(heading) ? null : line(box, LINE + LONGEST, language);
    Instant below = inside == null ? line(box.nextElementSibling(), LINE, language) : inside;
    return below == null ? line(box.previousElementSibling(), LINE, language) : below;
  }

  /** What is around the heading and holds no more than a line beside it. */
  private static Element box(Element heading) {
    Element box = heading;
    Element parent = box.parent();
    while (parent != null
        && !parent.normalName().equals("body")
        && parent.childrenSize() <= 3
        && parent.text().length() <= heading.text().length() + LINE) {
      box = parent;
      parent = box.parent();
    }
    return box;
  }

  private static @Nullable Instant line(@Nullable Element e, int most, @Nullable String language) {
    if (e == null || rank(e) > 0 || e.childrenSize() > 6) {
      return null;
    }
    String text = e.text();
    if (text.length() > most) {
      return null;
    }
    Element time = e.normalName().equals("time") ? e : e.selectFirst("time[datetime]");
    Instant stated = time == null ? null : FeedDates.read(time.attr("datetime"), language);
    Matcher day = DateForms.WRITTEN.matcher(text);
    return stated != null ? stated : day.find() ? FeedDates.read(day.group(), language) : null;
  }

  /** Without the name of the day of the week, and the signs that set the day off. */
  private static String bare(String text) {
    String words =
        Arrays.stream(text.strip().split("\\s+"))
            .filter(word -> !FeedDates.isWeekday(word.replaceAll("\\P{L}", "")))
            .collect(Collectors.joining(" "));
    return words
        .replaceAll("[(\\[](?:\\p{L}[\\p{L} ]{0,20}:)?\\s*[)\\]]", "") // (released: )
        .replaceAll("^[\\s\\p{Pd}:|·•,#¶§.@/]+|[\\s\\p{Pd}:|·•,#¶§@/]+$", "")
        .strip();
  }
}
