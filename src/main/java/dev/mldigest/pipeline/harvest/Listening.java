package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.fetch.http.Parsing;
import dev.mldigest.store.Store;
import dev.mldigest.web.Redaction;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one source and makes entries of what it says; a defect of ours costs that source alone.
 *
 * @param now the start of the run: everything found in it counts as first seen then
 */
record Listening(SourceReader reader, Parsing parsing, Store store, Window window, Instant now) {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  /** What a source said, as entries. */
  record Heard(FetchOutcome outcome, List<Entry> entries) {}

  Heard to(Source source, SourceState before) {
    FetchOutcome outcome = fetch(source, before);
    if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
      return new Heard(outcome, List.of());
    }
    List<FeedEntry> stated = store.sources().stated(source);
    boolean first = before.bodyHash() == null;
    try {
      return new Heard(
          outcome, parsing.of(0, () -> Intake.entries(source, fetched.feed(), stated, first, now)));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Heard(defect(source, e), List.of());
    }
  }

  private FetchOutcome fetch(Source source, SourceState before) {
    try {
      // Whatever week is made again: what is known of a source is known up to now.
      Instant to = window.to().isBefore(now) ? now : window.to();
      return reader.fetch(source, before, new Window(window.from(), to));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return defect(source, e);
    }
  }

  /** A defect of ours in reading one source costs that source, never the rest. */
  private static FetchOutcome defect(Source source, Throwable e) {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("it was given up, which is no defect", e);
    }
    LOG.error("source {} could not be read because of a defect", source.id(), Defect.of(e));
    return new FetchOutcome.Failed(
        FetchFailure.DEFECT, Redaction.in("Reading it failed inside this program: " + e + "."));
  }
}
