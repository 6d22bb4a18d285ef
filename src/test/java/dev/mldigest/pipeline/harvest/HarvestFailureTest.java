package dev.mldigest.pipeline.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.extract.Extractor;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.Loopback;
import dev.mldigest.testkit.TestSettings;
import dev.mldigest.testkit.VirtualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whose fault it is where a source cannot be had. */
@Timeout(60)
class HarvestFailureTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  @TempDir Path folder;
  private final VirtualTime time = new VirtualTime(NOW);

  @AutoClose("stop")
  private final WireMockServer server = Loopback.web();

  private Source missing() {
    return source("missing", SourceKind.BLOG, server.baseUrl() + "/feed");
  }

  private static Source silent(String id, String host) throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return source(id, SourceKind.BLOG, "http://" + host + ":" + closed.getLocalPort() + "/feed");
    }
  }

  private Source archive() throws IOException {
    Path past = Files.createDirectories(folder.resolve("past"));
    Files.writeString(past.resolve("2026-02-20.md"), "# Past\n\n- [A post](https://a.example/)\n");
    return source("past", SourceKind.ARCHIVE, past.toUri().toString());
  }

  private static Source source(String id, SourceKind kind, String url) {
    return new Source(id, id, kind, URI.create(url), "s", 1, List.of(), null);
  }

  private record Harvested(Harvest.Result result, List<Integer> failures) {}

  private Harvested harvest(Source... sources) {
    Settings settings = settings(sources);
    try (Store store = Store.open(folder.resolve("state"));
        Http http =
            Http.as(settings.network(), "ml-digest/1 (+test)")
                .clock(time)
                .waiting(time)
                .pauses(store.hostPauses())
                .build()) {
      Harvest harvest =
          new Harvest(
              settings,
              store,
              new SourceReader(http),
              new Pages(http),
              new Extractor(),
              time,
              Progress.SILENT);
      Instant now = time.instant();
      Harvest.Result result =
          harvest.run(Harvest.Asking.DUE, new Window(now.minus(Duration.ofDays(7)), now), now);
      return new Harvested(
          result,
          Stream.of(sources).map(source -> store.sources().state(source).failures()).toList());
    }
  }

  @Test
  void the_only_source_that_is_due_is_backed_off_when_its_server_says_404() {
    assertThat(harvest(missing()).failures()).containsExactly(1);
    time.advanceTo(NOW.plusSeconds(60));
    assertThat(harvest(missing()).result().polled()).as("back-off").isZero();
  }

  @Test
  void one_silent_host_is_down_itself() throws IOException {
    Harvested harvested = harvest(silent("a", "127.0.0.1"), silent("b", "127.0.0.1"));
    assertThat(harvested.failures()).containsExactly(1, 1);
  }

  @Test
  void where_several_hosts_are_silent_and_nobody_is_heard_the_fault_is_ours() throws IOException {
    Harvested harvested = harvest(silent("a", "127.0.0.1"), silent("b", "127.0.0.2"));
    assertThat(harvested.failures()).containsExactly(0, 0);
    assertThat(harvested.result().nothingReached()).isTrue();
  }

  @Test
  void where_one_server_is_heard_the_network_works_whatever_it_says() throws IOException {
    Harvested harvested = harvest(silent("a", "127.0.0.1"), silent("b", "127.0.0.2"), missing());
    assertThat(harvested.failures()).containsExactly(1, 1, 1);
  }

  @Test
  void a_folder_that_was_read_says_nothing_of_the_network() throws IOException {
    Harvested harvested = harvest(silent("a", "127.0.0.1"), silent("b", "127.0.0.2"), archive());
    assertThat(harvested.failures()).containsExactly(0, 0, 0);
    assertThat(harvested.result().polled()).isEqualTo(2);
    assertThat(harvested.result().nothingReached()).isTrue();
  }

  @Test
  void where_only_a_folder_was_due_nothing_is_out_of_reach() throws IOException {
    assertThat(harvest(archive()).result().nothingReached()).isFalse();
  }

  private static Settings settings(Source... sources) {
    return TestSettings.of(List.of(sources));
  }
}
