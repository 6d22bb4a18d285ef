package dev.mldigest.summarise.opening;

import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.text.TextLength;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
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
  /**
   * Mail programs show 50 to 60 characters of a subject, and 40 to 90 of what stands beside it; of
   * Chinese, Japanese and Korean, whose signs are twice as wide, half as many.
   */
  static final int SUBJECT = 60;

  // As above: what mail programs show at most.
  static final int PREHEADER = 90;

  /** A choice for the editor, as many as a model is asked for. */
  static final int PROPOSALS = 3;

  /** A whole title, where nothing shorter says what there is: a phone shows its first half. */
  static final int LONGEST_SUBJECT = 120;

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
        : new Opening(
            subjects(Set.of()),
            preheaders(),
            new Introduction(sections, items).sentences(),
            Summary.OFFLINE);
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
          .filter(title -> isWider(title, SUBJECT) && !isWider(title, LONGEST_SUBJECT))
          .forEach(lines::add);
    }
    return lines.stream().limit(PROPOSALS).toList();
  }

  /**
   * What each says: first what those that matter did or found, then what others did, then titles,
   * then what is; the lead first among those alike.
   */
  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Issue.Item item : items) {
      line(item, SUBJECT).ifPresent(text -> lines.add(new Line(item, text)));
    }
    List<Line> clauses =
        items.stream()
            .limit(WEIGHTY)
            .flatMap(item -> clause(item, SUBJECT).map(text -> new Line(item, text)).stream())
            .filter(line -> !SubjectLine.isKind(line.text))
            .toList();
    lines.removeAll(clauses);
    lines.sort(Comparator.comparingInt(OfflineOpening::rank));
    lines.addAll(0, clauses);
    return lines;
  }

  /** Who did what, then titles, then what is. */
  private static int rank(Line line) {
    boolean clause = clause(line.item, SUBJECT).isPresent();
    return !clause ? 1 : SubjectLine.isKind(line.text) ? 2 : 0;
  }

  private static Optional<String> line(Issue.Item item, int most) {
    return clause(item, most).or(() -> TitleLine.of(item, most));
  }

  /** Who did what: as the title says it, or the summary. */
  private static Optional<String> clause(Issue.Item item, int most) {
    return SubjectLine.withFigure(item, most)
        .or(() -> TitleClause.of(item, most))
        .or(() -> SubjectLine.of(item, most));
  }

  /** Of the newsletter itself. */
  private String plain() {
    String line = newsletter + ": " + String.join(", ", names());
    return isWider(line, SUBJECT) ? newsletter : line;
  }

  /** What the subject beside it does not tell: clauses of others first, then titles. */
  List<String> preheaders() {
    List<Line> lines = lines();
    Set<String> told = new LinkedHashSet<>();
    List<Line> open = new ArrayList<>();
    for (Issue.Item item : items) {
      clause(item, PREHEADER).ifPresent(text -> open.add(new Line(item, text)));
    }
    // What a subject says already comes last, and before it what is.
    Set<String> said = Set.copyOf(subjects(Set.of()));
    open.sort(
        Comparator.comparingInt(
            line -> said.contains(line.text) ? 2 : SubjectLine.isKind(line.text) ? 1 : 0));
    for (int from = 0; from + 1 < lines.size() && told.size() < PROPOSALS; from++) {
      Line subject = lines.get(from);
      Optional<Line> clause =
          open.stream().filter(line -> !line.item.equals(subject.item)).findFirst();
      clause.ifPresent(open::remove);
      clause
          .map(line -> line.text)
          .or(() -> joined(lines.subList(lines.indexOf(subject) + 1, lines.size())))
          .ifPresent(told::add);
    }
    List<String> sources = items.stream().map(Issue.Item::source).distinct().toList();
    within("From ", sources).ifPresent(told::add);
    within("", names()).ifPresent(told::add);
    told.add(newsletter);
    return told.stream().limit(PROPOSALS).toList();
  }

  private static boolean isWider(String text, int columns) {
    return TextLength.columns(text) > columns;
  }

  /** As many whole titles as fit; the first of them is there. */
  private static Optional<String> joined(List<Line> lines) {
    StringBuilder joined = new StringBuilder();
    for (Line line : lines) {
      String between = joined.isEmpty() ? "" : " · ";
      int room = PREHEADER - TextLength.columns(joined) - between.length();
      Optional<String> fitting = Optional.of(line.text).filter(text -> !isWider(text, room));
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
      if (!isWider(line + text, PREHEADER)) {
        line.append(text);
      }
    }
    return line.length() == front.length() ? Optional.empty() : Optional.of(line.toString());
  }

  private List<String> names() {
    return sections.stream().map(section -> Texts.oneLine(section.title())).toList();
  }
}
