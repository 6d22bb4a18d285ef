package dev.mldigest.pipeline.card;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Considered;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.store.Store;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The other reports of a story, as the week's ledger groups them. */
record Reports(Week week, Settings settings, Store store) {
  /** One of them with its text, empty where it could not be read. */
  record Report(SourceText.OtherReport shown, String text) {}

  /** Of the story that an entry is of, the oldest first. */
  List<Report> of(String entry) {
    List<Decision> decisions = store.ledger().decisions(week);
    Optional<String> story =
        decisions.stream()
            .filter(decision -> decision.entryId().equals(entry))
            .findFirst()
            .map(Decision::storyId);
    return decisions.stream()
        .filter(decision -> !decision.entryId().equals(entry))
        .filter(decision -> story.isPresent() && story.get().equals(decision.storyId()))
        .flatMap(decision -> store.ledger().entry(decision.entryId()).stream())
        .sorted(Comparator.comparing((Considered one) -> one.entry().date()))
        .map(this::report)
        .toList();
  }

  private Report report(Considered one) {
    Optional<Source> source = settings.source(one.entry().sourceId());
    Optional<Candidate> candidate =
        source.map(known -> new Candidate(one.entry(), known, one.article()));
    String link = one.entry().link() == null ? "" : one.entry().link();
    return new Report(
        new SourceText.OtherReport(
            source.map(Source::title).orElse(one.entry().sourceId()),
            candidate.map(Candidate::title).orElse(one.entry().title()),
            candidate.map(Candidate::address).filter(at -> !at.isEmpty()).orElse(link),
            one.entry().feedEntry().published()),
        one.article() == null ? "" : one.article().text());
  }
}
