package dev.mldigest.assemble;

import dev.mldigest.domain.PollEnding;
import dev.mldigest.domain.issue.EditorsNote;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the editor is told of the issue's own gaps and of the week's numbers: plain sentences. */
final class GapsText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  /** Sources named before "and 40 more". */
  private static final int NAMED = 8;

  /** Fewer where 'digest coverage' is named for the rest. */
  private static final int NAMED_PARTLY = 5;

  private final Issue issue;
  private final Issue.Gaps gaps;
  private final int items;

  GapsText(Issue issue) {
    this.issue = issue;
    this.gaps = issue.gaps();
    this.items = issue.sections().stream().mapToInt(section -> section.items().size()).sum();
  }

  /** One line each, empty where there is nothing to say. */
  Map<EditorsNote, String> notes() {
    Map<EditorsNote, String> notes = new EnumMap<>(EditorsNote.class);
    notes.put(EditorsNote.COVERAGE, coverage());
    notes.put(
        EditorsNote.SHORTFALLS,
        gaps.shortfalls().stream().map(GapsText::sentence).collect(Collectors.joining(" ")));
    notes.put(EditorsNote.SUMMARIES, items == 0 ? "" : prose());
    notes.put(EditorsNote.FUNNEL, funnel());
    return notes;
  }

  /** Window, sources, what could not be read or is not proven to have been. */
  private String coverage() {
    List<String> sentences = new ArrayList<>();
    sentences.add("This issue covers " + days() + ".");
    sentences.add(sources());
    if (!gaps.missed().isEmpty()) {
      sentences.add(missed());
    }
    if (gaps.unread() > 0) {
      sentences.add(count(gaps.unread(), "article", "articles") + " could not be read.");
    }
    if (!gaps.partly().isEmpty()) {
      sentences.add(partly());
    }
    return String.join(" ", sentences);
  }

  /** The window's days in the issue's zone, for example {@code 23 February to 2 March 2026}. */
  private String days() {
    ZoneId zone = ZoneId.of(issue.zone());
    var from = issue.window().from().atZone(zone);
    var to = issue.window().to().atZone(zone);
    return (from.getYear() == to.getYear() ? DAY_OF_YEAR : DAY).format(from)
        + " to "
        + DAY.format(to);
  }

  private String sources() {
    int failed = gaps.failedSources().size();
    if (failed == 0) {
      return gaps.sources() == 1
          ? "Its one source was read."
          : "All " + number(gaps.sources()) + " sources were read.";
    }
    return "Of "
        + count(gaps.sources(), "source", "sources")
        + ", "
        + number(gaps.sources() - failed)
        + " could be read"
        + cutShort()
        + nothing()
        + ".";
  }

  /** A source with several gaps is named once, from the first to the last. */
  private String missed() {
    Map<String, List<Issue.Missed>> bySource =
        gaps.missed().stream()
            .collect(
                Collectors.groupingBy(
                    Issue.Missed::title, LinkedHashMap::new, Collectors.toList()));
    List<String> spans =
        bySource.entrySet().stream()
            .map(source -> source.getKey() + " (" + span(source.getValue()) + ")")
            .toList();
    return "Some entries may be missing of " + names(spans) + ".";
  }

  private String span(List<Issue.Missed> missed) {
    DateTimeFormatter day = DAY_OF_YEAR.withZone(ZoneId.of(issue.zone()));
    String first =
        day.format(missed.stream().map(Issue.Missed::since).min(Instant::compareTo).orElseThrow());
    String last =
        day.format(missed.stream().map(Issue.Missed::until).max(Instant::compareTo).orElseThrow());
    return first.equals(last) ? first : first + " to " + last;
  }

  private String cutShort() {
    List<String> titles = partial().map(Issue.FailedSource::title).toList();
    return titles.isEmpty()
        ? ""
        : "; " + names(titles) + (titles.size() == 1 ? " was" : " were") + " cut short";
  }

  private String nothing() {
    String failures = failures();
    return failures.isEmpty() ? "" : "; nothing came from " + failures;
  }

  private Stream<Issue.FailedSource> partial() {
    return gaps.failedSources().stream().filter(GapsText::isPartial);
  }

  private static boolean isPartial(Issue.FailedSource source) {
    return source.ending() == PollEnding.PARTIAL;
  }

  /** Sources that failed alike share their reason. */
  private String failures() {
    Map<String, List<String>> byOutcome = new LinkedHashMap<>();
    gaps.failedSources().stream()
        .filter(failed -> !isPartial(failed))
        .forEach(failed ->
            byOutcome
                .computeIfAbsent(failed.outcome(), outcome -> new ArrayList<>())
                .add(failed.title()));
    return byOutcome.entrySet().stream()
        .map(entry -> names(entry.getValue()) + " (" + entry.getKey() + ")")
        .collect(Collectors.joining("; "));
  }

  /** The first few by name; the run report has them all. */
  private static String names(List<String> names) {
    return names(names, names.size() == NAMED + 1 ? NAMED + 1 : NAMED);
  }

  private static String names(List<String> names, int most) {
    int shown = names.size() <= most ? names.size() - 1 : most;
    int left = names.size() - shown;
    String last = names.size() <= most ? names.get(shown) : number(left) + " more";
    return shown == 0 ? last : String.join(", ", names.subList(0, shown)) + " and " + last;
  }

  private String prose() {
    if (gaps.model() == null) {
      return "The summaries are sentences of their sources, chosen without a language model.";
    }
    List<String> writers = issue.writers();
    if (writers.size() == items) {
      return "The summaries were written by " + names(writers.stream().distinct().toList()) + ".";
    }
    String made = " made of sentences of the source, where the model gave nothing usable.";
    return writers.isEmpty()
        ? "No summary was written by "
            + gaps.model()
            + ": "
            + count(items, "summary is", "summaries are")
            + made
        : count(writers.size(), "summary was", "summaries were")
            + " written by "
            + names(writers.stream().distinct().toList())
            + "; "
            + count(items - writers.size(), "summary is", "summaries are")
            + made;
  }

  /** From harvested to picked, and what became of every entry. */
  private String funnel() {
    Funnel funnel = issue.funnel();
    String reasons =
        funnel.reasons().stream()
            .map(count -> number(count.entries()) + " " + count.reason())
            .collect(Collectors.joining(", "));
    return new Numbers(issue).funnel()
        + (reasons.isEmpty() ? "" : " What became of the entries: " + reasons + ".");
  }

  private String partly() {
    return "Coverage of this time is proven only in part for "
        + names(gaps.partly(), NAMED_PARTLY)
        + " ('digest coverage' has the times).";
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped : stripped + ".";
  }

  private static String count(long n, String one, String many) {
    return number(n) + " " + (n == 1 ? one : many);
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
