package dev.mldigest.publish.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.domain.settings.TargetKind;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.publish.service.call.Reply;
import dev.mldigest.publish.service.campaign.Kit;
import dev.mldigest.publish.service.campaign.Listmonk;
import dev.mldigest.publish.service.campaign.Mailchimp;
import dev.mldigest.publish.service.campaign.MailerLite;
import dev.mldigest.publish.service.draft.Mark;
import dev.mldigest.publish.service.draft.Stored;
import dev.mldigest.publish.service.post.Beehiiv;
import dev.mldigest.publish.service.post.Ghost;
import dev.mldigest.testkit.FakedTarget;
import dev.mldigest.testkit.TestSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services that answer with success, and with less or other than was asked for. */
class ScantAnswersTest {
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private JsonHttp http;
  private Function<String, String> answers = target -> "{}";

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    http =
        new JsonHttp(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            TestSettings.network(Duration.ofSeconds(1), 1_000_000, 2, "127.0.0.0/8"),
            FakedTarget.terms(new FakedTarget.Time()));
  }

  @AfterEach
  void close() {
    http.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestURI().toString();
      asked.add(exchange.getRequestMethod() + " " + target);
      byte[] bytes = answers.apply(target).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Test
  void a_broadcast_that_is_not_shown_whole_is_not_written_over_with_nothing() {
    Stored leaving = new Stored("1", Stored.State.LEAVING, Map.of(), "", "");
    for (String scant :
        List.of(
            "{}",
            "{\"broadcast\":{}}",
            "{\"broadcast\":{\"id\":1}}",
            "{\"broadcast\":{\"id\":2,\"subject\":\"s\",\"content\":\"c\"}}")) {
      answers = target -> scant;
      assertThat(new Kit(http, new Secret("key")).setBack(leaving))
          .as(scant)
          .isInstanceOf(Reply.Trouble.class);
    }
    assertThat(asked).allMatch(request -> request.startsWith("GET "));
  }

  @Test
  void a_list_that_does_not_go_by_the_slug_is_looked_through_to_its_end() {
    Mark mark = new Mark(FakedTarget.WEEK, "0123456789abcdef");
    String others =
        IntStream.range(0, 100)
            .mapToObj("{\"id\":\"post_%d\",\"slug\":\"another\"}"::formatted)
            .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    answers =
        target ->
            target.contains("page=2")
                ? "{\"data\":[{\"id\":\"post_x\",\"slug\":\"%s\"}]}".formatted(mark.word())
                : target.contains("/posts?")
                    ? others
                    : "{\"data\":{\"id\":\"post_x\",\"status\":\"draft\"}}";
    PublishTarget settings =
        new PublishTarget(
            "b",
            TargetKind.BEEHIIV,
            null,
            PublishTarget.Key.NONE,
            Map.of("publication", List.of("pub_1")));
    assertThat(new Beehiiv(http, settings, new Secret("key")).find(mark))
        .isInstanceOfSatisfying(
            Reply.Got.class,
            got -> assertThat((List<?>) got.value()).singleElement().isInstanceOf(Stored.class));
  }

  @Test
  void a_list_that_does_not_say_how_many_pages_it_has_is_looked_through_to_an_empty_one() {
    Mark mark = new Mark(FakedTarget.WEEK, "0123456789abcdef");
    String ours =
        "{\"id\":\"7\",\"name\":\"%s\",\"status\":\"draft\",\"emails\":[{}]}"
            .formatted(mark.word());
    answers =
        target ->
            target.contains("/7")
                ? "{\"data\":" + ours + "}"
                : !target.contains("=draft") || target.contains("page=3")
                    ? "{\"data\":[]}"
                    : target.contains("page=2")
                        ? "{\"data\":[" + ours + "]}"
                        : "{\"data\":[{\"id\":\"1\",\"name\":\"another\"}]}";
    assertThat(new MailerLite(http, settings(TargetKind.MAILERLITE), new Secret("key")).find(mark))
        .isInstanceOfSatisfying(
            Reply.Got.class,
            got -> assertThat((List<?>) got.value()).singleElement().isInstanceOf(Stored.class));
    assertThat(asked.getFirst()).contains("limit=25");
  }

  @Test
  void a_text_is_cut_to_what_a_service_takes_once_its_commands_are_made_harmless() {
    String title = "%%{x}%% {{x}} *|X|* ".repeat(60);
    Draft draft = FakedTarget.draft(1, title, title, "So.");
    assertThat(new Ghost(http, new Secret("id:00"), () -> Instant.EPOCH).content(draft))
        .hasEntrySatisfying("title", cut -> assertThat(cut).hasSizeBetween(240, 255))
        .hasEntrySatisfying("excerpt", cut -> assertThat(cut).hasSizeBetween(280, 300));
    assertThat(
            new Mailchimp(http, settings(TargetKind.MAILCHIMP), new Secret("key")).content(draft))
        .hasEntrySatisfying("subject", cut -> assertThat(cut).hasSizeBetween(140, 150));
    assertThat(new Listmonk(http, settings(TargetKind.LISTMONK), new Secret("key")).content(draft))
        .hasEntrySatisfying("subject", cut -> assertThat(cut).hasSizeBetween(480, 500));
  }

  private static PublishTarget settings(TargetKind kind) {
    return new PublishTarget(
        "b",
        kind,
        null,
        PublishTarget.Key.NONE,
        Map.of(
            "from", List.of("Jo <jo@example.org>"),
            "audience", List.of("1"),
            "user", List.of("jo"),
            "lists", List.of("1")));
  }
}
