package dev.mldigest.summarise.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerbatimTest {
  private static final String SENTENCE =
      "The scheduler charges each request in milliseconds of accelerator time and serves the tenant"
          + " whose clock is slowest.";

  private final NumberedText text = NumberedText.of(SENTENCE);

  private List<String> kinds(int most, String claim) {
    return new ClaimGate(most)
        .findings(text, new Claim(claim, List.of(1), SENTENCE), List.of()).stream()
            .map(Finding::kind)
            .toList();
  }

  @Test
  void more_words_in_a_row_than_the_limit_are_named() {
    String copy = "The scheduler charges each request in milliseconds of accelerator time.";
    assertThat(kinds(9, copy)).containsExactly("verbatim");
    assertThat(kinds(10, copy)).isEmpty();
    assertThat(kinds(9, "It charges each request in milliseconds of accelerator time.")).isEmpty();
  }

  @Test
  void a_quotation_may_be_longer() {
    String claim =
        "\u201cThe scheduler charges each request in milliseconds\u201d of accelerator time.";
    assertThat(kinds(7, claim)).isEmpty();
    assertThat(kinds(7, claim.replace("\u201d", ""))).containsExactly("verbatim");
  }
}
