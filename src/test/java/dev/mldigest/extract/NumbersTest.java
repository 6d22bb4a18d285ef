package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Article;
import dev.mldigest.domain.ExtractOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "It took 10<sup>6</sup> steps at 10<sup>-3</sup>. | It took 10⁶ steps at 10⁻³.",
        "It took 10<sup>&minus;3</sup> and 10<sup>1.5</sup>. | It took 10⁻³ and 10^{1.5}.",
        "Of 120 m<sup>2</sup> and R<sup>d</sup>. | Of 120 m² and R^d.",
        "So (a+b)<sup>2</sup>, 2<sup>n</sup> and e<sup>-x/2</sup>. | So (a+b)², 2ⁿ and e^{-x/2}.",
        "A tower 2<sup>2<sup>n</sup></sup> of powers. | A tower 2^{2^n} of powers.",
        "Set by style 10<span style=\"vertical-align: super\">6</span>. | Set by style 10⁶.",
        "Set by class 10<span class=sup>6</span>. | Set by class 10⁶.",
        "As code <code>2<sup>10</sup></code> bytes. | As code 2¹⁰ bytes.",
        "With 10<sup><math><mn>6</mn></math></sup> steps. | With 10⁶ steps.",
        "Of <sup>14</sup>C and Ca<sup>2+</sup>. | Of ¹⁴C and Ca²⁺.",
      })
  void an_exponent_is_no_further_digit(String html, String text) {
    assertThat(line(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Of CO<sub>2</sub>, H<sub>2</sub>O and Fe<sub>3</sub>. | Of CO2, H2O and Fe3.",
        "Of X<sub>1</sub>5 or x<sub>1</sub>. | Of X₁5 or x₁.",
        "So log<sub>2</sub>8 is 3. | So log₂8 is 3.",
        "Then 101<sub>2</sub> is five. | Then 101₂ is five.",
        "A loss x<sub>i</sub><sup>2</sup> of M<sub>left</sub>. | A loss x_i² of M_{left}.",
        "Written in T<sub>E</sub>X. | Written in TEX.",
      })
  void an_index_is_no_further_digit(String html, String text) {
    assertThat(line(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The 2<sup>nd</sup> of the 19<sup>th</sup>. | The 2nd of the 19th.",
        "Au 19<sup>e</sup> comme au 1<sup>er</sup>. | Au 19e comme au 1er.",
        "A Card<sup>&reg;</sup> by Foo<sup>TM</sup>. | A Card® by FooTM.",
        "A list of 5<sup>*</sup> things. | A list of 5* things.",
      })
  void ordinals_and_marks_of_trade_are_text(String html, String text) {
    assertThat(line(html)).isEqualTo(text);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add 2<sup>1</sup>/<sub>2</sub> cups. | Add 2 1/2 cups.",
        "Add <sup>3</sup>&frasl;<sub>4</sub> cups. | Add 3⁄4 cups.",
        "Add 2½ cups. | Add 2½ cups.",
        "Some 1&thinsp;000&#8239;000 boats. | Some 1\u00a0000\u00a0000 boats.",
        "Some 10&nbsp;000 boats. | Some 10\u00a0000 boats.",
        "Some 1<span>,</span>000 and 100<wbr>000. | Some 1,000 and 100000.",
        "Some 1&shy;000 to &minus;5. | Some 1000 to −5.",
      })
  void a_number_set_in_parts_is_one(String html, String text) {
    assertThat(line(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<msup><mn>10</mn><mrow><mo>&minus;</mo><mn>3</mn></mrow></msup> | $10^{-3}$",
        "<mfrac><mn>1</mn><mn>2</mn></mfrac> | $\\frac{1}{2}$",
        "<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac> | $2\\frac{1}{2}$",
        "<msqrt><mn>2</mn><mi>x</mi></msqrt> | $\\sqrt{2x}$",
        "<mroot><mn>8</mn><mn>3</mn></mroot> | $\\sqrt[3]{8}$",
        "<msub><mi>x</mi><mn>1</mn></msub><mn>2</mn> | $x_{1}2$",
        "<msubsup><mo>∑</mo><mn>1</mn><mi>n</mi></msubsup> | $∑_{1}^{n}$",
        "<mfenced open='['><mn>1</mn><mn>2</mn></mfenced> | $[1, 2)$",
        "<msup><mrow><mn>1</mn><mo>+</mo><mi>x</mi></mrow><mn>2</mn></msup> | ${1+x}^{2}$",
        "<mtable><mtr><mtd>1</mtd><mtd>2</mtd></mtr><mtr><mtd>3</mtd></mtr></mtable>"
            + " | $\\begin{matrix} 1 & 2 \\\\ 3 \\end{matrix}$",
        "<mi>log</mi><mi>n</mi> | $\\log n$",
        "<mi>elbo</mi> | $\\mathrm{elbo}$",
        "<mmultiscripts><mi>C</mi><mprescripts/><none/><mn>14</mn></mmultiscripts> | ${}^{14}C$",
        "<mn>5</mn><mo>%</mo> | $5\\%$",
        "<mn>12</mn><mn>34</mn> | $12 34$",
        "<semantics><mn>7</mn><annotation encoding=TeX>\\tfrac77</annotation></semantics>"
            + " | $\\tfrac77$",
        "<mn>1,250</mn> | 1,250",
      })
  void a_formula_without_a_source_is_written_as_tex(String mathMl, String tex) {
    String text = page("<p>A share <math>" + mathMl + "</math> of it.</p>").text();

    assertThat(text).contains("A share " + tex + " of it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<mml:math><mml:mfrac><mml:mn>1</mml:mn><mml:mn>3</mml:mn></mml:mfrac></mml:math>"
            + " | $\\frac{1}{3}$",
        "<script type=\"math/mml\"><math><msup><mi>x</mi><mn>2</mn></msup></math></script>"
            + " | $x^{2}$",
        "<img src=\"/7.svg\" alt=\"\\frac{1}{3}\"> | $\\frac{1}{3}$",
        "<span class=math data-tex=\"x^{2}\"><b aria-hidden=true>x2</b></span> | $x^{2}$",
        "<span class=MathJax data-mathml='<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>'>"
            + "<span class=mjx-mn>1</span><span class=mjx-mn>2</span></span> | $\\frac{1}{2}$",
        "<span class=MathJax data-mathml='<math><msup><mn>10</mn><mn>8</mn></msup></math>'>"
            + "<nobr aria-hidden=true>108</nobr></span> | $10^{8}$",
        "<span class=ql-formula data-value=\"10^{3}\">103</span> | $10^{3}$",
        "<img class=math alt=\"10^6\"> | $10^6$",
        "<img alt=\"E = mc^2\"> | $E = mc^2$",
        "<mjx-container><mjx-math aria-hidden=true>x2</mjx-math><mjx-assistive-mml><math><msup>"
            + "<mi>x</mi><mn>2</mn></msup></math></mjx-assistive-mml></mjx-container> | $x^{2}$",
      })
  void a_formula_is_read_from_wherever_it_stands(String html, String tex) {
    assertThat(line("A share " + html + " of it.")).isEqualTo("A share " + tex + " of it.");
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
        "Of <sup>238</sup><sub>92</sub>U and <sup>4</sup><sub>2</sub>He. | Of ²³⁸₉₂U and ⁴₂He.",
        "In May. <sub>6</sub><sup>14</sup>C is old. | In May. ₆¹⁴C is old.",
        "The 10<span style='vertical-align:0.5em'>3</span> of it. | The 10³ of it.",
        "The 10<span style='VERTICAL-ALIGN: Top; font-size:60%'>6</span>. | The 10⁶.",
        "The 10<span style='position:relative;top:-0.5em;font-size:70%'>4</span>. | The 10⁴.",
        "The x<span style='vertical-align:-25%'>1</span>5. | The x₁5.",
        "A 10<span class='text-super'>2</span> of it. | A 10² of it.",
        "A 10<span style='vertical-align:0'>2</span> of it. | A 10 2 of it.",
      })
  void what_is_set_off_the_line_by_any_means_is_no_digit(String html, String text) {
    assertThat(line(html)).isEqualTo(text);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "See table <span class='ref'>5</span> of it. | See table 5 of it.",
        "As <cite>Ann 2024</cite> has it. | As Ann 2024 has it.",
        "In Fig.<span class='xref'>5</span> of it. | In Fig.5 of it.",
      })
  void a_number_that_a_sentence_needs_is_no_mark(String html, String text) {
    assertThat(line(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "At 84.7<label class='sidenote-number'></label><input type=checkbox>"
            + "<span class='sidenote'>12 runs on dev.</span> points."
            + " | At 84.7 (12 runs on dev.) points.",
        "At 84.7<small class=marginnote>Of 12 runs.</small> points."
            + " | At 84.7 (Of 12 runs.) points.",
        "The <span class=sidenote>old pier</span> is gone. | The old pier is gone.",
        "At 84.7<d-footnote>On the dev split.</d-footnote>. | At 84.7 (On the dev split.).",
      })
  void a_note_told_in_the_line_stands_in_brackets(String html, String text) {
    assertThat(line(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Add <span class=sfrac><span class=tion><span class=num>1</span><span"
            + " class=sr-only>/</span><span class=den>2</span></span></span> cups. | Add 1/2 cups.",
        "Add 2<span class=sfrac><span class=num>3</span><span class=den>8</span></span> cups."
            + " | Add 2 3/8 cups.",
        "Add 3<span class=frac><span class=num>1</span>&frasl;<span class=den>4</span></span>."
            + " | Add 3 1⁄4.",
        "A <i class=f><span class=numerator>1</span><span class=denominator>2</span></i> share."
            + " | A 1/2 share.",
        "So <span role=cell>Ann</span><span role=cell>12</span> came. | So Ann 12 came.",
        "So <span style='display:table-cell'>9</span><span style='display:table-cell'>12</span>"
            + " came. | So 9 12 came.",
        "So <span class=a>900</span>700<span class=b>12</span> came. | So 900 700 12 came.",
        "So <span class=d>1</span><span class=d>2</span><span class=d>7</span> came."
            + " | So 127 came.",
      })
  void numbers_that_a_style_sheet_sets_apart_are_two(String html, String text) {
    assertThat(line(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<span class=visually-hidden>minus</span><span aria-hidden=true>−</span>5 | −5",
        "<span aria-hidden=true>−</span><span class=sr-only>minus</span>5 | −5",
        "<span class=sr-only>−</span>7 | −7",
        "<span aria-hidden=true>12</span><span class=sr-only>twelve</span> | 12",
        "<span aria-hidden=true>★</span> 12 | 12",
      })
  void what_stands_once_for_the_eye_and_once_for_the_ear_is_read_once(String html, String text) {
    assertThat(line("It was " + html + " in May.")).isEqualTo("It was " + text + " in May.");
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
