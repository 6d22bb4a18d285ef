package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.text.WordList;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers reach summaries as facts: what the page does not say must not be read from it. */
class NumbersTest {
  private static final String PROSE =
      "<p>The harbour office counts every boat that comes in between dawn and dusk, and its books"
          + " go back further than those of any other office along the coast.</p>";

  private static final String MORE =
      "<p>Last year the sea was calm until the end of autumn, so that even small boats could leave"
          + " on most days, and the market had fish to sell when others had none.</p>";

  /** As a feed carries it, so that nothing but the reading itself decides. */
  private static Article page(String body) {
    ExtractOutcome outcome =
        new Extractor().extractFragment(PROSE + body + MORE, Pages.URL, "Boats");
    return ((ExtractOutcome.Extracted) outcome).article();
  }

  private static String line(String sentence) {
    return page("<p>" + sentence + "</p>").text().split("\n")[1];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<sup><a href=\"#fn2\">2</a></sup>",
        "<a href=\"#fn2\"><sup>2</sup></a>",
        "<sup>[<a href=\"#cite-2\">2</a>]</sup>",
        "<sup id=\"fnref:2\">2</sup>",
        "<sup class=\"footnote-ref\">2</sup>",
        "<sup class=fn data-fn=x><a id=y href=\"#z\">2</a></sup>",
        "<sup><a href=\"https://papers.example.org/5\">2</a></sup>",
        "<a href=\"#n2\">2</a>",
        "<a role=doc-noteref href=\"#n2\">[2]</a>",
        "<sup>2,3</sup>",
        "<sup><small>2</small></sup><span></span>",
      })
  void the_mark_of_a_note_is_not_glued_to_a_figure(String mark) {
    String told = "<p><sup>2</sup> Counted on a Monday, when few of them come in at all.</p>";
    Article read = page("<p>It rose to 71.3" + mark + " in May.</p>" + told);

    assertThat(read.text()).contains("It rose to 71.3 in May.");
    assertThat(read.markdown()).contains("It rose to 71.3 in May.");
  }

  static Stream<Arguments> lines() {
    return WordList.read("/pages/numbers.txt").sections().entrySet().stream()
        .flatMap(promise -> promise.getValue().lines().stream().map(line -> of(promise, line)));
  }

  private static Arguments of(Map.Entry<String, WordList> promise, String line) {
    int bar = line.lastIndexOf(" | ");
    String read = Parser.unescapeEntities(line.substring(bar + 3), false);
    return Arguments.of(promise.getKey(), line.substring(0, bar), read);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("lines")
  void a_line_with_numbers_is_read_as_the_page_shows_it(String promise, String html, String read) {
    assertThat(line(html)).as(promise).isEqualTo(read);
  }

  @Test
  void a_mark_behind_a_sentence_leaves_two_sentences() {
    assertThat(line("It rose in 2025.<sup>8</sup> Then it fell.<sup>9</sup>"))
        .isEqualTo("It rose in 2025. Then it fell.");
  }

  @Test
  void a_number_that_may_be_either_stays_raised() {
    assertThat(line("It rose to 0.9<sup>10</sup> of them, or 71.3<sup>[2]</sup>."))
        .isEqualTo("It rose to 0.9¹⁰ of them, or 71.3[2].");
  }

  @Test
  void links_to_numbered_parts_are_text() {
    assertThat(
            line(
                "See part <a href='#p2'>2</a>, (<a href='#e3'>3</a>), Fig.<a href='#f5'>5</a>,"
                    + " [<a href='#r4'>4</a>,<a href='#r6'>6</a>]."))
        .isEqualTo("See part 2, (3), Fig.5, [4,6].");
  }

  @Test
  void a_formula_beyond_measure_is_not_spilt_into_digits() {
    String many = "<mfrac><mn>1</mn><mn>2</mn></mfrac>".repeat(3000);

    assertThat(line("A share <math>" + many + "</math> of it.")).isEqualTo("A share $…$ of it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<del>900</del> <ins>700</ins>",
        "<s>900</s> 700",
        "<strike>900</strike>700",
        "<span style=\"text-decoration: line-through\">900</span> 700",
        "<span class=\"price line-through\">900</span> 700",
      })
  void what_is_struck_out_is_left_out(String price) {
    Article read = page("<p>A berth costs " + price + " a month.</p>");

    assertThat(read.text()).contains("A berth costs 700 a month.");
    assertThat(read.markdown()).doesNotContain("900");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "style='TEXT-DECORATION:LINE-THROUGH'",
        "style='text-decoration:  LINE-through'",
        "class='tw-line-through'",
        "class='md:line-through'",
        "class='crossed-out'",
        "class='is-striked'",
        "class='deleted'",
        "class='price-old'",
        "class='old-price'",
        "class='price--compare'",
        "class='wasPrice'",
        "class='strike'",
        "role='deletion'",
      })
  void a_struck_number_is_known_by_style_role_and_name(String attribute) {
    for (String price : new String[] {"900", "$900.50", "900 EUR"}) {
      assertThat(line("A berth costs <span " + attribute + ">" + price + "</span>700 a month."))
          .isEqualTo("A berth costs 700 a month.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "strike, walked out in 2024",
    "deleted, 12 boats are gone",
    "price, 900",
    "hover:line-through, 900",
    "no-strikethrough, 900",
    "old-price, The old price of 2024",
    "removed, every boat",
  })
  void a_name_that_may_be_a_word_strikes_out_no_text(String name, String text) {
    assertThat(line("The men <span class='" + name + "'>" + text + "</span> they say."))
        .isEqualTo("The men " + text + " they say.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<span class='footnote-number'>5</span>",
        "<span class='footnote'>5</span>",
        "<span class='kg-fn'>5</span>",
        "<span class='noteRef'>[5]</span>",
        "<span class='reference'>5</span>",
        "<footnote-ref>5</footnote-ref>",
        "<fn-ref>5</fn-ref>",
        "<cite-ref>5</cite-ref>",
        "<cite>12</cite>",
      })
  void a_mark_that_is_neither_raised_nor_a_link_is_no_digit(String mark) {
    assertThat(line("It rose to 84.7" + mark + " in May.")).isEqualTo("It rose to 84.7 in May.");
  }

  @Test
  void lines_struck_out_in_a_change_of_code_stay() {
    assertThat(page("<pre><del>- a = 1</del>\n<ins>+ a = 2</ins></pre>").text())
        .contains("- a = 1\n+ a = 2");
  }

  @Test
  void a_page_struck_out_by_its_style_sheet_is_read() {
    assertThat(Pages.readHtml("<article class=strike>" + PROSE + MORE + "</article>").article())
        .extracting(article -> article.text())
        .asString()
        .contains("The harbour office");
  }

  private static final String ROWS =
      "<table><tr><th>Port</th><th>Boat</th><th>Catch</th></tr>"
          + "<tr><td rowspan=2>Hull</td><td>cutter</td><td>11.5</td></tr>"
          + "<tr><td>ketch</td><td>22.5</td></tr>"
          + "<tr><td>Ayr</td><td></td><td>3.5</td></tr></table>";

  @Test
  void values_stand_under_their_own_heading() {
    Article read = page(ROWS);

    assertThat(read.markdown())
        .contains(
            "| Port | Boat | Catch |\n| --- | --- | --- |\n| Hull | cutter | 11.5 |\n"
                + "| Hull | ketch | 22.5 |\n| Ayr |  | 3.5 |");
    assertThat(read.text())
        .contains("Port | Boat | Catch\nHull | cutter | 11.5\nHull | ketch | 22.5\nAyr |  | 3.5");
  }

  @Test
  void spans_of_both_kinds_are_followed() {
    String table =
        "<table><thead><tr><th rowspan=2>Port</th><th colspan=2>Catch</th></tr>"
            + "<tr><th>mean</th><th>best</th></tr></thead><tbody>"
            + "<tr><td>Hull</td><td colspan=2>7</td></tr>"
            + "<tr><td>Ayr</td><td>1</td><td rowspan=0>2</td></tr>"
            + "<tr><td>Oban</td><td>3</td></tr></tbody><tbody><tr><td>Wick</td><td>4</td></tr>"
            + "</tbody></table>";

    assertThat(page(table).markdown())
        .contains(
            "| Port | Catch |  |\n| --- | --- | --- |\n| Port | mean | best |\n| Hull | 7 |  |\n"
                + "| Ayr | 1 | 2 |\n| Oban | 3 | 2 |\n| Wick | 4 |");
  }

  @Test
  void tables_of_one_row_one_column_or_a_head_alone_stay() {
    String text =
        page("<table><tr><td>Only 5.5 tons</td></tr></table>"
                + "<table><tr><th>Catch</th></tr><tr><td>7.5 tons</td></tr></table>"
                + "<table><thead><tr><th>Tons</th><th>Boats</th></tr></thead></table>")
            .text();

    assertThat(text).contains("Only 5.5 tons", "Catch\n7.5 tons", "Tons | Boats");
  }

  @Test
  void no_value_of_a_table_is_left_out_alone() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      rows.append("<tr><td>Pier ").append(i).append("</td><td>").append(16 + i);
      for (String list : new String[] {"in", "out", "all"}) {
        String name = "coast/boats-" + i + "-" + list;
        rows.append("</td><td><a href='https://x.example.org/").append(name).append("'>");
        rows.append(name).append("</a>");
      }
      rows.append("</td></tr>");
    }
    String markdown =
        Pages.readHtml(
                "<title>Lists</title><article>"
                    + PROSE
                    + "<p>Here are the lists of all the piers.</p><table>"
                    + "<tr><th>Pier</th><th>Boats</th><th>In</th><th>Out</th><th>All</th></tr>"
                    + rows
                    + "</table><p>Take the one that you need.</p></article>")
            .article()
            .markdown();

    for (int i = 0; i < 9; i++) {
      assertThat(markdown)
          .contains("\n| Pier " + i + " | " + (16 + i) + " | [coast/boats-" + i + "-in](")
          .contains("[coast/boats-" + i + "-out](", "[coast/boats-" + i + "-all](");
    }
  }

  @Test
  void spans_without_end_cost_no_more_than_the_page() {
    String wide = ("<td rowspan=65534>" + "x".repeat(60)).repeat(90);
    String table = "<table><tr>" + wide + "</tr>" + "<tr><td>1</td></tr>".repeat(9000) + "</table>";

    assertThat(page(table).text().length()).isLessThan(3_000_000);
  }

  @Test
  void the_headline_has_its_exponents_whatever_the_title_says() {
    String page =
        "<head><title>%s</title></head><article><h1>From 10<sup>3</sup> to 10<sup>6</sup> boats"
            + "</h1>"
            + PROSE
            + MORE
            + "</article>";

    for (String title :
        new String[] {"", "From 103 to 106 boats", "From 103 to 106 boats | Coast"}) {
      assertThat(Pages.readHtml(page.formatted(title)).article().title())
          .isEqualTo("From 10³ to 10⁶ boats");
    }
  }
}
