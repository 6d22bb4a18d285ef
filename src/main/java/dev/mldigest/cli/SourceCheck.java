package dev.mldigest.cli;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.FeedParser;
import dev.mldigest.fetch.Http;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.pipeline.Concurrent;
import dev.mldigest.pipeline.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Asks every source once, at the same time and as politely as a harvest, and remembers nothing. */
final class SourceCheck {
  private final Settings settings;
  private final InstantSource clock;
  private final Progress progress;
  private final HostPauses pauses;

  /**
   * @param pauses of the state where there is one: arXiv counts what a run has just asked, too
   */
  SourceCheck(Settings settings, InstantSource clock, Progress progress, HostPauses pauses) {
    this.settings = settings;
    this.clock = clock;
    this.progress = progress;
    this.pauses = pauses;
  }

  void run(CheckList list) {
    Instant now = clock.instant();
    Window lately = new Window(now.minus(Duration.ofDays(1)), now);
    List<Source> sources = settings.sources();
    try (Http http = Composition.http(settings, clock, pauses)) {
      SourceReader reader = new SourceReader(http, new FeedParser(), settings.language());
      List<FetchOutcome> outcomes =
          Concurrent.map(
              "asking sources",
              sources,
              sources.size(),
              progress,
              source -> reader.fetch(source, SourceState.NEW, lately));
      for (int i = 0; i < sources.size(); i++) {
        say(sources.get(i), outcomes.get(i), list);
      }
    }
  }

  private static void say(Source source, FetchOutcome outcome, CheckList list) {
    boolean whole = outcome instanceof FetchOutcome.Fetched fetched && fetched.feed().complete();
    String entries =
        outcome instanceof FetchOutcome.Fetched fetched
            ? ", " + fetched.feed().entries().size() + " entries"
            : "";
    String detail = outcome.detail().isEmpty() ? "" : ": " + outcome.detail();
    list.say(whole, source.id(), outcome.word() + entries + detail);
  }
}
