package dev.mldigest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.testkit.TestSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StopTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  private final Stop stop = new Stop();
  private final AtomicInteger asked = new AtomicInteger();

  /** However early its turn was queued: all pages of a week are queued at once. */
  @Test
  void no_request_begins_after_a_service_was_told_to_stop() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try (Http http =
        Composition.http(settings(), InstantSource.fixed(NOW), stop, HostPauses.inMemory())) {
      SourceReader reader = new SourceReader(http);
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed");
      Source source = new Source("a", "a", SourceKind.BLOG, url, "s", 1, List.of(), null);
      Runnable request =
          () ->
              reader.fetch(source, SourceState.NEW, new Window(NOW.minus(Duration.ofDays(7)), NOW));
      request.run();
      assertThat(asked).hasValue(1);

      Thread hook = Thread.ofPlatform().start(stop::run);
      stop.await();
      Thread late = Thread.ofPlatform().daemon().start(request);
      while (late.isAlive() && LockSupport.getBlocker(late) != stop) {
        Thread.onSpinWait();
      }
      assertThat(asked).hasValue(1);
      late.interrupt();
      late.join();
      stop.done();
      hook.join();
    } finally {
      server.stop(0);
    }
  }

  private static Settings settings() {
    return TestSettings.of(
        TestSettings.network(Duration.ofSeconds(20), 1_000_000, 2, "127.0.0.0/8"), List.of());
  }
}
