package dev.mldigest.summarise.opening;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The opening without any model: titles of the issue's items and facts that can be counted. A title
 * that speaks to a model, or holds an address or markup, is not repeated. An introduction is made
 * only where there is more to say than what leads.
 */
final class OfflineOpening {
  /** Mail programs show 50 to 60 characters of a subject, and 40 to 90 of what stands beside it. */
  static final int SUBJECT = 60;

  // As above: what mail programs show at most.
  static final int PREHEADER = 90;

  /** A choice for the editor, as many as a model is asked for. */
  static final int PROPOSALS = 3;

  /** Cut at a colon, less would be "Update:" and the like. */
  private static final int SHORTEST_PART = 20;

  /** In a sentence of the introduction: two lines, longer than nearly all titles. */
  private static final int LONGEST_TITLE = 140;

  /** Of fewer items an introduction would only name again what stands below it. */
  private static final int FEWEST_ITEMS = 3;

  /** Two sources may quote each other; three make a story of the week. */
  private static final int WIDELY = 3;

  private static final List<String> BREAKS = List.of(": ", " – ", " — ", " - ", " | ", "? ");

  private final String newsletter;
  private final Week week;
  private final List<Issue.Section> sections;
  private final List<Issue.Item> items;

  /**
   * @param sections in reading order, none empty
   */
  OfflineOpening(String newsletter, Week week, List<Issue.Section> sections) {
    this.newsletter = Texts.oneLine(newsletter);
    this.week = week;
    this.sections = List.copyOf(sections);
    this.items = leads(sections);
  }

  Opening write() {
    return items.isEmpty()
        ? Opening.NONE
        : new Opening(subjects(), preheaders(), intro(), Summary.OFFLINE);
  }

  /** The first item of each section, then the second of each, and so on. */
  static List<Issue.Item> leads(List<Issue.Section> sections) {
    List<Issue.Item> leads = new ArrayList<>();
    int longest = sections.stream().mapToInt(section -> section.items().size()).max().orElse(0);
    for (int place = 0; place < longest; place++) {
      for (Issue.Section section : sections) {
        if (place < section.items().size()) {
          leads.add(section.items().get(place));
        }
      }
    }
    return leads;
  }

  /** The titles of the first leads, then the plain fact of the issue. */
  List<String> subjects() {
    Set<String> lines = new LinkedHashSet<>();
    items.stream()
        .filter(OfflineOpening::isQuotable)
        .limit(PROPOSALS - 1L)
        .forEach(item -> lines.add(line(item.title(), SUBJECT)));
    lines.add(cut(newsletter + " " + week + ": " + count(items.size(), "pick"), SUBJECT));
    lines.add(cut(week + ": " + String.join(", ", names()), SUBJECT));
    return lines.stream().limit(PROPOSALS).toList();
  }

  /** What else the issue holds, how much of it, and from where. */
  List<String> preheaders() {
    Set<String> lines = new LinkedHashSet<>();
    Stream<String> others =
        items.stream().skip(1).filter(OfflineOpening::isQuotable).map(Issue.Item::title);
    joined("", others.toList(), " · ").ifPresent(lines::add);
    joined(count(items.size(), "pick") + ": ", counts(), ", ").ifPresent(lines::add);
    List<String> sources = items.stream().map(Issue.Item::source).distinct().toList();
    joined("From ", sources, ", ").ifPresent(lines::add);
    lines.add(cut(count(items.size(), "pick") + " of " + week, PREHEADER));
    return lines.stream().limit(PROPOSALS).toList();
  }

  private List<Opening.Sentence> intro() {
    Issue.Item lead = sections.getFirst().items().getFirst();
    if (items.size() < FEWEST_ITEMS || sections.size() < 2 || !isQuotable(lead)) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    sentences.add("This issue leads with " + quoted(lead) + " from " + lead.source() + ".");
    mostReported()
        .map(item ->
            (item.equals(lead)
                    ? "It is also the most widely reported story, carried by "
                    : "The most widely reported story is " + quoted(item) + ", carried by ")
                + (item.reportedBy().size() + 1)
                + " sources.")
        .ifPresent(sentences::add);
    sentences.add(
        "The " + items.size() + " items stand under " + enumerated(counts("%s (%d)")) + ".");
    return sentences.stream().map(text -> new Opening.Sentence(text, List.of())).toList();
  }

  private Optional<Issue.Item> mostReported() {
    return items.stream()
        .filter(item -> item.reportedBy().size() + 1 >= WIDELY && isQuotable(item))
        .max(Comparator.comparingInt(item -> item.reportedBy().size()));
  }

  private List<String> names() {
    return sections.stream().map(section -> Texts.oneLine(section.title())).toList();
  }

  private List<String> counts() {
    return counts("%2$d in %1$s");
  }

  private List<String> counts(String form) {
    return sections.stream()
        .map(section -> form.formatted(Texts.oneLine(section.title()), section.items().size()))
        .toList();
  }

  private static boolean isQuotable(Issue.Item item) {
    String title = Texts.oneLine(item.title());
    return !title.isEmpty()
        && !UnfitSentences.speaksToAModel(title)
        && !UnfitSentences.holdsMarkup(title);
  }

  private static String quoted(Issue.Item item) {
    // Inner quotation marks would end the quotation too early.
    return "“" + cut(item.title().replaceAll("[“”\"«»]", "'"), LONGEST_TITLE) + "”";
  }

  /** As many of the parts as fit, those left out passed over; empty if not one does. */
  private static Optional<String> joined(String front, List<String> parts, String between) {
    StringBuilder line = new StringBuilder(front);
    boolean first = true;
    for (String part : parts) {
      String text = whole(part, PREHEADER - line.length() - between.length());
      if (!text.isEmpty()) {
        line.append(first ? "" : between).append(text);
        first = false;
      }
    }
    return first ? Optional.empty() : Optional.of(line.toString());
  }

  /** A title in at most that many characters: whole, its main part, or cut between words. */
  private static String line(String title, int most) {
    String whole = whole(title, most);
    return whole.isEmpty() ? cut(title, most) : whole;
  }

  /** The title or its main part; empty if neither fits. */
  private static String whole(String untrusted, int most) {
    String title = Texts.oneLine(untrusted);
    if (title.length() <= most) {
      return title;
    }
    return BREAKS.stream()
        .map(mark -> title.indexOf(mark) + (mark.startsWith("?") ? 1 : 0))
        .filter(at -> at >= SHORTEST_PART && at <= most)
        .max(Comparator.naturalOrder())
        .map(at -> title.substring(0, at))
        .orElse("");
  }

  private static String cut(String untrusted, int most) {
    String text = Texts.oneLine(untrusted);
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most - 1);
    int end = space >= most / 2 ? space : most - 1;
    end = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, end).replaceFirst("[\\s,;:–—-]+$", "") + "…";
  }

  private static String enumerated(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.getFirst()
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  private static String count(int n, String one) {
    return n + " " + one + (n == 1 ? "" : "s");
  }
}
