package dev.mldigest.page;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Rewrite;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.page.view.RewriteView;
import dev.mldigest.page.view.Templates;
import dev.mldigest.pipeline.issue.Redo;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has items written again, and keeps every version as long as the page is served. Nothing is
 * replaced by a version that the editor did not take; taking one costs nothing more.
 */
final class Rewrites {
  /** Who is not content with five will rather write it: each more costs and says less. */
  static final int MOST = 5;

  private static final double MICROS = 1_000_000;

  private final Workshop workshop;
  private final InstantSource clock;
  private final Map<Place, List<Version>> versions = new HashMap<>();

  private record Place(Week week, String item) {}

  private record Version(String wish, Redo.Outcome.Proposed proposed) {}

  Rewrites(Workshop workshop, InstantSource clock) {
    this.workshop = workshop;
    this.clock = clock;
  }

  /** A version to look at. */
  synchronized Answer propose(Week week, String item, String instruction) {
    String wish = instruction.isBlank() ? Rewrite.OTHERWISE : instruction.strip();
    List<Version> made =
        versions.computeIfAbsent(new Place(week, item), place -> new ArrayList<>());
    Redo redo = workshop.redo();
    Optional<Issue.Item> found =
        redo.find(week, item).stream().filter(one -> one.id().equals(item)).findFirst();
    if (wish.length() > Rewrite.LONGEST) {
      return no("A wish has at most " + Rewrite.LONGEST + " characters.");
    }
    if (made.size() >= MOST) {
      return no("It was written " + MOST + " times; e lets you write it yourself.");
    }
    if (found.isEmpty()) {
      return no("Only what a run picked can be written again; e lets you write it yourself.");
    }
    return switch (redo.redo(week, found.get(), wish, true, clock.instant())) {
      case Redo.Outcome.Proposed proposed -> {
        made.add(new Version(wish, proposed));
        yield shown(made, proposed);
      }
      case Redo.Outcome.Unchanged(String reason) -> no(reason);
      case Redo.Outcome.Busy busy -> no("A run is at work in this output folder; try again.");
      case Redo.Outcome.Rewritten rewritten -> throw new IllegalStateException("only proposed");
    };
  }

  private static Answer shown(List<Version> made, Redo.Outcome.Proposed proposed) {
    String version = Integer.toString(made.size());
    String cost = cost(proposed);
    int left = MOST - made.size();
    String html =
        Templates.rewrite(
            RewriteView.of(version, text(proposed.before()), text(proposed.after()), cost, left));
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("version", version);
    told.put("html", html);
    told.put("cost", cost);
    told.put("left", left);
    return Answer.json(Told.json(told));
  }

  private static String cost(Redo.Outcome.Proposed proposed) {
    long micros = proposed.micros();
    String tokens = String.format(Locale.ROOT, "%,d tokens", proposed.tokens());
    return micros == 0 ? tokens : tokens + String.format(Locale.ROOT, ", %.4f", micros / MICROS);
  }

  private static String text(Issue.Item item) {
    return item.summary().sentences().stream()
        .map(SummarySentence::text)
        .collect(Collectors.joining(" "));
  }

  private static Answer no(String sentence) {
    return Answer.json(Told.json(Map.of("outcome", "refused", "sentence", sentence)));
  }

  /** What became of taking a version: done with a sentence, which may be empty, or not. */
  record Taken(boolean done, String sentence) {}

  /** Puts a version in. */
  synchronized Taken take(Week week, String item, String version) {
    List<Version> made = versions.getOrDefault(new Place(week, item), List.of());
    List<Redo.Outcome.Proposed> all = made.stream().map(Version::proposed).toList();
    Version chosen = version(made, version);
    if (chosen == null) {
      return new Taken(false, "That version is not kept any more; have it written again.");
    }
    return switch (workshop.redo().take(week, chosen.proposed, chosen.wish, all, clock.instant())) {
      case Redo.Outcome.Rewritten done ->
          new Taken(
              true,
              done.kept()
                  ? "You edited this item: your text stays."
                  : String.join(" ", done.notices()));
      case Redo.Outcome.Unchanged(String reason) -> new Taken(false, reason);
      case Redo.Outcome.Busy busy -> new Taken(false, "A run is at work; try again.");
      case Redo.Outcome.Proposed proposed -> throw new IllegalStateException("taken");
    };
  }

  private static @Nullable Version version(List<Version> made, String number) {
    return number.matches("[1-9]") && Integer.parseInt(number) <= made.size()
        ? made.get(Integer.parseInt(number) - 1)
        : null;
  }
}
