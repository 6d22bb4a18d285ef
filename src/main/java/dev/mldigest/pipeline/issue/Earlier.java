package dev.mldigest.pipeline.issue;

import static java.util.stream.Collectors.joining;

import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.FollowUp;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.store.Issues;
import dev.mldigest.text.PlainTex;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What readers are told of the item of an earlier issue that a pick carries on. Says nothing that
 * does not stand in the two titles, in the pick's summary, which was checked, or in the state.
 */
record Earlier(Issues issues) {
  /** More make a list of a sentence. */
  private static final int MOST_NAMES = 2;

  /** Characters: what is shorter than a lead does not show what it did not name. */
  private static final int LEAST_TEXT = 200;

  /** What tells one release, or one part of a series, from the next: a number behind a name. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(\\p{L}[\\p{L}\\p{N}]{0,30})[ -][vV]?"
              + "(\\d{1,3}(?:\\.\\d{1,4}){0,3})(?![\\p{L}\\p{N}%,-]|\\.\\d)");

  /** Names that no other word is spelled like: with a figure, or a capital inside. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])(?=\\p{Lu})(?=[\\p{L}\\d.-]*(?:\\d|\\p{Ll}\\p{Lu}))"
              + "\\p{L}[\\p{L}\\d]*(?:[.-][\\p{L}\\d]+){0,4}(?![\\p{L}\\p{N}%])");

  /** Null where the pick carries on nothing, or nothing of an issue that is known. */
  @Nullable FollowUp of(Pick pick, Summary summary) {
    PastIssues.Past before = pick.follows();
    return before == null
        ? null
        : issues
            .find(before.week())
            .map(issue -> followUp(pick, before, issue.window(), summary))
            .orElse(null);
  }

  private static FollowUp followUp(
      Pick pick, PastIssues.Past before, Window issue, Summary summary) {
    String title = PlainTex.of(pick.story().primary().title());
    String then = PlainTex.of(before.title());
    boolean told = !before.text().isBlank();
    Optional<Step> step = step(then, title);
    return new FollowUp(
        new Issue.Link(
            before.entryId(),
            then,
            before.canonical() == null ? "" : before.canonical(),
            told ? before.source() : ""),
        issue,
        step.map(Step::then).orElse(""),
        step.map(Step::now).orElse(""),
        before.text().length() < LEAST_TEXT ? List.of() : fresh(summary, title, before));
  }

  private record Step(String then, String now) {}

  /** The same name in both titles with another number; small words are no names. */
  private static Optional<Step> step(String then, String now) {
    List<MatchResult> before = NUMBERED.matcher(then).results().toList();
    return NUMBERED
        .matcher(now)
        .results()
        .filter(one -> Character.isUpperCase(one.group().charAt(0)) || one.group(2).contains("."))
        .flatMap(one ->
            before.stream()
                .filter(other -> other.group(1).equalsIgnoreCase(one.group(1)))
                .filter(other -> !other.group(2).equals(one.group(2)))
                .map(other -> new Step(other.group(), one.group())))
        .findFirst();
  }

  private static List<String> fresh(Summary summary, String title, PastIssues.Past before) {
    String told = (before.title() + "\n" + before.text()).toLowerCase(Locale.ROOT);
    String shown = title.toLowerCase(Locale.ROOT);
    String text = summary.sentences().stream().map(SummarySentence::text).collect(joining("\n"));
    return NAME.matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .filter(name ->
            Stream.of(told, shown)
                .noneMatch(known -> known.contains(name.toLowerCase(Locale.ROOT))))
        .limit(MOST_NAMES)
        .toList();
  }
}
