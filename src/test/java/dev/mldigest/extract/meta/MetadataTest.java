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

class MetadataTest {
  private static Metadata of(String head) {
    Document page = Jsoup.parse(head, Pages.URL);
    return Metadata.of(page, Outline.of(page), Pages.URL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-02-25T08:30:00+01:00; 2026-02-25T07:30:00Z",
        "2026-02-25T08:30:00.123Z; 2026-02-25T08:30:00.123Z",
        "2026-02-25T08:30:00+0100; 2026-02-25T07:30:00Z",
        "2026-02-25 08:30:00 +0100; 2026-02-25T07:30:00Z",
        "2026-02-25T08:30:00; 2026-02-25T08:30:00Z",
        "2026-02-25; 2026-02-25T00:00:00Z",
        "2026/02/25; 2026-02-25T00:00:00Z",
        "Wed, 25 Feb 2026 08:30:00 GMT; 2026-02-25T08:30:00Z",
        "February 25, 2026; 2026-02-25T00:00:00Z"
      })
  void a_date_is_read_in_the_forms_pages_use(String text, Instant expected) {
    assertThat(
            of("<meta property='article:published_time' content='" + text + "'>")
                .imprint()
                .published())
        .isEqualTo(expected);
  }

  @Test
  void a_date_that_is_none_is_absent_and_not_guessed() {
    assertThat(
            of("<meta property='article:published_time' content='yesterday'>")
                .imprint()
                .published())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A new model | The Daily Example; The Daily Example; A new model",
        "The Daily Example - A new model; The Daily Example; A new model",
        "Models - a survey; The Daily Example; Models - a survey",
        "A new model – news; ''; A new model"
      })
  void the_name_of_the_site_is_no_part_of_the_title(String title, String site, String expected) {
    assertThat(
            of("<title>" + title + "</title><meta property='og:site_name' content='" + site + "'>")
                .title())
        .isEqualTo(expected);
  }

  @Test
  void an_address_that_is_not_of_the_web_is_no_canonical_one() {
    assertThat(of("<link rel=canonical href='javascript:alert(1)'>").imprint().canonical())
        .isNull();
    assertThat(of("<link rel=canonical href='/a'>").imprint().canonical())
        .isEqualTo("https://news.example.org/a");
  }

  @Test
  void broken_json_ld_is_passed_over() {
    Metadata metadata =
        of(
            "<script type='application/ld+json'>{\"@type\":</script>"
                + "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"Article\"],"
                + "\"headline\":\"Found\",\"author\":[\"A B\",{\"name\":\"C D\"}]}]}</script>");
    assertThat(metadata.title()).isEqualTo("Found");
    assertThat(metadata.imprint().byline()).isEqualTo("A B, C D");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Harbour Works",
        "{{page.title}}",
        "{{ page.title }} — Harbour Works",
        "Read {{ page.title }} now",
        "${title}",
        "undefined",
        "[object Object]",
        "Untitled",
        "A diary of tides &amp;mdash; Harbour Works"
      })
  void the_sites_name_or_an_unfilled_template_is_no_title(String stated) {
    assertThat(
            of("<title>A diary of tides — Harbour Works</title>"
                    + "<meta property='og:site_name' content='Harbour Works'>"
                    + "<meta property='og:title' content='"
                    + stated
                    + "'><body><h1>Harbour Works</h1><h2>A diary of tides</h2>")
                .title())
        .isEqualTo("A diary of tides");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Templates with {{ y }} in prompts",
        "Quote ${HOME} in every script",
        "When a page says [object Object]"
      })
  void a_title_that_speaks_of_templates_stays(String title) {
    String page =
        "<title>%1$s — Harbour Works</title><meta property='og:site_name' content='Harbour Works'>"
            + "<meta property='og:title' content='%1$s'><body><h1>%2$s</h1>";
    assertThat(of(page.formatted(title, title)).title()).isEqualTo(title);
    assertThat(of(page.formatted(title, "Harbour Works")).title()).isEqualTo(title);
  }
}
