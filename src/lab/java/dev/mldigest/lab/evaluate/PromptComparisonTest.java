package dev.mldigest.lab.evaluate;

import static dev.mldigest.summarise.Provider.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.mldigest.lab.evaluate.PromptComparison.Result;
import dev.mldigest.lab.evaluate.PromptComparison.Text;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.prompt.Prompts;
import dev.mldigest.summarise.MemoryLedger;
import dev.mldigest.summarise.Provider;
import dev.mldigest.summarise.VirtualPacer;
import dev.mldigest.summarise.ground.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptComparisonTest {
  private static final String ONE =
      "Example Labs released OwlNet, a model of 7 billion parameters.";
  private static final String TWO = "It answers 86% of the questions of GreenBench correctly.";
  private static final String THREE = "The authors did not test the model on medical texts so far.";
  private static final List<Text> TEXTS =
      List.of(new Text("OwlNet is out", String.join(" ", ONE, TWO, THREE)));

  private final Provider provider = new Provider();
  private MemoryLedger ledger = new MemoryLedger();
  @TempDir private Path prompts;

  @BeforeEach
  void a_second_version() throws IOException {
    for (String file :
        List.of(
            "judge/v01.md",
            "summarise-post/v01.md",
            "summarise-paper/v01.md",
            "schemas/judge.v01.json",
            "schemas/summarise-post.v01.json",
            "schemas/summarise-paper.v01.json")) {
      Files.createDirectories(prompts.resolve(file).getParent());
      Files.copy(Path.of("prompts", file), prompts.resolve(file));
    }
    String first = Files.readString(prompts.resolve("summarise-post/v01.md"));
    Files.writeString(
        prompts.resolve("summarise-post/v02.md"),
        first.replace("version: 1", "version: 2").replace("You write", "You always write"));
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void a_verdict_counts_if_it_is_the_same_in_both_orders() {
    assertThat(judged("first", "second")).isEqualTo(new Result(1, 1, 0, 0, 0, 0, 0));
    assertThat(judged("second", "first")).isEqualTo(new Result(1, 0, 1, 0, 0, 0, 0));
    assertThat(judged("tie", "tie")).isEqualTo(new Result(1, 0, 0, 1, 0, 0, 0));
    assertThat(judged("tie", "first")).isEqualTo(new Result(1, 0, 0, 0, 1, 0, 0));
  }

  @Test
  void a_judge_that_prefers_a_position_is_told() {
    Result result = judged("first", "first");
    assertThat(result).isEqualTo(new Result(1, 0, 0, 0, 1, 1, 0));
    assertThat(result.positionBias()).isEqualTo(1);
  }

  @Test
  void the_second_question_shows_the_summaries_in_swapped_order() {
    judged("first", "second");
    String straight = provider.body(2);
    String swapped = provider.body(3);
    assertThat(straight.indexOf("Example Labs released OwlNet. "))
        .isGreaterThan(straight.indexOf("first summary"))
        .isLessThan(straight.indexOf("second summary"));
    assertThat(swapped.lastIndexOf("Example Labs released OwlNet. "))
        .isGreaterThan(swapped.indexOf("second summary"));
  }

  @Test
  void an_article_without_two_summaries_or_verdicts_is_left_out() {
    provider.answers(Provider.status(400));
    assertThat(run().left()).isEqualTo(1);
    assertThat(judged("neither", "neither").left()).isEqualTo(1);
  }

  @Test
  void the_estimate_is_no_less_than_what_is_asked() {
    try (Gateway gateway = gateway()) {
      PromptComparison comparison = comparison(gateway, "summarise-post/v02");
      assertThat(comparison.estimate(TEXTS)).isBetween(2_000L, 20_000L);
      assertThat(comparison.estimate(List.of())).isZero();
    }
    assertThat(provider.calls()).isZero();
  }

  @Test
  void a_prompt_that_is_not_there_or_of_another_task_is_one_sentence() {
    try (Gateway gateway = gateway()) {
      assertThatThrownBy(() -> comparison(gateway, "summarise-paper/v01"))
          .hasMessageContaining("two tasks");
      assertThatThrownBy(() -> comparison(gateway, "summarise-post/v09"))
          .hasMessageContaining("v09.md");
      assertThatThrownBy(() -> comparison(gateway, "../x")).hasMessageContaining("names no prompt");
    }
  }

  private Result judged(String straight, String swapped) {
    ledger = new MemoryLedger();
    provider.answers(
        claims("Example Labs released OwlNet."),
        claims("OwlNet is a model of 7 billion parameters."),
        verdict(straight),
        verdict(swapped));
    return run();
  }

  private static ResponseDefinitionBuilder claims(String first) {
    return says(
        Provider.claims(
            List.of(
                new Claim(first, List.of(1), ONE),
                new Claim(
                    "The authors did not test the model on medical texts.", List.of(3), THREE))));
  }

  private static ResponseDefinitionBuilder verdict(String verdict) {
    return says("{\"verdict\":\"" + verdict + "\",\"reason\":\"It is.\"}");
  }

  private Result run() {
    try (Gateway gateway = gateway()) {
      return comparison(gateway, "summarise-post/v02").run(TEXTS);
    }
  }

  private PromptComparison comparison(Gateway gateway, String newer) {
    return PromptComparison.of(gateway, new Prompts(prompts), "summarise-post/v01", newer);
  }

  private Gateway gateway() {
    return new Gateway(
        provider.settings(), ledger, InstantSource.fixed(Instant.EPOCH), new VirtualPacer());
  }
}
