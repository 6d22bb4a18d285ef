package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTexTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "up to 49\\% faster | up to 49% faster",
        "a $10\\times$ speed-up | a 10× speed-up",
        "$\\textbf{Re}^{2}$: read twice | Re²: read twice",
        "runs in $O(n \\log n)$ time | runs in O(n log n) time",
        "an error below $10^{-3}$ at $\\epsilon = 0.1$ | an error below 10⁻³ at ε = 0.1",
        "$\\alpha$-divergence and $L_2$ | α-divergence and L₂",
        "\\textit{Sparse} attention with \\emph{few} heads | Sparse attention with few heads",
        "$\\frac{1}{2}$ of the tokens | 1/2 of the tokens",
        "Schr\\\"odinger bridges | Schrödinger bridges",
        "a rate of $\\tilde{\\mathcal{O}}(1/\\sqrt{n})$ | a rate of O(1/√n)",
        "$\\sim$2$\\times$ less memory | ~2× less memory",
        "Group A \\& B~\\cite{smith2024} | Group A & B~",
      })
  void signs_and_words_stand_for_tex(String tex, String plain) {
    assertThat(PlainTex.of(tex)).isEqualTo(plain);
    assertThat(PlainTex.isRaw(PlainTex.of(tex))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "It costs $5 to train and $10 to serve.",
    "From $3 million to $20 million in a year",
    "The file is in C:\\Users\\me\\new",
    "A plan for $20 a month; the other is $200.",
    "snake_case and a^b stay"
  })
  void money_paths_and_code_stay_as_they_are(String text) {
    assertThat(PlainTex.of(text)).isEqualTo(text);
    assertThat(PlainTex.isRaw(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Prompts with ${x} {$y} in them",
    "Prompts with {$x} and {$y} in them",
    "Prompts with ${x} and ${y} in them",
    "Paths such as ${model_dir}/${run_id}/log",
    "The place ${price}$ stays",
    "The keys {$a_b}{$c_d} stay",
    "A sum of $5 or ${x}",
    "A blank $ x_1 $ opens and closes nothing",
    "$x_1$0 is no formula"
  })
  void dollars_of_templates_open_no_formula(String text) {
    assertThat(PlainTex.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "the rate ${\\alpha}$ of it,the rate α of it",
    "a set {$x_1$} of one,a set {x₁} of one",
    "from ${x} to $x_1$,from ${x} to x₁",
    "it costs $5 and $x^2$ more,it costs $5 and x² more"
  })
  void formulas_with_braces_and_behind_other_dollars_are_read(String tex, String plain) {
    assertThat(PlainTex.of(tex)).isEqualTo(plain);
  }

  @Test
  void what_is_still_tex_is_told() {
    assertThat(PlainTex.isRaw("a gain of 49\\% at")).isTrue();
    assertThat(PlainTex.isRaw("with $x_i$ known")).isTrue();
    assertThat(PlainTex.isRaw("with \\mathbf{x} known")).isTrue();
  }
}
