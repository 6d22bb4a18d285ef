package dev.mldigest.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CutsTest {
  private static final String DIGEST =
      """
      ## Papers

      <!-- item:a v=00000000 -->
      ### [A groundbreaking title](https://example.org/a)

      The groundbreaking method trains a model in one truly remarkable day. It costs little.

      <!-- note: -->

      <!-- item:b v=00000000 -->
      ### [B](https://example.org/b)

      Another groundbreaking method trains a model.

      <!-- note: -->
      """;

  @Test
  void a_word_that_left_a_sentence_which_stayed_was_cut() {
    assertThat(cut(DIGEST.replace("The groundbreaking method", "The method")))
        .containsExactly("groundbreaking");
    assertThat(cut(DIGEST.replace("The groundbreaking method", "The new method")))
        .containsExactly("groundbreaking");
    assertThat(cut(DIGEST.replace(" truly remarkable", "")))
        .containsExactlyInAnyOrder("truly", "remarkable");
  }

  @Test
  void a_thought_that_was_taken_out_cuts_no_word() {
    assertThat(cut(DIGEST.replace(" in one truly remarkable day", ""))).isEmpty();
    assertThat(cut(DIGEST.replace(" It costs little.", ""))).isEmpty();
    assertThat(cut(DIGEST.replace("A groundbreaking title", "A title"))).isEmpty();
    assertThat(cut(DIGEST)).isEmpty();
  }

  private static Set<String> cut(String text) {
    return Cuts.of(DIGEST, text).getFirst().cut();
  }
}
