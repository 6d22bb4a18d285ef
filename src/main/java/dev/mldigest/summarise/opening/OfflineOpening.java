package dev.mldigest.summarise.opening;

import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The opening without any model: clauses and sentences of the items' summaries, else their titles.
 * Nothing is cut within a clause, and nothing is counted. An introduction is made only where there
 * is more to say than what leads.
 */
final class OfflineOpening {
  /** Mail programs show 50 to 60 characters of a subject, and 40 to 90 of what stands beside it. */
  static final int SUBJECT = 60;

  // As above: what mail programs show at most.
  static final int PREHEADER = 90;

  /** A choice for the editor, as many as a model is asked for. */
  static final int PROPOSALS = 3;

  /** A whole title, where nothing shorter says what there is: a phone shows its first half. */
  private static final int LONGEST_SUBJECT = 120;

  /** Of fewer items an introduction would only name again what stands below it. */
  private static final int FEWEST_ITEMS = 3;

  /** One sentence alone introduces nothing. */
  private static final int FEWEST_SENTENCES = 2;

  /** The lead and two more. */
  private static final int TOLD = 3;

  /** Fewer words are a name, which says nothing. */
  private static final int FEWEST_TITLE_WORDS = 3;

  /** What matters less than these is no news to open with, however well it reads. */
  private static final int WEIGHTY = 6;

  private final String newsletter;
  private final List<Issue.Section> sections;
  private final List<Issue.Item> items;

  /** What one line says, and of which item. */
  private record Line(Issue.Item item, String text) {}

  /**
   * @param sections in reading order, none empty
   * @param leads their items, what matters most first
   */
  OfflineOpening(String newsletter, List<Issue.Section> sections, List<Issue.Item> leads) {
    this.newsletter = Texts.oneLine(newsletter);
    this.sections = List.copyOf(sections);
    this.items = List.copyOf(leads);
  }

  Opening write() {
    return items.isEmpty()
        ? Opening.NONE
        : new Opening(subjects(Set.of()), preheaders(), intro(), Summary.OFFLINE);
  }

  /**
   * Each of another item: what it found, else its title.
   *
   * @param told ids of items that another line tells
   */
  List<String> subjects(Set<String> told) {
    Set<String> lines = new LinkedHashSet<>();
    lines().stream()
        .filter(line -> !told.contains(line.item.id()))
        .forEach(line -> lines.add(line.text));
    if (lines.size() < PROPOSALS) {
      lines.add(plain());
      items.stream()
          .filter(TitleLine::isQuotable)
          .map(item -> Texts.oneLine(item.title()))
          .filter(title -> title.length() > SUBJECT && title.length() <= LONGEST_SUBJECT)
          .forEach(lines::add);
    }
    return lines.stream().limit(PROPOSALS).toList();
  }

  /**
   * The lead first, unless it has nothing but a title and another that matters has more; best line
   * of each item.
   */
  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Issue.Item item : items) {
      line(item, SUBJECT).ifPresent(text -> lines.add(new Line(item, text)));
    }
    items.stream()
        .limit(WEIGHTY)
        .flatMap(item -> SubjectLine.of(item, SUBJECT).map(text -> new Line(item, text)).stream())
        .findFirst()
        .ifPresent(finding -> {
          lines.remove(finding);
          lines.addFirst(finding);
        });
    return lines;
  }

  private static Optional<String> line(Issue.Item item, int most) {
    return SubjectLine.of(item, most).or(() -> TitleLine.of(item, most));
  }

  /** Of the newsletter itself. */
  private String plain() {
    String line = newsletter + ": " + String.join(", ", names());
    return line.length() <= SUBJECT ? line : newsletter;
  }

  /** What the subject does not tell: the next items; then others of them. */
  List<String> preheaders() {
    List<Line> lines = lines();
    Set<String> told = new LinkedHashSet<>();
    for (int from = 1; from < lines.size() && told.size() < PROPOSALS; from++) {
      joined(lines.subList(from, lines.size())).ifPresent(told::add);
    }
    List<String> sources = items.stream().map(Issue.Item::source).distinct().toList();
    within("From ", sources).ifPresent(told::add);
    within("", names()).ifPresent(told::add);
    told.add(newsletter);
    return told.stream().limit(PROPOSALS).toList();
  }

  /** As many as fit; the first of them is there. */
  private static Optional<String> joined(List<Line> lines) {
    StringBuilder joined = new StringBuilder();
    for (Line line : lines) {
      String between = joined.isEmpty() ? "" : " · ";
      Optional<String> fitting = line(line.item, PREHEADER - joined.length() - between.length());
      if (fitting.isEmpty() && joined.isEmpty()) {
        return Optional.empty();
      }
      fitting.ifPresent(text -> joined.append(between).append(text));
    }
    return Optional.of(joined.toString());
  }

  /** As many of the names as fit, those left out passed over; empty if not one does. */
  private static Optional<String> within(String front, List<String> names) {
    StringBuilder line = new StringBuilder(front);
    for (String name : names) {
      String text = (line.length() == front.length() ? "" : ", ") + Texts.oneLine(name);
      if (line.length() + text.length() <= PREHEADER) {
        line.append(text);
      }
    }
    return line.length() == front.length() ? Optional.empty() : Optional.of(line.toString());
  }

  /** The lead and two more stories in a sentence each, then what several have in common. */
  private List<Opening.Sentence> intro() {
    if (items.size() < FEWEST_ITEMS) {
      return List.of();
    }
    List<Opening.Sentence> sentences = new ArrayList<>();
    leading().ifPresent(sentences::add);
    for (int i = 1; i < items.size() && sentences.size() < TOLD; i++) {
      Issue.Item item = items.get(i);
      boolean named =
          i >= TOLD || sentences.stream().anyMatch(sentence -> sentence.grounds().isEmpty());
      IntroSentence.of(item)
          .or(() -> item.summary().sentences().isEmpty() || named ? Optional.empty() : named(item))
          .ifPresent(sentences::add);
    }
    Theme.of(items).ifPresent(sentences::add);
    return sentences.size() < FEWEST_SENTENCES ? List.of() : sentences;
  }

  private Optional<Opening.Sentence> leading() {
    Issue.Item lead = items.getFirst();
    return IntroSentence.of(lead)
        .or(() ->
            TitleLine.isQuotable(lead)
                ? Optional.of(
                    new Opening.Sentence(
                        "This issue leads with %s from %s."
                            .formatted(quoted(lead.title()), Texts.oneLine(lead.source())),
                        List.of()))
                : Optional.empty());
  }

  /** Its title, where no sentence stands without it; once, since titles stand below anyway. */
  private static Optional<Opening.Sentence> named(Issue.Item item) {
    Optional<String> line =
        TitleLine.of(item, LONGEST_SUBJECT)
            .filter(title -> Words.count(title) >= FEWEST_TITLE_WORDS);
    return line.map(title -> {
      String end = title.matches(".*\\p{Punct}") ? "" : ".";
      return new Opening.Sentence(
          Texts.oneLine(item.source()) + ": " + quoted(title) + end, List.of());
    });
  }

  private static String quoted(String title) {
    // Inner quotation marks would end the quotation too early.
    return "“" + Texts.oneLine(title).replaceAll("[“”\"«»]", "'") + "”";
  }

  private List<String> names() {
    return sections.stream().map(section -> Texts.oneLine(section.title())).toList();
  }
}
