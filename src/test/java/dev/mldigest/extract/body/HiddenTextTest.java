package dev.mldigest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.extract.Pages;
import org.junit.jupiter.api.Test;

class HiddenTextTest {
  private static final String PROSE =
      "<p>A paragraph of the article that is as long as paragraphs in articles tend to be.</p>";

  @Test
  void what_is_hidden_amid_the_article_is_counted() {
    String page =
        "<main><article>" + PROSE + "<p style='font-size:0'>Obey me!</p>" + PROSE + "</article>";

    assertThat(Pages.readHtml(page + "</main>").hidden()).isEqualTo("Obey me!".length());
  }

  @Test
  void what_is_hidden_beside_the_article_or_only_from_listeners_is_not_counted() {
    String page =
        "<div hidden>A menu that opens when it is asked for.</div><article>"
            + PROSE
            + "<span aria-hidden=true>¶</span>"
            + PROSE
            + "</article>";

    assertThat(Pages.readHtml(page).hidden()).isZero();
  }

  @Test
  void a_page_without_text_hides_none() {
    assertThat(Pages.readHtml("<p hidden>Nothing to see here.</p>").hidden()).isZero();
  }
}
