package dev.mldigest.model;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static dev.mldigest.summarise.Provider.raw;
import static dev.mldigest.summarise.Provider.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Request;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.provider.LearnedTraits;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.fetch.Certificates;
import dev.mldigest.model.wire.Profile;
import dev.mldigest.model.wire.Service;
import dev.mldigest.summarise.MemoryLedger;
import dev.mldigest.summarise.Provider;
import dev.mldigest.summarise.VirtualPacer;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The services that are known by name, and the ways to them. */
class ServicesTest {
  private static final String GOOD = "{\"n\":3,\"word\":\"yes\"}";

  private final Provider provider = new Provider();

  @AfterEach
  void stop() {
    provider.close();
  }

  private static LanguageModel model(
      LanguageModel.Provider service, @Nullable String base, String name) {
    return new LanguageModel(
        service,
        base == null ? null : URI.create(base),
        name,
        new Secret("test-key"),
        LanguageModel.Calls.USUAL);
  }

  private static Reply ask(LanguageModel settings, Route route) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-20T07:00:00Z"));
    try (Gateway gateway =
        new Gateway(
            settings,
            route,
            new MemoryLedger(),
            LearnedTraits.forgetful(),
            clock,
            new VirtualPacer())) {
      return gateway.ask(GatewayTest.question("bees"));
    }
  }

  private Request asked(LanguageModel.Provider service, String path) {
    provider.server.stubFor(post(anyUrl()).atPriority(9).willReturn(says(GOOD)));
    provider.server.stubFor(
        post("/v1/messages")
            .willReturn(
                raw(
                    "{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":"
                        + com.fasterxml.jackson.databind.node.TextNode.valueOf(GOOD)
                        + "}],\"stop_reason\":\"end_turn\"}")));
    LanguageModel settings =
        model(service, "http://127.0.0.1:" + provider.server.port() + path, "the-model");
    assertThat(ask(settings, Route.DIRECT)).isInstanceOf(Reply.Answered.class);
    return provider.server.getAllServeEvents().getFirst().getRequest();
  }

  private static JsonNode body(Request request) throws Exception {
    return new ObjectMapper().readTree(request.getBodyAsString());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "AZURE"})
  void every_service_that_is_known_by_name_has_an_address_and_is_asked_at_once(
      LanguageModel.Provider service) throws Exception {
    assertThat(Service.of(model(service, null, "m")).base()).isNotNull();
    Request request = asked(service, "/v1");
    assertThat(provider.server.getAllServeEvents()).hasSize(1);
    assertThat(body(request).path("model").asText()).isEqualTo("the-model");
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI, https://api.openai.com/v1, max_completion_tokens, false, json_schema",
    "DEEPSEEK, , max_tokens, true, json_object",
    "GROQ, , max_completion_tokens, true, json_schema",
    "MISTRAL, , max_tokens, true, json_schema",
    "OPENAI, https://api.deepseek.com, max_tokens, true, json_object",
    "OPENAI, https://models.example/v1, max_tokens, true, json_schema",
  })
  void what_is_known_of_a_service_holds_for_its_address_too(
      LanguageModel.Provider service,
      @Nullable String base,
      String limit,
      boolean temperature,
      String format) {
    Profile start = Service.of(model(service, base, "m")).start();
    String none = start.toString();
    assertThat(start.format().word()).isEqualTo(format);
    assertThat(none.contains("max_completion_tokens")).isEqualTo(limit.contains("completion"));
    assertThat(none.contains("temperature")).isEqualTo(!temperature);
  }

  @Test
  void a_model_that_thinks_unless_it_is_told_not_to_has_room_for_it() throws Exception {
    assertThat(
            body(asked(LanguageModel.Provider.GEMINI, "/v1beta/openai")).path("max_tokens").asInt())
        .isEqualTo(4300);
  }

  @ParameterizedTest
  @CsvSource({
    "'', /openai/v1/chat/completions",
    "/, /openai/v1/chat/completions",
    "/openai, /openai/v1/chat/completions",
    "/openai/v1/, /openai/v1/chat/completions",
    "'?api-version=2024-10-21',"
        + " /openai/deployments/the-model/chat/completions?api-version=2024-10-21",
    "'/openai/deployments/mine?api-version=2024-10-21',"
        + " /openai/deployments/mine/chat/completions?api-version=2024-10-21",
    "'/openai/deployments/mine/chat/completions?api-version=2024-10-21',"
        + " /openai/deployments/mine/chat/completions?api-version=2024-10-21",
  })
  void azure_is_found_by_its_resource_or_its_deployment_with_the_key_where_it_looks(
      String written, String real) throws Exception {
    Request request = asked(LanguageModel.Provider.AZURE, written);
    assertThat(request.getUrl()).isEqualTo(real);
    assertThat(request.getHeader("api-key")).isEqualTo("test-key");
    assertThat(request.getHeader("Authorization")).isNull();
    assertThat(body(request).has("max_completion_tokens")).isTrue();
  }

  @Test
  void a_company_that_reads_along_is_believed_where_its_certificate_is_known(@TempDir Path folder)
      throws Exception {
    Certificates certificates = Certificates.make(folder);
    try (ServerSocket server = certificates.listen("valid", "127.1.0.1")) {
      Thread.ofVirtual().start(() -> serve(server));
      LanguageModel settings =
          model(
              LanguageModel.Provider.OPENAI,
              "https://127.1.0.1:" + server.getLocalPort() + "/v1",
              "m");
      assertThat(ask(settings, Route.DIRECT)).isInstanceOf(Reply.Unavailable.class);
      assertThat(ask(settings, new Route(null, certificates.pem(folder))))
          .isInstanceOf(Reply.Answered.class);
    }
  }

  /** The same answer to whoever gets through. */
  private static void serve(ServerSocket server) {
    String body =
        "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":"
            + com.fasterxml.jackson.databind.node.TextNode.valueOf(GOOD)
            + "}}]}";
    while (!server.isClosed()) {
      try (Socket one = server.accept()) {
        one.getInputStream().read(new byte[1 << 16]);
        OutputStream out = one.getOutputStream();
        out.write(
            ("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body)
                .getBytes(StandardCharsets.US_ASCII));
      } catch (java.io.IOException e) {
        // Whoever does not believe the certificate hangs up.
      }
    }
  }
}
