package dev.mldigest.summarise.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lies that keep the shape, quote truly and reuse the source's words; and honest rewordings. */
class ModelRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Engineers released the weights and the configuration in a public repository. | Google released the weights and the configuration in a public repository.
          The server answers 412 tokens per second on a 70B model, against 233 before. | The server answers 412 tokens per second on a 70B model by secretly copying competitors source code.
          The tail latency went from 910 ms to 480 ms. | The tail latency went from 910 hours to 480 hours.
          Large models outperform small models on the retrieval benchmark by 3.1 points. | Small models outperform large models on the retrieval benchmark by 3.1 points.
          The authors plan to repeat the measurement with 8 cards next year. | The authors repeated the measurement with 8 cards last year.
          The price of a million tokens fell to 0.21 dollars. | The price of a billion tokens fell to 0.21 euros.
          Users may see slower first tokens when the cache is cold. | Users will always see slower first tokens when the cache is cold.
          Memory use grew by 12 GB because of the cache. | Memory use grew by 12 GB. Investors fled after executives faked memory numbers and cache audits.
          """)
  void a_lie_in_the_words_of_the_source_is_caught(String source, String claim) {
    assertThat(findings(source, claim)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The tail latency of the server went from 910 ms to 480 ms after the change. | The server's tail latency went from 910 ms to 480 ms.
          We compared 12 configurations of the model with the same traffic and kept every log. | 12 configurations of the model were compared with the same traffic.
          Large models outperform small models on the retrieval benchmark by 3.1 points. | Large models outperform small models on the benchmark by 3.1 points.
          Users may see slower first tokens when the cache is cold. | Users may see slower first tokens when the cache is cold.
          """)
  void an_honest_rewording_passes(String source, String claim) {
    assertThat(findings(source, claim)).isEmpty();
  }

  private static List<Finding> findings(String source, String claim) {
    List<Finding> groundedness =
        new Groundedness().findings(List.of(source), new Claim(claim, List.of(1), source));
    return groundedness.isEmpty() ? reworded(List.of(source), claim) : groundedness;
  }

  private static List<Finding> reworded(List<String> cited, String claim) {
    return Rules.findings(Rules.MODEL, Assertion.of(claim), Basis.cited(cited, cited));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Acme raised $5 million in its seed round last week. | Acme raised €5 million in its seed"
            + " round last week.",
        "The error changed by -3 points on the held-out set. | The error changed by +3 points on"
            + " the held-out set.",
        "The model keeps latency <5 seconds for the queries. | The model keeps latency >5 seconds"
            + " for the queries.",
        "The model took 1,5 hours per run on the cluster. | The model took 15 hours per run on the"
            + " cluster.",
        "The law was passed in Norway and takes effect in June. | The law was passed in US and"
            + " takes effect in June."
      })
  void what_belongs_to_a_number_and_initials_are_no_detail(String source, String claim) {
    NumberedText text =
        NumberedText.of(source + "\n\nThe second sentence talks about something else entirely.");
    String quote = String.join(" ", java.util.Arrays.copyOf(source.split(" "), 3));
    assertThat(new ClaimGate().findings(text, new Claim(claim, List.of(1), quote), List.of()))
        .isNotEmpty();
    assertThat(new ClaimGate().findings(text, new Claim(source, List.of(1), quote), List.of()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Vitamin C lowered the error rate of the triage model in 3 hospitals. | Vitamin D lowered"
            + " the error rate of the triage model",
        "The court rejects the claim over training data. | US court rejects the claim over training"
            + " data"
      })
  void a_line_brings_in_no_letter_or_initials(String claim, String line) {
    assertThat(new Groundedness().covered(List.of(claim), line)).isNotEmpty();
    assertThat(new Groundedness().covered(List.of(claim), claim)).isEmpty();
  }

  @Test
  void words_in_quotation_marks_must_stand_so_in_a_cited_sentence() {
    List<String> cited =
        List.of("The cheaper system passed the safety review, said Jane Doe of Acme.");
    assertThat(
            reworded(
                cited, "Jane Doe of Acme said \u201cthe system passed the safety review\u201d."))
        .extracting(Finding::kind)
        .contains("quote");
    assertThat(
            reworded(
                cited, "Jane Doe of Acme said the \"cheaper system passed the safety review.\""))
        .extracting(Finding::kind)
        .doesNotContain("quote");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Compact trees predict the arrival times more reliably than recurrent networks with four layers. | Recurrent networks predict the arrival times more reliably than compact trees.
          Queries tend to be memory-bound rather than compute-bound on this card. | Queries tend to be compute-bound rather than memory-bound on this card.
          Generated answers fail to replicate the variance of human judges in small districts. | Human judges fail to replicate the variance of generated answers.
          The system joins a localizer and a classifier, where the localizer is constrained by entropy. | The classifier is constrained by entropy.
          The new cache lowers the cost of serving by up to 19 percent on busy days. | The new cache lowers the cost of serving by 19 percent on busy days.
          The new cache lowers the cost of serving by 19 percent on busy days. | The new cache lowers the cost of serving by 19 percent on average.
          Dealers sold 30,154 vans in October, the second-highest volume of the year. | Dealers sold 30,154 vans in October, the highest volume of the year.
          The group built the most detailed regional map of the coast to date. | The group built the most detailed map of the coast to date.
          Noise in the prompt changes the answers of some models. | Noise in the prompt changes the answers of models.
          """)
  void a_true_word_in_a_false_place_is_caught(String source, String claim) {
    assertThat(findings(source, claim)).isNotEmpty();
    assertThat(findings(source, source)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          This post tells how we brought the p99 of the reads down to 31 milliseconds. | The authors cut the p99 of the reads to 31 milliseconds.
          The recurrent neural network (RNN) filters a page in one pass, and the RNN needs no labels. | The recurrent neural network filters a page in one pass.
          Fine-tuning the model lowers the error rate from 48.1 to 27.6 percent. | Fine-tuning the model lowers the error rate from 48.1 % to 27.6 %.
          The rewrite answers the same traffic with 3X fewer cards. | The rewrite answers the same traffic with three times fewer cards.
          With filters, attacks recover 12 images instead of 109. | With filters, attacks recover only 12 images instead of 109.
          Owlet's nineteen employees move to the office in Lyon. | All nineteen employees of Owlet move to the office in Lyon.
          Inference time tracks the count of tokens rather than the size of the batch. | Inference time tracks the count of tokens, not the size of the batch.
          Results on six sets show that the method can find twice as many faults. | On six sets the method finds twice as many faults.
          Scores should be measured again whenever the prompt changes. | Scores should be measured again every time the prompt changes.
          """)
  void a_rewording_that_changes_no_sense_passes(String source, String claim) {
    assertThat(findings(source, claim)).isEmpty();
  }
}
