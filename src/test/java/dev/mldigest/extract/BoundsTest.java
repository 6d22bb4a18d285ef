package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mldigest.extract.page.Page;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits are a hundred times what was measured: they tell quadratic from linear only. */
class BoundsTest {
  private static final String END =
      "<p>The last paragraph, with words enough to count as such.</p>";

  private static final String PARAGRAPH =
      "<p>Words that fill a paragraph of a page which never seems to end at all.</p>";

  static Stream<Arguments> hostile() {
    StringBuilder formats = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      formats.append("<b x=").append(i).append("><p>");
    }
    return Stream.of(
        Arguments.of("nested 100,000 levels", "<div>".repeat(100_000) + "deep"),
        Arguments.of("nested inline", "<span>".repeat(100_000) + "deep"),
        Arguments.of("nested lists", "<ul><li>".repeat(50_000) + "deep"),
        Arguments.of("nested tables", "<table><tr><td>".repeat(30_000) + "deep"),
        Arguments.of("nested quotes", "<blockquote>x".repeat(50_000)),
        Arguments.of("5 MB of <b>", "<b>".repeat(1_700_000)),
        Arguments.of("5 MB of <p>", "<p>".repeat(1_700_000)),
        Arguments.of("5 MB of <table>", "<table>".repeat(750_000)),
        Arguments.of("5 MB of list items", "<ul><li>".repeat(650_000)),
        Arguments.of("5 MB without a space", "x".repeat(5_000_000)),
        Arguments.of("5 MB of entities", "&amp;".repeat(1_000_000)),
        Arguments.of("5 MB of broken entities", "&am".repeat(1_700_000)),
        Arguments.of("a script never closed", "<script>" + "let a = '<p>';".repeat(370_000)),
        Arguments.of("a comment never closed", "<!--" + "<p>".repeat(1_700_000)),
        Arguments.of("a million attributes", "<p" + attributes(1_000_000) + ">"),
        Arguments.of("formats to be reopened", formats.toString()),
        Arguments.of("a class of 5 MB", "<div class='" + "ad-x ".repeat(1_000_000) + "'>x"),
        Arguments.of("a style of 5 MB", "<div style='" + "a:b;".repeat(1_200_000) + "'>x"),
        Arguments.of("meta elements", "<meta name=x content=y>".repeat(100_000)),
        Arguments.of("formulas", "<math><annotation encoding=application/x-tex>".repeat(30_000)),
        Arguments.of(
            "a template in a formula deeper than the bound, below a template",
            "<div><template>" + "<m>".repeat(500) + "<math>" + "<e>".repeat(26) + "<template><l>"),
        Arguments.of("20 MB", PARAGRAPH.repeat(270_000)));
  }

  static Stream<Arguments> large() {
    return Stream.of(
        Arguments.of("links in one line", "<p>" + "<a href=/x>y</a> ".repeat(100_000)),
        Arguments.of("links never closed", "<p>" + "<a href=/x>y ".repeat(100_000)),
        Arguments.of("a list of 100,000", "<ul>" + "<li>item of it".repeat(100_000)),
        Arguments.of("100,000 paragraphs", PARAGRAPH.repeat(100_000)),
        Arguments.of(
            "a row as wide as numbers go",
            "<table><tr>" + "<td colspan=99999>of it".repeat(22_000) + "</table>" + END.repeat(9)),
        Arguments.of("code of 5 MB", "<pre>" + "a = b;\n".repeat(700_000)),
        Arguments.of("dollars", "<p>" + "$a $ \\( $$ ".repeat(400_000)),
        Arguments.of("JSON-LD nested", json("[".repeat(500_000))),
        Arguments.of("JSON-LD of lists", json("[" + "[],".repeat(600_000) + "1]")),
        Arguments.of("JSON-LD of 1.9 MB", json("{\"a\":\"" + "x".repeat(1_900_000) + "\"}")));
  }

  private static String attributes(int count) {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append(" a").append(i).append("=1");
    }
    return attributes.toString();
  }

  private static String json(String json) {
    return "<script type=application/ld+json>" + json + "</script>" + END;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void a_hostile_page_ends_in_a_note_and_in_time(String name, String html) {
    Reading reading =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Pages.readHtml(html), name);

    assertThat(reading.unreadable() != null || !reading.notes().isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("large")
  void a_page_that_is_only_large_is_read_in_time(String name, String html) {
    Reading reading =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Pages.readHtml(html), name);

    assertThat(reading.article().text()).isNotEmpty();
  }

  @Test
  void json_ld_beyond_its_bounds_is_passed_over() {
    String deep = "{\"@type\":\"NewsArticle\",\"headline\":\"Deep\",\"a\":" + "[".repeat(70);
    String wide =
        "{\"@type\":\"NewsArticle\",\"headline\":\"Wide\",\"a\":[0" + ",0".repeat(100_000);

    assertThat(Pages.readHtml(json(deep + "]".repeat(70) + "}")).article().title()).isEmpty();
    assertThat(Pages.readHtml(json(wide + "]}")).article().title()).isEmpty();
    assertThat(
            Pages.readHtml(json("{\"@type\":\"NewsArticle\",\"headline\":\"Small\"}"))
                .article()
                .title())
        .isEqualTo("Small");
  }

  @Test
  void depth_and_attributes_beyond_the_bound_are_noted() {
    assertThat(Pages.readHtml("<div>".repeat(600) + END).notes())
        .containsExactly("The page was flattened at 512 levels of nesting.");
    assertThat(Pages.readHtml("<div>".repeat(400) + END).notes()).isEmpty();
    assertThat(Pages.readHtml("<p" + attributes(600) + ">" + END).notes())
        .containsExactly("Of an element only 512 attributes were read.");
  }

  @Test
  void what_exceeds_the_bound_of_bytes_is_cut_off() {
    String html = "<article>" + END + "x".repeat(Page.MOST_BYTES) + "<p>beyond the bound</article>";

    Reading reading = Pages.readHtml(html);

    assertThat(reading.article().text()).contains("last paragraph").doesNotContain("beyond");
    assertThat(reading.notes()).containsExactly("The page was cut off after 5 MB.");
  }

  @Test
  void a_page_of_too_many_elements_is_cut_off_and_says_so() {
    String html = "<article>" + END + "<b></b>".repeat(Page.MOST_TAGS) + "<p>beyond the bound";

    Reading reading = Pages.readHtml(html);

    assertThat(reading.article().text()).contains("last paragraph").doesNotContain("beyond");
    assertThat(reading.notes()).containsExactly("The page was cut off after 60000 elements.");
    assertThat(Pages.readHtml("<article>" + END).notes()).isEmpty();
  }
}
