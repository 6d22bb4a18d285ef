package dev.mldigest.pipeline.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where two reports of one story say otherwise. */
class DisagreementsTest {
  @Test
  void an_amount_that_two_reports_give_otherwise_is_named() {
    assertThat(
            between(
                "The start-up raised $40 million in a round led by a large fund on Tuesday.",
                "On Tuesday the start-up raised $45 million in a round led by a large fund."))
        .singleElement()
        .asString()
        .contains("Ours says '$40 million", "Theirs says '$45 million");
  }

  @Test
  void a_day_and_a_name_that_differ_are_named() {
    assertThat(
            between(
                "The maintainers released the new compiler to all early customers on December 9.",
                "The maintainers released the new compiler to all early customers on December 11."))
        .singleElement()
        .asString()
        .contains("December 9", "December 11");
    assertThat(
            between(
                "The project was founded in Berlin by the researcher Anna Schmidt and colleagues.",
                "The project was founded in Berlin by the researcher Anna Schmitt and colleagues."))
        .singleElement()
        .asString()
        .contains("Anna Schmidt", "Anna Schmitt");
  }

  @Test
  void rounding_other_things_and_what_both_reports_say_are_no_disagreement() {
    assertThat(
            between(
                "The model reaches 72.2% on the benchmark for software engineering tasks.",
                "The model reaches 72% on the benchmark for software engineering tasks."))
        .isEmpty();
    assertThat(
            between(
                "The cluster holds 40 racks of machines in the northern data centre of the firm.",
                "The cluster holds 8,000 chips of machines in the northern data centre of the"
                    + " firm."))
        .isEmpty();
    assertThat(
            between(
                "The model was trained on 23 trillion tokens. The smaller model was trained on 8"
                    + " trillion tokens of text.",
                "The smaller model was trained on 8 trillion tokens of text."))
        .isEmpty();
    assertThat(between("It raised $40 million.", "Prices fell by $3 in a week of rain.")).isEmpty();
  }

  private static List<String> between(String own, String other) {
    return Disagreements.between(
        "Ours",
        own,
        List.of(
            new Reports.Report(
                new SourceText.OtherReport("Theirs", "A title", "https://example.org/", null),
                other)));
  }
}
