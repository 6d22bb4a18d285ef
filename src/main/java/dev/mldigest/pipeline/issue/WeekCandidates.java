package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Archived;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.past.Archive;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a made issue could hold: all of its week's harvest, and the archive that an evergreen slot
 * draws on; and what the selection decided of each.
 */
final class WeekCandidates {
  private final Settings settings;
  private final Store store;

  WeekCandidates(Settings settings, Store store) {
    this.settings = settings;
    this.store = store;
  }

  List<Candidate> of(Week week) {
    Issues.Stored made = store.issues().find(week).orElseThrow();
    var considered = store.ledger().considered(week, made.window().to());
    return Stream.concat(
            Candidates.of(considered, settings).known().stream(),
            Archive.before(week, store.ledger(), settings).stream().map(Archived::candidate))
        .toList();
  }

  Optional<Candidate> find(Week week, String id) {
    return of(week).stream().filter(candidate -> candidate.id().equals(id)).findFirst();
  }

  /** By the entry's id. */
  Map<String, Decision> decisions(Week week) {
    Map<String, Decision> byEntry = new HashMap<>();
    store.ledger().decisions(week).forEach(one -> byEntry.put(one.entryId(), one));
    return byEntry;
  }
}
