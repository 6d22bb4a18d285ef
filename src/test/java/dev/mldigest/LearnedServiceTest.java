package dev.mldigest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.mldigest.summarise.Provider.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run finds out of a service, the next run and the doctor know. */
class LearnedServiceTest {
  @Test
  void what_one_run_found_out_no_other_run_asks_again(@TempDir Path folder) throws Exception {
    try (Internet internet = new Internet()) {
      String claim = "{\"claim\":\"It changed.\",\"sentenceIds\":[1],\"quote\":\"changed\"}";
      internet.provider(says("{\"claims\":[" + claim + "," + claim + "]}"));
      internet.answers(
          post(urlEqualTo("/v1/chat/completions"))
              .atPriority(1)
              .withRequestBody(matchingJsonPath("$.temperature"))
              .willReturn(
                  aResponse()
                      .withStatus(400)
                      .withBody("{\"error\":{\"message\":\"temperature is not supported\"}}")));
      Program program =
          new Program(folder, internet.configuration(internet.model()), Internet.NOW.toString());
      assertThat(program.run().code()).as("no claim of it passes").isEqualTo(8);
      long refused = refused(internet);
      assertThat(refused).isPositive();

      assertThat(program.run("--redo").code()).isEqualTo(8);
      assertThat(refused(internet)).isEqualTo(refused);
      assertThat(Program.call(program.arguments("doctor", "--offline")).out())
          .contains("found out of test-model at http://127.0.0.1:")
          .contains("asked without temperature");
    }
  }

  private static long refused(Internet internet) {
    return internet.modelCalls().stream()
        .filter(call -> call.getBodyAsString().contains("\"temperature\""))
        .count();
  }
}
