package dev.mldigest.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.Network;
import dev.mldigest.fetch.Lab;
import dev.mldigest.fetch.LoopbackSite;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who keeps a place among the exchanges, and whose time it is that passes. */
@Timeout(60)
class ExchangesTest {
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  private Http http(int exchanges, Duration deadline, Waiting waiting) {
    Network network = HttpTest.network(deadline, 1, Duration.ZERO);
    Http http =
        Http.as(network, "ml-digest/0.1 (+https://digest.example/about)")
            .arxivGap(Duration.ZERO)
            .afterReset(Duration.ZERO)
            .waiting(waiting)
            .exchanges(exchanges)
            .build();
    open.add(http);
    return http;
  }

  private LoopbackSite site(String host, LoopbackSite.Script script) throws IOException {
    LoopbackSite site = new LoopbackSite(host, script);
    open.add(site);
    return site;
  }

  private LoopbackSite ready(String host) throws IOException {
    return site(host, (n, request, out, socket) -> LoopbackSite.send(out, "200 OK", "x"));
  }

  private static FutureTask<HttpReply> asked(Http http, URI url) {
    FutureTask<HttpReply> asked = new FutureTask<>(() -> http.get(HttpRequest.page(url)));
    Thread.ofVirtual().start(asked);
    return asked;
  }

  private static HttpReply get(Http http, URI url) {
    return http.get(HttpRequest.page(url));
  }

  @Test
  void who_waits_for_a_hosts_lane_keeps_no_place_from_other_hosts() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    LoopbackSite slow =
        site(
            "127.1.0.1",
            (n, request, out, socket) -> {
              seen.countDown();
              goOn.await();
              LoopbackSite.send(out, "200 OK", "x");
            });
    Http http = http(2, Duration.ofSeconds(30), Waiting.SYSTEM);
    FutureTask<HttpReply> first = asked(http, slow.at("/1"));
    seen.await();
    List<FutureTask<HttpReply>> queue = new ArrayList<>();
    for (int i = 2; i < 10; i++) {
      queue.add(asked(http, slow.at("/" + i)));
    }
    assertThat(get(http, ready("127.1.0.2").at("/"))).isInstanceOf(HttpReply.Answered.class);
    assertThat(slow.requests).hasSize(1);
    goOn.countDown();
    assertThat(first.get()).isInstanceOf(HttpReply.Answered.class);
    for (FutureTask<HttpReply> waiting : queue) {
      assertThat(waiting.get()).isInstanceOf(HttpReply.Answered.class);
    }
  }

  @Test
  void a_deadline_starts_with_the_request_and_not_while_it_waits_for_a_place() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    LoopbackSite silent =
        site(
            "127.1.0.1",
            (n, request, out, socket) -> {
              seen.countDown();
              never.await();
            });
    Http http = http(1, Duration.ofSeconds(1), Waiting.SYSTEM);
    FutureTask<HttpReply> first = asked(http, silent.at("/"));
    seen.await();
    HttpReply second = get(http, ready("127.1.0.2").at("/"));
    assertThat(Lab.word(first.get())).isEqualTo("timeout");
    assertThat(second).isInstanceOf(HttpReply.Answered.class);
    never.countDown();
  }

  @Test
  void no_deadline_runs_while_an_answer_waits_for_a_parser() throws Exception {
    LoopbackSite site = ready("127.1.0.1");
    Http http = http(4, Duration.ofSeconds(1), Waiting.SYSTEM);
    CountDownLatch read = new CountDownLatch(1);
    int width = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < width; i++) {
      Thread.ofVirtual().start(() -> http.parsing().of(1, () -> held(read)));
    }
    LoopbackSite silent = site("127.1.0.3", (n, request, out, socket) -> read.await());
    FutureTask<Boolean> answer =
        new FutureTask<>(() ->
            http.get(
                HttpRequest.page(site.at("/")),
                at -> null,
                reply ->
                    reply instanceof HttpReply.Answered && !Thread.currentThread().isVirtual()));
    Thread.ofVirtual().start(answer);
    // A whole deadline passes, by the clock that ends calls.
    assertThat(Lab.word(get(http, silent.at("/")))).isEqualTo("timeout");
    read.countDown();
    assertThat(answer.get()).as("answered, and read off the carriers").isTrue();
  }

  private static int held(CountDownLatch until) {
    try {
      until.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void who_was_told_to_wait_keeps_no_place() throws Exception {
    CountDownLatch asleep = new CountDownLatch(1);
    CountDownLatch wake = new CountDownLatch(1);
    Waiting waiting =
        new Waiting() {
          @Override
          public long nanoTime() {
            return wake.getCount() == 0 ? Duration.ofMinutes(1).toNanos() : 0;
          }

          @Override
          public void sleepUntil(long deadline) throws InterruptedException {
            if (deadline > Duration.ofSeconds(3).toNanos() && wake.getCount() > 0) {
              asleep.countDown();
              wake.await();
            }
          }
        };
    LoopbackSite busy =
        site(
            "127.1.0.1",
            (n, request, out, socket) -> {
              if (n == 0) {
                LoopbackSite.send(out, "503 Service Unavailable", "", "Retry-After: 5");
              } else {
                LoopbackSite.send(out, "200 OK", "x");
              }
            });
    Http http = http(1, Duration.ofSeconds(30), waiting);
    FutureTask<HttpReply> patient = asked(http, busy.at("/"));
    asleep.await();
    assertThat(get(http, ready("127.1.0.2").at("/"))).isInstanceOf(HttpReply.Answered.class);
    wake.countDown();
    assertThat(patient.get()).isInstanceOf(HttpReply.Answered.class);
  }

  @Test
  void a_server_on_which_we_hung_up_is_left_alone_for_a_moment() throws Exception {
    Lab lab = new Lab();
    open.add(lab::close);
    lab.mostBytes = 1_000;
    LoopbackSite site = lab.answering("200 OK", "x".repeat(50_000));
    assertThat(Lab.word(lab.http().get(HttpRequest.page(site.at("/"))))).isEqualTo("too large");
    assertThat(lab.time.passed()).isGreaterThanOrEqualTo(Duration.ofMillis(250));
  }
}
