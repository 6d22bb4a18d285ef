package dev.mldigest.extract.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.extract.Pages;
import dev.mldigest.extract.page.Outline;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and authors as a page shows them to its readers. */
class MastheadTest {
  private static final Instant MAY_4 = Instant.parse("2025-05-04T00:00:00Z");

  private static final String PROSE =
      "<p>The harbour keeps a diary of its tides, and every morning somebody writes down how high"
          + " the water stood at the old stair, since a gauge can stop and a hand rarely does.</p>";

  private static Imprint of(String html) {
    Document page = Jsoup.parse(html, Pages.URL);
    return Metadata.of(page, Outline.of(page), Pages.URL).imprint();
  }

  private static String article(String credits) {
    return "<article><h1>A diary of tides</h1>" + credits + PROSE + PROSE + "</article>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<time>4 May 2025</time>",
        "<time itemprop='datePublished' datetime='2025-05-04'>in May</time>",
        "<p>Posted on May 4th, 2025 by Ines Example</p>",
        "<p>By Ines Example | 4 May 2025 | 3 min read</p>",
        "<p class='post-date'>Sunday, May 4, 2025</p>",
        "<p>Erschienen am 4. Mai 2025</p>",
        "<p>Publié le 4 mai 2025 à 10h30</p>",
        "<p>Publicado el 4 de mayo de 2025</p>",
        "<p>4 мая 2025 г.</p>",
        "<p>2025年5月4日 作者：例子</p>",
        "<p>2025. 5. 4.</p>",
        "<p>4 พฤษภาคม 2568</p>",
        "<div><span>Ines Example</span><span>May 4, 2025</span></div>",
        "<p>Updated June 9, 2025. Published May 4, 2025</p>",
        "<p>Updated <time datetime='2025-06-09'>June</time>, first"
            + " <time datetime='2025-05-04'>May</time></p>",
        "<time class='updated' datetime='2025-06-09'>June</time>"
            + "<time class='entry-date published' datetime='2025-05-04'>May</time>",
      })
  void the_day_of_publication_is_read_where_the_article_shows_it(String credits) {
    assertThat(of(article(credits)).published()).isEqualTo(MAY_4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Last updated on June 9, 2025</p>",
        "<p>Aktualisiert: 9. Juni 2025</p>",
        "<time itemprop='dateModified' datetime='2025-06-09'>June</time>",
        "<p>The diary of 1911 was kept by two sisters.</p>",
        "<p>May 2025</p>",
      })
  void a_day_of_change_is_none_of_publication(String credits) {
    assertThat(of(article(credits)).published()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<aside><time datetime='2020-01-01'>then</time></aside>",
        "<article><h2><a href='/x'>Another</a></h2><time"
            + " datetime='2020-01-01'>then</time></article>",
        "<div class='related-posts'><p class='date'>1 January 2020</p></div>",
        "<section id='comments'><time datetime='2025-07-01'>later</time></section>",
      })
  void the_dates_of_neighbours_are_not_the_articles(String neighbour) {
    assertThat(of(neighbour + article("<p>4 May 2025</p>") + neighbour).published())
        .isEqualTo(MAY_4);
    String undated = "<div><h1>A diary of tides</h1>" + PROSE + PROSE + PROSE + PROSE + PROSE;
    assertThat(of(undated + "</div>" + neighbour).published()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "en~3/2/2026~2026-03-02T00:00:00Z",
        "en-US~3/2/2026~2026-03-02T00:00:00Z",
        "en-GB~3/2/2026~2026-02-03T00:00:00Z",
        "fr~3/2/2026~2026-02-03T00:00:00Z",
        "de~3.2.2026~2026-02-03T00:00:00Z",
      })
  void a_date_in_numbers_has_the_order_of_the_pages_language(
      String language, String written, Instant meant) {
    assertThat(of("<html lang='" + language + "'>" + article("<p>" + written + "</p>")).published())
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<p class='byline'>By Ines Example - May 4, 2025 8:02 pm UTC</p>~Ines Example",
        "<p class='byline'>Ines Example and Tom Sample on 4 May 2025</p>~Ines Example and Tom"
            + " Sample",
        "<p>By Ines Example | 5 min read</p>~Ines Example",
        "<p>Von Ines Example, 4. Mai 2025</p>~Ines Example",
        "<p>Por Inés Ejemplo</p>~Inés Ejemplo",
        "<p>作者：例子</p>~例子",
        "<p>By <a href='/author/ines'>Ines Example</a></p>~Ines Example",
        "<a href='/team/ines'><img></a><a href='/team/ines'>Ines Example</a>~Ines Example",
        "<span class='post-author'>Ines Example</span><span class='post-author'>Tom"
            + " Sample</span>~Ines Example, Tom Sample",
        "<div class='author'>By <a rel='author'>Ines Example</a></div>~Ines Example",
        "<p class='author'>ines@site.example (Ines Example)</p>~Ines Example",
        "<p class='author'>Written by Ines Example. Reviewed by Tom Sample</p>~Ines Example.",
      })
  void the_author_is_named_and_nothing_else(String credits, String author) {
    assertThat(of(article(credits)).byline()).isEqualTo(author);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='comments'><span class='author'>tidefan</span></div>",
        "<div class='teaser'><a rel='author' href='/a'>Cy Other</a></div>",
        "<p class='author'>admin</p>",
        "<p class='author'>{{ page.author }}</p>",
        "<p class='author'>ines@site.example</p>",
        "<p class='byline'>Sun, 4 May 2025</p>",
        "<p>By the evening the water had gone.</p>",
      })
  void nobody_is_named_by_others_names_and_by_what_is_no_name(String credits) {
    assertThat(of(article("") + credits).byline()).isNull();
    assertThat(of(article(credits)).byline()).isNull();
  }

  @Test
  void the_one_time_of_a_page_is_its_own_and_of_several_without_a_place_none() {
    String undated = "<div><h1>A diary of tides</h1>" + (PROSE + PROSE).repeat(3) + "</div>";
    String then = "<div><time datetime='2025-05-04'>then</time></div>";
    String later = "<div><time datetime='2025-06-09'>later</time></div>";
    assertThat(of(undated + then).published()).isEqualTo(MAY_4);
    assertThat(of(undated + then + later).published()).isNull();
  }

  @Test
  void all_authors_are_named_that_meta_elements_name() {
    assertThat(
            of("<meta name='author' content='Ines Example'><meta name='author' content='Tom"
                    + " Sample'>")
                .byline())
        .isEqualTo("Ines Example, Tom Sample");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'author': {'@id': '#ines'}",
        "'author': [{'@type': 'Person', 'name': ['Ines Example']}]",
        "'author': {'givenName': 'Ines', 'familyName': 'Example'}",
        "'author': {'name': {'@value': 'Ines Example'}}",
        "'author': 'Ines&nbsp;Example'",
        "'author': 'By Ines Example'",
      })
  void json_ld_is_read_in_all_its_forms(String author) {
    for (String type : new String[] {"Article", "https://schema.org/Article", "schema:Article"}) {
      String json =
          "{'@graph': [{'@type': ['"
              + type
              + "'], 'datePublished': ['2025-05-04'], "
              + author
              + "}, {'@type': 'Person', '@id': '#ines', 'name': 'Ines Example'}]}";
      String script =
          "<script type='application/ld+json; charset=utf-8'>/* <![CDATA[ */\n"
              + json.replace('\'', '"')
              + "\n/* ]]> */</script>";
      assertThat(of(script).byline()).isEqualTo("Ines Example");
      assertThat(of(script).published()).isEqualTo(MAY_4);
    }
  }

  @Test
  void of_several_articles_json_ld_describes_the_one_at_the_pages_address_is_the_pages() {
    String other =
        "{\"@type\":\"Article\",\"url\":\"https://site.example/x\",\"author\":\"Cy Other\"}";
    String own =
        "{\"@type\":\"Article\",\"url\":\"" + Pages.URL + "#top\",\"author\":\"Ines Example\"}";
    assertThat(
            of("<script type='application/ld+json'>[" + other + "," + own + "]</script>").byline())
        .isEqualTo("Ines Example");
  }
}
