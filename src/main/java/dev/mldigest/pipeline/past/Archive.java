package dev.mldigest.pipeline.past;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Archived;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.PastDecision;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.settings.Evergreen;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.store.Ledger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What earlier issues passed over, for the evergreen slots. Such an entry keeps the decision of its
 * own week; that it was printed later is known by its summary there.
 */
public final class Archive {
  /** The best by what they scored then; more would only be read to be left. */
  private static final int MOST = 200;

  private Archive() {}

  public static List<Archived> before(Week week, Ledger ledger, Settings settings) {
    Evergreen evergreen = settings.slots().evergreen();
    if (evergreen.most() == 0) {
      return List.of();
    }
    return ledger.runnersUp(earlier(week, evergreen.weeks()), week, MOST).stream()
        .flatMap(past -> archived(past, settings))
        .toList();
  }

  private static Week earlier(Week week, int weeks) {
    LocalDate monday =
        LocalDate.of(week.year(), 1, 4)
            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week.number())
            .with(DayOfWeek.MONDAY);
    return Week.of(
        monday.minusWeeks(weeks).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
  }

  private static Stream<Archived> archived(PastDecision past, Settings settings) {
    Source source = settings.source(past.considered().entry().sourceId()).orElse(null);
    if (source == null) {
      return Stream.empty();
    }
    Candidate candidate =
        new Candidate(past.considered().entry(), source, past.considered().article());
    return DigestMarkdown.canLinkTo(candidate.address())
        ? Stream.of(new Archived(candidate, past.week()))
        : Stream.empty();
  }

  /**
   * The past without what is up again: that it was passed over must not count against it. What the
   * editor printed all the same stays, and so is not printed again.
   */
  static PastIssues without(List<Archived> archive, PastIssues past) {
    Set<String> ids = archive.stream().map(one -> one.candidate().id()).collect(Collectors.toSet());
    return new PastIssues(
        past.items().stream()
            .filter(item -> item.picked() || !ids.contains(item.entryId()))
            .toList(),
        past.archived(),
        past.decided());
  }
}
