package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.ExtractOutcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several essays on one page, each with an address of its own. */
class PagePlaceTest {
  private static final String TIDES =
      "<p>The gauge at the old stair has been read by hand for forty years, and the book has no"
          + " gap.</p><h3>What the book says</h3><p>Of the last ten winters three were higher than"
          + " any before, and nobody had moved the stair.</p>";
  private static final String OWLS =
      "<p>Owls hear a mouse under snow, and the network that counts them hears neither.</p>";

  private static ExtractOutcome at(String place, String html) {
    return new Extractor()
        .extractPlace(
            ("<html><body><nav><a href='/'>Home</a></nav>" + html + "</body></html>")
                .getBytes(StandardCharsets.UTF_8),
            "text/html; charset=utf-8",
            "https://lab.example/notes#" + place,
            place,
            "Tides");
  }

  private static String text(ExtractOutcome outcome) {
    return ((ExtractOutcome.Extracted) outcome).article().text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h2 id='tides'>Tides</h2>%1$s<h2 id='owls'>Owls</h2>%2$s",
        "<h2><a id='tides' href='#tides'>Tides</a></h2>%1$s<h2>Owls</h2>%2$s",
        "<a name='tides'></a><h2>Tides</h2>%1$s<h2>Owls</h2>%2$s",
        "<div><div><h2 id='tides'>Tides</h2></div></div>%1$s<div><h2>Owls</h2></div>%2$s",
        "<h2>Owls</h2>%2$s<h2 id='tides'>Tides</h2>%1$s",
        "<article id='tides'><h2>Tides</h2>%1$s</article><article"
            + " id='owls'><h2>Owls</h2>%2$s</article>",
        "<section><h2 id='tides'>Tides</h2>%1$s</section><section><h2>Owls</h2>%2$s</section>",
      })
  void an_essay_is_what_stands_at_its_place_up_to_the_next_one(String page) {
    assertThat(text(at("tides", page.formatted(TIDES, OWLS))))
        .contains("read by hand", "What the book says", "nobody had moved the stair.")
        .doesNotContain("Owls");
  }

  @Test
  void where_a_page_has_no_such_place_no_other_essay_stands_in() {
    String page = "<h2 id='tides'>Tides</h2>" + TIDES;
    assertThat(at("gone", page)).isInstanceOf(ExtractOutcome.Unreadable.class);
    assertThat(at("", page)).isInstanceOf(ExtractOutcome.Unreadable.class);
  }
}
