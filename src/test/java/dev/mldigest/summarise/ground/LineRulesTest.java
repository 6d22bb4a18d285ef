package dev.mldigest.summarise.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineRulesTest {
  private static final List<String> CLAIMS =
      List.of(
          "Example Labs released OwlNet, a speech model with 7 billion parameters.",
          "OwlNet raises accuracy from 61.5% to 68% on GreenBench and uses 40% less memory.",
          "The authors did not test the model on medical texts.",
          "Nova Corp sued Example Labs over the training data last week.");

  private final Groundedness groundedness = new Groundedness();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Example Labs Releases OwlNet With 7 Billion Parameters",
        "OwlNet Raises Accuracy on GreenBench to 68%",
        "OwlNet: a speech model that uses 40% less memory",
        "Nova Corp Sues Example Labs Over Training Data",
        "Example Labs Sued by Nova Corp",
        "OwlNet needs 40% less memory and raises accuracy on GreenBench",
        "Why Nova Corp sued Example Labs",
        "OwlNet was not tested on medical texts",
        "This week Example Labs released OwlNet, and Nova Corp sued over its training data.",
      })
  void a_headline_of_the_claims_own_matter_is_covered(String text) {
    assertThat(groundedness.covered(CLAIMS, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number    | Example Labs Releases OwlNet With 70 Billion Parameters",
        "number    | OwlNet Raises Accuracy by 6.5 Points",
        "name      | Acme Labs Releases OwlNet",
        "name      | Example Labs Releases OwlNet for Germany",
        "name      | Example Labs released OwlNet for Germany.",
        "negation  | OwlNet never raises accuracy on GreenBench and Nova Corp did not sue",
        "negation  | OwlNet Tested on Medical Texts",
        "direction | OwlNet Uses 40% More Memory",
        "unit      | OwlNet Raises Accuracy From 68% to 61.5%",
        "order     | Example Labs Sued Nova Corp Over Training Data",
        "number    | A 68-point gain and 41% less memory",
        "novelty   | The end of speech research as humanity knows it",
      })
  void what_the_claims_do_not_say_is_named(String kind, String text) {
    assertThat(groundedness.covered(CLAIMS, text)).extracting(Finding::kind).contains(kind);
  }
}
