package dev.mldigest.summarise.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingLintTest {
  private static String digest(String title, String summary, String line) {
    return """
    ---
    subject: "A harbour without ice"
    ---

    # Harbours

    ## News

    <!-- item:1 v=2 -->
    ### [%s](https://h.example/a)

    *Harbour · 2 December 2025*

    %s

    **For:** %s

    <!-- note: -->
    """
        .formatted(title, summary, line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dangling | It freezes in January and thaws in March.",
        "dangling | Boats are counted as shown in Figure 2 by hand.",
        "tex | The ice is 49\\\\% thinner than in other winters.",
        "tex | The keeper moved the lamp\\[^1\\] to the new quay.",
        "headline | Introducing a new ice breaker for the harbour.",
        "furniture | We are excited to break the ice of every harbour.",
        "abbreviation | PQRX breaks ice of two metres in the harbour.",
      })
  void every_rule_speaks_of_what_it_is_for(String rule, String summary) {
    assertThat(SayingLint.of(digest("A new ice breaker for the harbour", summary, "keepers.")))
        .extracting(SayingLint.Fault::rule)
        .containsExactly(rule);
  }

  @Test
  void a_cut_subject_and_a_line_for_everybody_are_found() {
    String good = digest("Ice", "The harbour stayed open for 40 days of frost.", "keepers.");
    assertThat(SayingLint.of(good)).isEmpty();
    assertThat(SayingLint.of(good.replace("without ice\"", "without…\"")))
        .extracting(SayingLint.Fault::rule)
        .containsExactly("cut");
    assertThat(SayingLint.of(good.replace("keepers.", "practitioners who keep up with the field.")))
        .extracting(SayingLint.Fault::rule)
        .containsExactly("generic");
  }
}
