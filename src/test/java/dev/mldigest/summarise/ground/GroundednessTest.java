package dev.mldigest.summarise.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundednessTest {
  private static final List<String> SOURCE =
      List.of(
          "Example Labs released OwlNet with 7 billion parameters on 3 March.",
          "OwlNet raises accuracy from 61.5% to 68% on GreenBench and uses 40% less memory.",
          "The authors did not test the model on medical texts.",
          "Training took 1,200 hours on 64 chips, which is faster than before.",
          "Nova Corp sued Example Labs over the training data last week.");

  private final Groundedness groundedness = new Groundedness();

  private List<String> kinds(String claim, int sentence, String quote) {
    return groundedness.findings(SOURCE, new Claim(claim, List.of(sentence), quote)).stream()
        .map(Finding::kind)
        .toList();
  }

  private List<String> kinds(String claim, int sentence) {
    return kinds(claim, sentence, SOURCE.get(sentence - 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | Example Labs has released OwlNet, a model with 7 billion parameters.",
        "2 | OwlNet's accuracy on GreenBench rises from 61.5 percent to 68 percent.",
        "2 | It uses 40 % less memory.",
        "3 | The model was not tested on medical texts.",
        "4 | Training took 1200 hours on 64 chips.",
        "5 | Example Labs was sued by Nova Corp over the training data.",
      })
  void a_faithful_paraphrase_is_supported(int sentence, String claim) {
    assertThat(kinds(claim, sentence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | number    | Example Labs released OwlNet with 70 billion parameters.",
        "1 | number    | Example Labs released OwlNet with 7B parameters on 4 March.",
        "1 | name      | Acme Labs released OwlNet with 7 billion parameters.",
        "1 | name      | Example Labs released OwlNet with 7 billion parameters on 3 May.",
        "2 | unit      | OwlNet raises accuracy from 68% to 61.5% on GreenBench.",
        "2 | number    | OwlNet raises accuracy from 61.5% to 68 points on GreenBench.",
        "2 | direction | OwlNet lowers accuracy from 61.5% to 68% on GreenBench.",
        "2 | direction | OwlNet uses 40% more memory.",
        "2 | negation  | OwlNet never raises accuracy on GreenBench.",
        "3 | negation  | The authors did test the model on medical texts.",
        "4 | number    | Training took 1,200 hours on 46 chips.",
        "4 | unit      | Training took 64 hours on chips.",
        "4 | direction | Training is slower than before.",
        "5 | order     | Example Labs sued Nova Corp over the training data.",
        "1 | novelty   | The release proves that open science delivers lasting value everywhere.",
      })
  void a_planted_error_is_named(int sentence, String kind, String claim) {
    assertThat(kinds(claim, sentence)).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "released",
        "raises accuracy from 61.5%",
        "on 3 Marc",
        "Example  labs released"
      })
  void a_quote_that_does_not_stand_in_the_cited_sentence_is_found(String quote) {
    assertThat(kinds("Example Labs released OwlNet.", 1, quote)).contains("quote");
  }

  @Test
  void a_quote_is_compared_after_folding_of_what_cannot_be_seen() {
    assertThat(
            kinds("Example Labs released OwlNet.", 1, "Example\u00a0Labs  rele\u200based OwlNet"))
        .isEmpty();
  }

  @Test
  void a_homoglyph_is_not_folded_away() {
    assertThat(kinds("Example Labs released OwlNet.", 1, "Ex\u0430mple Labs released OwlNet"))
        .contains("quote");
  }

  @Test
  void citations_must_exist_and_be_few() {
    for (List<Integer> ids :
        List.of(List.<Integer>of(), List.of(0), List.of(6), List.of(-1), List.of(1, 2, 3, 4, 5))) {
      Claim claim = new Claim("Example Labs released OwlNet.", ids, SOURCE.getFirst());
      assertThat(groundedness.findings(SOURCE, claim))
          .extracting(Finding::kind)
          .contains("citation");
    }
  }

  @Test
  void a_claim_without_findings_scores_one_and_no_claims_are_not_grounded() {
    Claim good = new Claim("Example Labs released OwlNet.", List.of(1), SOURCE.getFirst());
    Claim bad = new Claim("Example Labs released 9 models.", List.of(1), SOURCE.getFirst());
    assertThat(groundedness.check(SOURCE, List.of(good)))
        .isEqualTo(new Verdict(true, 1, List.of()));
    assertThat(groundedness.check(SOURCE, List.of(good, bad)).score()).isEqualTo(0.5);
    assertThat(groundedness.check(SOURCE, List.of()).grounded()).isFalse();
  }

  @Test
  void a_free_form_summary_may_write_a_name_or_a_number_the_other_way() {
    assertPasses("Sales fell in the third quarter of 2020.", "Sales fell in Q3 2020.");
    assertPasses("Sales fell in the third fiscal quarter.", "Sales fell in 3Q.");
    assertPasses("Sales grew 4% year over year.", "Sales grew 4% YoY.");
    assertPasses("We expect growth of 4% to 7%.", "Growth of 4-7% is expected.");
    assertPasses("COVID hurts sales.", "The impact of COVID-19 hurts sales.");
    assertPasses("We may lose 5 mln dollars.", "They may lose 5 million dollars.");
    assertRefused("Sales fell in an industry.", "Sales fell in AI.", "name");
    assertRefused("Sales fell in the third quarter.", "Sales fell in Q4.", "name");
    assertRefused("Sales fell in the third quarter.", "Sales fell in 2Q.", "number");
    assertRefused("We expect growth of 4% to 7%.", "Growth of 5-7% is expected.", "number");
  }

  @Test
  void a_free_form_summary_may_say_what_its_reader_counts_or_works_out() {
    assertPasses("Steve: A drink? Carly: Yes, tomorrow.", "Two friends meet for a drink.");
    assertPasses("Steve: A drink? Carly: Yes, tomorrow.", "Steve and Carly meet on Friday.");
    assertPasses("The team discussed costs.", "3) The team discussed costs.");
    assertRefused("The team discussed costs.", "Seven teams discussed costs.", "number");
  }

  @Test
  void a_free_form_summary_negates_no_more_than_the_sentences_beside_it() {
    assertRefused(
        "The model is not small. It is fast.",
        "The model is not small, and it is not fast.",
        "negation");
    assertPasses("The model is not small. It is fast.", "The model is not small.");
  }

  private void assertPasses(String document, String summary) {
    assertThat(groundedness.check(document, summary).findings()).isEmpty();
  }

  private void assertRefused(String document, String summary, String kind) {
    assertThat(groundedness.check(document, summary).findings())
        .extracting(Finding::kind)
        .contains(kind);
  }

  @Test
  void a_free_form_summary_is_held_against_the_whole_document() {
    String document = String.join(" ", SOURCE);
    assertThat(
            groundedness
                .check(document, "OwlNet has 7 billion parameters. Nova Corp sued Example Labs.")
                .grounded())
        .isTrue();
    assertThat(groundedness.check(document, "OwlNet has 9 billion parameters.").findings())
        .extracting(Finding::kind)
        .contains("number");
    assertThat(groundedness.check(document, "Training at Acme took 64 chips.").grounded())
        .isFalse();
    assertThat(groundedness.check(SOURCE.get(4), "Nova Corp never sued anybody.").grounded())
        .isFalse();
  }

  @Test
  void every_source_sentence_supports_itself() {
    for (int i = 1; i <= SOURCE.size(); i++) {
      assertThat(kinds(SOURCE.get(i - 1), i)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It took 10⁶ steps at a rate of 10⁻³. | 10^6 | 10⁶ | 10^{6} | a million",
        "It took 10^6 steps at a rate of 10^-3. | 10^6 | 10⁶ | 1,000,000 | 1 million",
        "It took 3 × 10⁶ steps in all the runs. | 3 × 10^6 | 3·10⁶ | 3 million | 3,000,000",
        "It took $3 \\times 10^{6}$ steps in all. | 3 × 10⁶ | 3 × 10^6 | 3 million | 3M",
        "It took 2½ steps in all of the runs. | 2½ | 2.5 | 2.50 | 2½",
        "It took 10 000 steps in all of the runs. | 10,000 | 10000 | 10 000 | 10K",
      })
  void a_figure_is_the_same_in_all_its_forms(
      String source, String one, String two, String three, String four) {
    for (String figure : List.of(one, two, three, four)) {
      Claim claim = new Claim("It took " + figure + " steps.", List.of(1), source);
      assertThat(groundedness.findings(List.of(source), claim)).as(figure).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It took 10⁶ steps in all of the runs. | It took 106 steps.",
        "It took 10⁶ steps in all of the runs. | It took 10 steps.",
        "It took 10^{6} steps in all of the runs. | It took 106 steps.",
        "It ran at a rate of 10⁻³ in all runs. | It ran at a rate of 10-3.",
        "It ran at a rate of 10⁻³ in all runs. | It ran at a rate of 10³.",
        "It rose to 71.3² on the old letters. | It rose to 71.32 on the old letters.",
        "It took 2½ steps in all of the runs. | It took 21 steps.",
        "So log₂10 is a little over three. | So log210 is a little over three.",
      })
  void an_exponent_is_not_read_as_further_digits(String source, String claim) {
    assertThat(groundedness.findings(List.of(source), new Claim(claim, List.of(1), source)))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This is because the industry standard suffers from a bottleneck: they rely on experts.",
        "The run took two days. A second run of the same length took three.",
        "Existing models (Ada, 2016) need to read the text, and therefore their cost is linear.",
      })
  void a_sentence_that_is_copied_whole_is_supported_by_itself(String source) {
    Claim copy = new Claim(source, List.of(1), source);
    assertThat(groundedness.findings(List.of(source), copy)).isEmpty();
    Claim misquoted = new Claim(source, List.of(1), "what stands nowhere");
    assertThat(groundedness.findings(List.of(source), misquoted)).isNotEmpty();
  }

  @Test
  void an_instead_that_leads_on_negates_nothing() {
    String source = "Instead, TabNet infers the schema from twenty rows.";
    String claim = "TabNet infers the schema from twenty rows.";
    assertThat(groundedness.findings(List.of(source), new Claim(claim, List.of(1), source)))
        .isEmpty();
    String swapped = "TabNet infers the schema from twenty rows instead of the header.";
    assertThat(groundedness.findings(List.of(swapped), new Claim(claim, List.of(1), swapped)))
        .isEmpty();
    assertThat(
            groundedness.findings(
                List.of(swapped),
                new Claim("TabNet infers the schema from the header.", List.of(1), swapped)))
        .isNotEmpty();
  }
}
