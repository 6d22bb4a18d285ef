package dev.mldigest.publish.service.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.Secret;
import dev.mldigest.testkit.FakedTarget;
import dev.mldigest.testkit.Loopback;
import dev.mldigest.testkit.TestSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JsonHttpTest {
  private static final String KEY = "sk-0123456789abcdef";

  private final WireMockServer service = Loopback.web();
  private final FakedTarget.Time time = new FakedTarget.Time();
  private final List<Duration> waits = new ArrayList<>();

  @AfterEach
  void stop() {
    service.stop();
  }

  private Reply<JsonHttp.Answer> post(String secret) {
    JsonHttp.Terms terms =
        new JsonHttp.Terms(
            FakedTarget.PATIENT,
            wait -> {
              waits.add(wait);
              time.pass(wait);
            },
            HostPauses.inMemory(),
            time);
    try (JsonHttp http =
        new JsonHttp(
            URI.create(service.baseUrl()),
            TestSettings.network(Duration.ofSeconds(1), 1_000_000, 2, "127.0.0.0/8"),
            terms)) {
      return http.send(
          new ServiceCall(
              "POST",
              http.at("/drafts"),
              Map.of(),
              Map.of("Authorization", new Secret(secret)),
              "{}"));
    }
  }

  private static Reply.Trouble<JsonHttp.Answer> trouble(Reply<JsonHttp.Answer> reply) {
    assertThat(reply).isInstanceOf(Reply.Trouble.class);
    return (Reply.Trouble<JsonHttp.Answer>) reply;
  }

  @Test
  void a_key_that_the_service_says_back_is_not_told_in_any_of_its_spellings() {
    String basic =
        Base64.getEncoder().encodeToString(("digest:" + KEY).getBytes(StandardCharsets.UTF_8));
    for (String secret :
        List.of("Token " + KEY, "token digest:" + KEY, "Basic " + basic, KEY, "Bearer " + KEY)) {
      service.stubFor(
          any(anyUrl())
              .willReturn(
                  aResponse()
                      .withStatus(401)
                      .withBody(
                          "{\"detail\":\"no such key %s, sent as %s\"}".formatted(KEY, secret))));

      Reply.Trouble<JsonHttp.Answer> refused = trouble(post(secret));

      assertThat(refused.why()).isEqualTo(Reply.Why.REFUSED);
      assertThat(refused.sentence()).contains("401", "no such key ***").doesNotContain(KEY, basic);
    }
  }

  @Test
  void a_redirect_is_refused_and_takes_no_key_anywhere() {
    service.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse().withStatus(307).withHeader("Location", service.baseUrl() + "/other")));

    assertThat(trouble(post(KEY)).why()).isEqualTo(Reply.Why.REFUSED);
    service.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void a_short_wish_for_patience_is_sat_out_and_a_long_one_is_told_and_kept() {
    service.stubFor(
        any(anyUrl())
            .inScenario("s")
            .whenScenarioStateIs("Started")
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7"))
            .willSetStateTo("rested"));
    service.stubFor(
        any(anyUrl())
            .inScenario("s")
            .whenScenarioStateIs("rested")
            .willReturn(okJson("{\"id\":1}")));
    assertThat(post(KEY)).isInstanceOf(Reply.Got.class);
    assertThat(waits).containsExactly(Duration.ofSeconds(7));

    service.resetAll();
    service.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "600")));
    Reply.Trouble<JsonHttp.Answer> later = trouble(post(KEY));
    assertThat(later.why()).isEqualTo(Reply.Why.LATER);
    assertThat(later.sentence()).contains("600 seconds");
    service.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void an_answer_without_end_is_cut() {
    service.stubFor(any(anyUrl()).willReturn(okJson("{\"a\":\"" + "x".repeat(33_000_000) + "\"}")));

    assertThat(trouble(post(KEY)).why()).isEqualTo(Reply.Why.UNSURE);
  }

  @Test
  void what_was_never_reached_was_not_done() {
    int port = service.port();
    service.stop();
    assertThat(port).isPositive();
    FakedTarget.Time clock = new FakedTarget.Time();
    try (JsonHttp http =
        new JsonHttp(
            URI.create("http://127.0.0.1:" + port),
            TestSettings.network(Duration.ofSeconds(1), 1_000_000, 2, "127.0.0.0/8"),
            FakedTarget.terms(clock))) {
      Reply<JsonHttp.Answer> reply =
          http.send(new ServiceCall("POST", http.at("/"), Map.of(), Map.of(), "{}"));
      assertThat(trouble(reply).why()).isEqualTo(Reply.Why.LATER);
    }
  }

  /**
   * HTTP/1.0 says nothing of it: what comes next on the connection is never read (RFC 1945, 1.3).
   */
  @Test
  void a_server_that_takes_one_request_a_connection_is_asked_by_a_new_one() throws Exception {
    try (ServerSocket old = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        JsonHttp http =
            new JsonHttp(
                URI.create("http://127.0.0.1:" + old.getLocalPort()),
                TestSettings.network(Duration.ofSeconds(1), 1_000_000, 2, "127.0.0.0/8"),
                FakedTarget.terms(time))) {
      Thread server = Thread.ofVirtual().start(() -> answerOnce(old));
      ServiceCall get = new ServiceCall("GET", http.at("/"), Map.of(), Map.of(), null);
      ServiceCall post = new ServiceCall("POST", http.at("/"), Map.of(), Map.of(), "{}");

      assertThat(http.send(get)).isInstanceOf(Reply.Got.class);
      assertThat(http.send(post)).isInstanceOf(Reply.Got.class);
      assertThat(http.send(post)).isInstanceOf(Reply.Got.class);

      server.interrupt(); // which closes what it waits on
      server.join();
    }
  }

  private static void answerOnce(ServerSocket server) {
    while (true) {
      try (Socket connection = server.accept()) {
        byte[] some = new byte[4096];
        int read = connection.getInputStream().read(some);
        connection
            .getOutputStream()
            .write(
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                    .getBytes(StandardCharsets.US_ASCII));
        // It goes only when the client has, or has said more than it listens to.
        while (read > 0 && !new String(some, 0, read, StandardCharsets.US_ASCII).endsWith("{}")) {
          read = connection.getInputStream().read(some);
        }
      } catch (IOException e) {
        return;
      }
    }
  }
}
