package dev.mldigest.summarise.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.Groundedness;
import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrimsTest {
  @Test
  void an_aside_may_be_left_out_and_the_rest_stays_verbatim() {
    assertThat(
            texts(
                "In this paper, we propose PocketGrad (Smith, 2020), a method that halves memory,"
                    + " which we release as open source."))
        .contains(
            "We propose PocketGrad (Smith, 2020), a method that halves memory, which we release as"
                + " open source.",
            "We propose PocketGrad, a method that halves memory, which we release as open source.",
            "We propose PocketGrad (Smith, 2020), a method that halves memory.",
            "We propose PocketGrad, a method that halves memory.");
  }

  @Test
  void what_stands_before_the_main_clause_may_be_left_out() {
    assertThat(texts("Motivated by recent work on bees, we train a small swarm of models."))
        .contains("We train a small swarm of models.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "For linear networks of bounded width, we prove that all minima are global.",
        "Under mild assumptions on noise, we prove that all minima are global.",
        "If the data are separable, we prove that all minima are global.",
        "On small images of single digits, we reach the accuracy of large models.",
        "We reach the accuracy of large models on small images, although training may not"
            + " converge.",
        "We reach the accuracy of large models, which is not the case for noisy data.",
        "We prove that all minima that have full rank are global minima.",
        "We study networks of depth O(n) with width f(x, y) and their minima.",
        "We study the minima of networks (only those of full rank are global).",
      })
  void what_limits_or_contradicts_is_never_left_out(String sentence) {
    assertThat(texts(sentence)).containsExactly(sentence);
  }

  @Test
  void a_form_of_every_kind_passes_the_gate_with_its_sentence_as_evidence() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Groundedness groundedness = new Groundedness();
    int forms = 0;
    int failed = 0;
    for (String line : Files.readAllLines(Corpora.at("summaries/tldr_dev.in.jsonl"))) {
      for (JsonNode sentence : mapper.readTree(line).get("source")) {
        String source = sentence.asText();
        for (String form : texts(source)) {
          forms++;
          Claim claim = new Claim(form, List.of(1), source);
          failed +=
              UnfitSentences.test(source) || groundedness.findings(List.of(source), claim).isEmpty()
                  ? 0
                  : 1;
        }
      }
    }
    assertThat(forms).isGreaterThan(5_000);
    // Two figures whose units were apart, and the like.
    assertThat((double) failed / forms).isLessThan(0.002);
  }

  @Test
  void a_long_line_of_commas_and_brackets_ends_soon() {
    assertThat(texts("We ( , and , to ".repeat(60) + "end.")).hasSizeLessThanOrEqualTo(30);
    assertThat(texts("word, ".repeat(200_000))).hasSize(1);
  }

  private static List<String> texts(String sentence) {
    return Trims.of(sentence).stream().map(Trims.Form::text).toList();
  }
}
