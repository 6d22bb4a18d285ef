package dev.mldigest.fetch.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.SourceState;
import dev.mldigest.fetch.Certificates;
import dev.mldigest.fetch.Lab;
import dev.mldigest.fetch.LoopbackSite;
import dev.mldigest.net.Transport;
import dev.mldigest.testkit.FaultTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Fault cases 1 to 14: connections. */
@Timeout(60)
class TransportFaultsTest {
  @RegisterExtension final FaultTable table = new FaultTable();
  private final Lab lab = new Lab();

  @AfterEach
  void close() throws Exception {
    lab.close();
  }

  private WireMockServer mock(ResponseDefinitionBuilder answer) {
    return mock("127.1.0.1", answer);
  }

  private WireMockServer mock(String host, ResponseDefinitionBuilder answer) {
    WireMockServer server = new WireMockServer(options().bindAddress(host).dynamicPort());
    server.start();
    lab.closeLater(server::stop);
    server.stubFor(get(anyUrl()).willReturn(answer));
    return server;
  }

  private static URI feed(WireMockServer server, String host) {
    return URI.create("http://" + host + ":" + server.port() + "/feed");
  }

  private FetchOutcome fetch(WireMockServer server) {
    return lab.fetch(feed(server, "127.1.0.1"));
  }

  private void failed(FetchOutcome outcome, String word) {
    table.outcome(outcome.word());
    assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
    assertThat(outcome.word()).as(outcome.detail()).isEqualTo(word);
  }

  /** One retry, and not at once. */
  private void resetAndTriedOnceMore(Fault fault) {
    WireMockServer server = mock(aResponse().withFault(fault));
    failed(fetch(server), "connection reset");
    assertThat(server.getAllServeEvents()).hasSize(2);
    assertThat(lab.time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void case_1_an_empty_response_is_tried_once_more_later() {
    resetAndTriedOnceMore(Fault.EMPTY_RESPONSE);
  }

  @Test
  void case_2_a_reset_connection_is_tried_once_more_later() {
    resetAndTriedOnceMore(Fault.CONNECTION_RESET_BY_PEER);
  }

  @Test
  void case_3_random_data_is_a_protocol_error() {
    WireMockServer server = mock(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    failed(fetch(server), "protocol error");
    assertThat(server.getAllServeEvents()).hasSize(1);
  }

  @Test
  void case_4_garbage_in_place_of_a_chunk_is_an_error() {
    failed(
        fetch(mock(aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK))),
        "protocol error");
  }

  @Test
  void case_5_a_server_slower_than_the_deadline_times_out_and_others_go_on() throws Exception {
    lab.deadline = Duration.ofMillis(400);
    WireMockServer slow = mock(aResponse().withFixedDelay(5_000).withBody(Lab.FEED));
    LoopbackSite quick = lab.answering("200 OK", Lab.FEED);
    Http http = lab.http();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> Lab.fetch(http, feed(slow, "127.1.0.1"), SourceState.NEW));
      var second = threads.submit(() -> Lab.fetch(http, quick.at("/"), SourceState.NEW));
      assertThat(second.get().word()).isEqualTo("fetched");
      failed(first.get(), "timeout");
    }
    assertThat(slow.getAllServeEvents().size()).as("a timeout is not retried").isLessThan(2);
  }

  @Test
  void case_6_a_body_that_dribbles_is_cut_at_the_whole_calls_deadline() {
    lab.deadline = Duration.ofMillis(400);
    failed(
        fetch(mock(aResponse().withBody(Lab.FEED).withChunkedDribbleDelay(200, 60_000))),
        "timeout");
  }

