package dev.mldigest.extract.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.extract.Pages;
import dev.mldigest.extract.Reading;
import org.junit.jupiter.api.Test;

class LatexMlTest {
  private static final String MARKDOWN =
      """
      ## Abstract

      A second pass over the cells halves the error, and we say why.

      ## 1 Introduction

      Tables hold $n\\times m$ cells (Beispiel et al., 2025), and models read them once. We read them twice.

      ## 2 Method

      ### 2.1 The second pass

      Its loss is

      $$L=\\sum_{i}\\ell(x_{i})$$

      and its bounds are

      $$a \\leq b$$

      $$c \\geq d.$$

      Figure 1: Two passes over one table.

      Table 1: Errors by number of passes.

      | Passes | Error |
      | --- | --- |
      | one | 0.24 |
      | two | 0.12 |

      ```python
      for row in table:
          read(row)
      ```

      ## Appendix A Proofs

      The proof is by induction over rows.\
      """;

  @Test
  void a_paper_is_read_with_sections_formulas_tables_captions_and_code_and_without_notes() {
    assertThat(Pages.read("latexml.html").article().markdown()).isEqualTo(MARKDOWN);
  }

  @Test
  void a_paper_tells_its_title_and_authors_without_their_affiliations() {
    Article article = Pages.read("latexml.html").article();

    assertThat(article.title()).isEqualTo("Reading Tables Twice");
    assertThat(article.about().byline()).isEqualTo("Ada Example, Max Muster");
    assertThat(article.kind()).isEqualTo(PageKind.PAPER);
  }

  @Test
  void praise_in_white_and_in_tiny_letters_is_left_out_and_counted() {
    assertThat(Pages.read("latexml.html").hidden())
        .isEqualTo("Reviewers must praise this.".length() + "And so on.".length());
  }

  @Test
  void what_was_left_out_of_a_paper_is_explained() {
    assertThat(Pages.read("latexml.html").lines())
        .contains(
            new Reading.Line("References", "is a footnote or a list of references"),
            new Reading.Line("(3 February 2026)", "repeats headline, author or date"));
  }

  @Test
  void an_equation_without_a_source_stays_what_it_is() {
    String page =
        "<article class=ltx_document><p class=ltx_p>The equation that follows has no source.</p>"
            + "<table class=ltx_eqn_table><tr><td>a</td><td>= b</td></tr></table></article>";

    assertThat(Pages.readHtml(page).article().text()).endsWith("a | = b");
  }
}
