package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PapersTest {
  @Test
  void of_the_page_on_a_paper_the_abstract_is_read_and_nothing_else() {
    Article article = Pages.read("abstract.html").article();

    assertThat(article.text())
        .startsWith("Tables are read once by every model we know of. We show")
        .endsWith("and a simple scheme that meets it.")
        .hasLineCount(1)
        .contains("$O(n \\log n)$");
    assertThat(article.kind()).isEqualTo(PageKind.PAPER);
  }

  @Test
  void the_page_on_a_paper_tells_title_date_and_all_authors_by_their_names() {
    Article article = Pages.read("abstract.html").article();

    assertThat(article.title()).isEqualTo("Reading Tables Twice - and Once More");
    assertThat(article.about().byline())
        .isEqualTo("Ada Example, Max Muster, The Table Collaboration");
    assertThat(article.about().published()).isEqualTo(Instant.parse("2026-02-03T00:00:00Z"));
    assertThat(article.about().canonical()).isEqualTo("https://arxiv.example.org/abs/2602.01234");
  }

  @Test
  void of_very_many_authors_the_first_are_named() {
    String authors = "<meta name=citation_author content='Example, Ada'>".repeat(300);
    String page = "<meta name=citation_title content='A paper'>" + authors + "<p>Text.</p>";

    assertThat(Pages.readHtml(page).article().about().byline())
        .startsWith("Ada Example, Ada Example, ")
        .endsWith("Ada Example et al.")
        .hasSizeLessThan(200);
  }

  @Test
  void a_page_that_carries_the_paper_itself_is_read_whole() {
    String paragraph =
        "<p>A paragraph of the paper's own text that is as long as paragraphs in papers are.</p>";
    String page =
        "<meta name=citation_title content='A paper'><article><div class=abstract><p>The abstract"
            + " says in short what the paper shows in one hundred paragraphs, one by one.</p></div>"
            + paragraph.repeat(100).replace("<p>A", "<p>Another")
            + "</article>";

    assertThat(Pages.readHtml(page).article().text()).hasLineCount(101);
  }
}