  @Test
  void case_7_one_slow_host_of_fifty_costs_its_own_deadline_only() throws Exception {
    lab.deadline = Duration.ofMillis(800);
    WireMockServer slow =
        mock("127.1.3.0", aResponse().withLogNormalRandomDelay(5_000, 0.1).withBody(Lab.FEED));
    List<URI> feeds = new ArrayList<>(List.of(feed(slow, "127.1.3.0")));
    for (int i = 1; i < 50; i++) {
      feeds.add(
          lab.site("127.1.3." + i, (n, r, out, s) -> LoopbackSite.send(out, "200 OK", Lab.FEED))
              .at("/"));
    }
    Http http = lab.http();
    List<String> words = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<FetchOutcome>> all =
          feeds.stream()
              .map(url -> threads.submit(() -> Lab.fetch(http, url, SourceState.NEW)))
              .toList();
      for (Future<FetchOutcome> one : all) {
        words.add(one.get().word());
      }
    }
    assertThat(words.removeFirst()).isEqualTo("timeout");
    assertThat(words).hasSize(49).containsOnly("fetched");
    table.outcome("49 fetched, 1 timeout");
  }

  @Test
  void case_8_a_refused_port_is_a_quick_error() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.1.0.9"))) {
      port = gone.getLocalPort();
    }
    failed(lab.fetch(URI.create("http://127.1.0.9:" + port + "/")), "connection refused");
  }

  @Test
  void case_9_a_connection_nobody_accepts_ends_at_the_connect_timeout() throws Exception {
    lab.connect = Duration.ofMillis(300);
    assertThat(Transport.SYSTEM.connect()).isEqualTo(Duration.ofSeconds(5));
    try (ServerSocket hole = new ServerSocket(0, 1, InetAddress.getByName("127.1.0.8"))) {
      lab.closeLater(filled(hole));
      failed(lab.fetch(URI.create("http://127.1.0.8:" + hole.getLocalPort() + "/")), "timeout");
    }
  }

  /** Connects until the backlog takes no more. */
  private static AutoCloseable filled(ServerSocket hole) throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Socket socket = new Socket();
        waiting.add(socket);
        socket.connect(new InetSocketAddress(hole.getInetAddress(), hole.getLocalPort()), 100);
      }
    } catch (SocketTimeoutException full) {
      // what was wanted
    }
    return () -> {
      for (Socket socket : waiting) {
        socket.close();
      }
    };
  }

  @Test
  void case_10_an_unknown_host_is_a_failure_and_not_the_end_of_a_source() {
    lab.dns =
        name -> {
          throw new UnknownHostException(name);
        };
    failed(lab.fetch(URI.create("http://nobody.example/feed")), "unknown host");
    assertThat(lab.dialled).isEmpty();
  }

  @Test
  void case_10_b_a_name_server_that_is_silent_ends_in_time() {
    CountDownLatch over = new CountDownLatch(1);
    lab.closeLater(over::countDown);
    lab.connect = Duration.ofMillis(200);
    lab.dns =
        name -> {
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(name);
        };
    failed(lab.fetch(URI.create("http://slow.example/feed")), "timeout");
  }

  // ------------------------------------------------------------------ TLS

  private FetchOutcome secure(Certificates certificates, String who) throws Exception {
    LoopbackSite site =
        new LoopbackSite(
            "https",
            "127.1.0.1",
            certificates.listen(who, "127.1.0.1"),
            (n, r, out, s) -> LoopbackSite.send(out, "200 OK", Lab.FEED));
    lab.closeLater(site);
    FetchOutcome outcome = lab.fetch(site.at("/feed"));
    assertThat(site.requests).hasSize(outcome.word().equals("fetched") ? 1 : 0);
    return outcome;
  }

  @Test
  void case_11_certificates_that_are_expired_or_of_nobody_known_are_refused_and_it_says_why(
      @TempDir Path folder) throws Exception {
    Certificates certificates = Certificates.make(folder);
    failed(secure(certificates, "valid"), "tls error");
    assertThat(secure(certificates, "authority").detail()).contains("not signed by anyone known");
    lab.trust = certificates.trust();
    assertThat(secure(certificates, "valid").word()).isEqualTo("fetched");
    assertThat(secure(certificates, "expired").detail()).contains("has expired");
    assertThat(secure(certificates, "stranger").detail()).contains("for another name");
  }

  // ------------------------------------------------------------------ lengths

  @Test
  void case_12_a_body_shorter_than_announced_is_an_error_and_not_nothing_new() throws Exception {
    failed(
        lab.fetch(lab.answering("200 OK", Lab.FEED, "Content-Length: 5000").at("/")), "truncated");
  }

  @Test
  void case_13_a_length_that_is_too_small_is_survived() throws Exception {
    FetchOutcome none = lab.fetch(lab.answering("200 OK", Lab.FEED, "Content-Length: 0").at("/"));
    assertThat(none.word()).isEqualTo("empty");
    FetchOutcome half = lab.fetch(lab.answering("200 OK", Lab.FEED, "Content-Length: 90").at("/"));
    assertThat(half.word()).isEqualTo("partial");
    table.outcome("empty, partial");
  }

  @Test
  void a_length_below_nothing_is_named_as_what_it_is() throws Exception {
    FetchOutcome outcome =
        lab.fetch(lab.answering("200 OK", Lab.FEED, "Content-Length: -5").at("/"));
    failed(outcome, "protocol error");
    assertThat(outcome.detail()).contains("announced a body of -5 bytes");
    String[] moved = {"Content-Length: -5", "Location: /elsewhere"};
    failed(lab.fetch(lab.answering("302 Found", "", moved).at("/")), "protocol error");
    failed(lab.fetch(lab.answering("404 No", "", "Content-Length: -5").at("/")), "protocol error");
  }

  @Test
  void case_14_a_success_without_a_body_is_an_error() throws Exception {
    failed(lab.fetch(lab.answering("200 OK", "", "ETag: \"new\"").at("/")), "empty");
  }

  // ------------------------------------------------------------------ heads

  @Test
  void headers_that_never_end_cost_the_deadline_and_no_more() throws Exception {
    lab.deadline = Duration.ofMillis(400);
    CountDownLatch gone = new CountDownLatch(1);
    LoopbackSite slow =
        lab.site((n, r, out, s) -> {
          out.write(Lab.utf8("HTTP/1.1 200 OK\r\n"));
          try {
            for (int i = 0; ; i++) {
              out.write(Lab.utf8("X-" + i + ": y\r\n"));
              out.flush();
              gone.await(10, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
          } finally {
            gone.countDown();
          }
        });
    failed(lab.fetch(slow.at("/")), "timeout");
    assertThat(slow.requests).hasSize(1);
  }

  @Test
  void headers_beyond_all_measure_are_a_protocol_error_and_not_asked_for_again() throws Exception {
    LoopbackSite line = lab.answering("200 OK", Lab.FEED, "X: " + "y".repeat(1_000_000));
    failed(lab.fetch(line.at("/")), "protocol error");
    assertThat(line.requests).hasSize(1);
    String[] many = new String[10_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = "X-" + i + ": a value of some thirty characters";
    }
    LoopbackSite lines = lab.answering("200 OK", Lab.FEED, many);
    failed(lab.fetch(lines.at("/")), "protocol error");
    assertThat(lines.requests).hasSize(1);
  }
}
