package dev.mldigest.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.summarise.Provider;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each service tells it in its own way, or not at all. */
class ContextSizeTest {
  private final Provider provider = new Provider();

  @AfterEach
  void stop() {
    provider.close();
  }

  private OptionalInt size(LanguageModel.Provider service) {
    LanguageModel model = provider.settings();
    return ContextSize.of(
        new LanguageModel(
            service,
            model.baseUrl(),
            model.name(),
            model.apiKey(),
            model.calls(),
            model.prices(),
            model.bounds(),
            model.small(),
            model.judges()),
        Route.DIRECT);
  }

  private void tells(String path, String body) {
    provider.server.stubFor(get(path).willReturn(aResponse().withBody(body)));
  }

  @Test
  void a_list_of_models_tells_it_of_the_one_that_is_configured() {
    tells(
        "/v1/models",
        "{\"data\":[{\"id\":\"other\",\"max_model_len\":512},{\"id\":\"test-model\",\"max_model_len\":8192}]}");
    assertThat(size(LanguageModel.Provider.VLLM)).hasValue(8_192);
  }

  @Test
  void ollama_tells_what_is_loaded_and_else_what_the_model_was_made_with() {
    provider.server.stubFor(
        post("/api/show")
            .withRequestBody(equalToJson("{\"model\":\"test-model\"}"))
            .willReturn(
                aResponse()
                    .withBody(
                        "{\"parameters\":\"temperature    0.7\\nnum_ctx     "
                            + " 2048\",\"model_info\":{\"qwen.context_length\":32768}}")));
    assertThat(size(LanguageModel.Provider.OLLAMA)).hasValue(2_048);
    tells("/api/ps", "{\"models\":[{\"name\":\"test-model:latest\",\"context_length\":4096}]}");
    assertThat(size(LanguageModel.Provider.OLLAMA)).hasValue(4_096);
  }

  @Test
  void servers_of_files_tell_what_they_were_started_with() {
    tells("/props", "{\"default_generation_settings\":{\"n_ctx\":4096}}");
    assertThat(size(LanguageModel.Provider.LLAMA_CPP)).hasValue(4_096);
    tells(
        "/api/v0/models",
        "{\"data\":[{\"id\":\"test-model\",\"max_context_length\":32768,\"loaded_context_length\":4096}]}");
    assertThat(size(LanguageModel.Provider.LM_STUDIO)).hasValue(4_096);
  }

  @Test
  void who_does_not_tell_is_not_guessed_at() {
    tells("/v1/models", "<html>");
    assertThat(size(LanguageModel.Provider.OPENAI)).isEmpty();
    tells("/v1/models", "{\"data\":[{\"id\":\"test-model\"}]}");
    assertThat(size(LanguageModel.Provider.OPENAI)).isEmpty();
    assertThat(size(LanguageModel.Provider.OLLAMA)).isEmpty();
  }
}
