package dev.mldigest.cli.feeds;

import static java.util.stream.Collectors.toMap;

import dev.mldigest.cli.console.CheckList;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.PollEnding;
import dev.mldigest.domain.PollRecord;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.pipeline.harvest.Concurrent;
import dev.mldigest.pipeline.harvest.Harvest;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks every source that may be asked now, at the same time and as politely as a harvest, by what
 * the state remembers of it where there is one; of the others it tells how they ended last. It
 * changes nothing but the pauses of hosts.
 */
public final class SourceCheck {
  private final Settings settings;
  private final InstantSource clock;
  private final Progress progress;
  private final Optional<Store> store;

  public SourceCheck(
      Settings settings, InstantSource clock, Progress progress, Optional<Store> store) {
    this.settings = settings;
    this.clock = clock;
    this.progress = progress;
    this.store = store;
  }

  /** A source, what is remembered of it, and what it answered, or null where it was not asked. */
  private record Check(Source source, SourceState state, @Nullable FetchOutcome outcome) {}

  public void run(CheckList list) {
    Instant now = clock.instant();
    Window lately = new Window(now.minus(Duration.ofDays(1)), now);
    List<Source> sources = settings.sources();
    HostPauses pauses = store.map(Store::hostPauses).orElseGet(HostPauses::inMemory);
    try (Http http = Composition.http(settings, clock, pauses)) {
      SourceReader reader = new SourceReader(http, settings.language());
      List<Check> checks =
          Concurrent.map(
              "asking sources",
              sources,
              sources.size(),
              progress,
              source -> check(reader, source, lately));
      Map<String, PollRecord> polls = polls();
      checks.forEach(check -> say(check, polls.get(check.source().id()), list));
    }
  }

  private Check check(SourceReader reader, Source source, Window lately) {
    SourceState state = store.map(it -> it.sources().state(source)).orElse(SourceState.NEW);
    boolean allowed = Harvest.mayAsk(state, lately.to());
    return new Check(source, state, allowed ? reader.fetch(source, state, lately) : null);
  }

  private Map<String, PollRecord> polls() {
    List<PollRecord> polls = store.map(it -> it.sources().polls()).orElse(List.of());
    return polls.stream().collect(toMap(PollRecord::sourceId, poll -> poll));
  }

  private void say(Check check, @Nullable PollRecord last, CheckList list) {
    FetchOutcome outcome = check.outcome();
    if (outcome != null) {
      answered(check.source(), outcome, list);
    } else if (last != null) {
      String when = when(check.state(), last);
      list.say(
          last.ending().isWell(),
          check.source().id(),
          "not asked " + when + ": last time: " + last.outcome() + detail(last.detail()));
    }
  }

  private String when(SourceState state, PollRecord last) {
    Instant notBefore = state.notBefore();
    if (last.ending() == PollEnding.GONE) {
      return "any more";
    }
    return notBefore == null || !notBefore.isAfter(clock.instant())
        ? "at this hour, as it wishes"
        : "before " + notBefore;
  }

  private static void answered(Source source, FetchOutcome outcome, CheckList list) {
    boolean well =
        outcome instanceof FetchOutcome.NotModified
            || (outcome instanceof FetchOutcome.Fetched fetched && fetched.feed().complete());
    String entries =
        outcome instanceof FetchOutcome.Fetched fetched
            ? ", " + fetched.feed().entries().size() + " entries"
            : "";
    list.say(well, source.id(), outcome.word() + entries + detail(outcome.detail()));
  }

  private static String detail(String detail) {
    return detail.isEmpty() ? "" : ": " + detail;
  }
}
