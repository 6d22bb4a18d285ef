package dev.mldigest.fetch.site;

import dev.mldigest.text.date.DateForms;
import dev.mldigest.text.date.FeedDates;
import java.time.Instant;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads the day that a heading of a page states. */
final class DatedHeads {
  /** Letters of the longest heading; what is longer is a paragraph. */
  private static final int LONGEST = 200;

  /** Letters of the longest line that states a day and hardly more: "Posted on … by …". */
  private static final int LINE = 60;

  /** A day, or a version that counts by the calendar: another day beside it decides. */
  private static final Pattern VERSION = Pattern.compile("\\d{4}\\.\\d{1,2}\\.\\d{1,2}");

  private final @Nullable String language;

  /** How long the text of each element is, blanks included: no text is read twice for it. */
  private final IdentityHashMap<Element, Integer> letters = new IdentityHashMap<>();

  /**
   * @param language of the page, for the order of its dates, or null
   */
  DatedHeads(Document page, @Nullable String language) {
    this.language = language;
    page.traverse(
        new org.jsoup.select.NodeVisitor() {
          @Override
          public void head(org.jsoup.nodes.Node node, int depth) {}

          @Override
          public void tail(org.jsoup.nodes.Node node, int depth) {
            int own =
                node instanceof TextNode text
                    ? text.getWholeText().strip().length()
                    : node instanceof Element e ? length(e) : 0;
            if (node.parentNode() instanceof Element parent) {
              letters.merge(parent, own, Integer::sum);
            }
          }
        });
  }

  /** Letters of an element's text, nearly. */
  int length(Element e) {
    return letters.getOrDefault(e, 0);
  }

  /** A day in a line, and where. */
  private record Day(Instant date, int start, int end) {}

  DatedHead of(Element heading) {
    int rank = DatedHead.rank(heading);
    if (length(heading) > LONGEST) {
      return new DatedHead(heading, rank, "", "", null);
    }
    String said = DatedHead.said(heading);
    Day day = day(said, false);
    Instant beside = day == null ? beside(heading) : null;
    day = day == null && beside == null ? day(said, true) : day;
    if (day == null) {
      return new DatedHead(heading, rank, said, bare(said), beside);
    }
    String rest = said.substring(0, day.start) + " " + said.substring(day.end);
    return new DatedHead(heading, rank, said, bare(rest), day.date);
  }

  private @Nullable Day day(String line, boolean versionsToo) {
    Matcher day = DateForms.WRITTEN.matcher(line);
    while (day.find()) {
      boolean asked = versionsToo || !VERSION.matcher(day.group()).matches();
      Instant date = asked ? FeedDates.read(day.group(), language) : null;
      if (date != null) {
        return new Day(date, day.start(), day.end());
      }
    }
    return null;
  }

  /** The day of the line below the heading, else of the one above. */
  private @Nullable Instant beside(Element heading) {
    Element box = box(heading);
    Instant inside = box.equals(heading) ? null : line(box, LINE + LONGEST);
    Instant below = inside == null ? line(box.nextElementSibling(), LINE) : inside;
    return below == null ? line(box.previousElementSibling(), LINE) : below;
  }

  /** What is around the heading and holds no more than a line beside it. */
  private Element box(Element heading) {
    Element box = heading;
    Element parent = box.parent();
    while (parent != null
        && !parent.normalName().equals("body")
        && parent.childrenSize() <= 3
        && length(parent) <= length(heading) + LINE) {
      box = parent;
      parent = box.parent();
    }
    return box;
  }

  private @Nullable Instant line(@Nullable Element e, int most) {
    if (e == null || DatedHead.rank(e) > 0 || e.childrenSize() > 6 || length(e) > most) {
      return null;
    }
    Element time = e.normalName().equals("time") ? e : e.selectFirst("time[datetime]");
    Instant stated = time == null ? null : FeedDates.read(time.attr("datetime"), language);
    if (stated != null) {
      return stated;
    }
    Day day = day(e.text(), false);
    return day == null ? null : day.date;
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
