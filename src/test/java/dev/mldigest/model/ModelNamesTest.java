package dev.mldigest.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.mldigest.summarise.Provider;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelNamesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T07:00:00Z");

  private final Provider provider = new Provider();

  @AfterEach
  void stop() {
    provider.close();
  }

  private ModelNames.Listed listed(int status, String body) {
    provider.server.stubFor(
        WireMock.get("/v1/models")
            .withHeader("Authorization", WireMock.equalTo("Bearer test-key"))
            .willReturn(WireMock.aResponse().withStatus(status).withBody(body)));
    return ModelNames.of(provider.settings(), Route.DIRECT, NOW);
  }

  @Test
  void the_models_of_a_service_are_listed_with_the_length_of_their_context() {
    assertThat(
            listed(
                200,
                "{\"data\":[{\"id\":\"b\"},{\"id\":\"a\",\"context_length\":8192},{\"x\":1}]}"))
        .isEqualTo(new ModelNames.Listed.Names(List.of("a  (context 8192)", "b")));
  }

  @Test
  void where_there_is_no_list_the_service_is_quoted() {
    assertThat(listed(401, "{\"error\":{\"message\":\"No such key: test-key\"}}"))
        .isEqualTo(
            new ModelNames.Listed.None(
                "The provider refuses the key (HTTP status 401); check the API key. It says:"
                    + " \u201cNo such key: ***\u201d."));
    assertThat(listed(200, "<html>")).isInstanceOf(ModelNames.Listed.None.class);
  }
}
