package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RichHtmlTest {
  private static String rich(String markdown) {
    return new RichHtml().render(markdown);
  }

  @Test
  void only_what_an_editor_on_the_web_keeps_is_written() {
    assertThat(rich("### [A](https://e.org/a)\n\n*S*, **b** `x_{1}` and $\\alpha$.\n"))
        .isEqualTo(
            """
            <h3><a href="https://e.org/a">A</a></h3>
            <p><em>S</em>, <strong>b</strong> <code>x_{1}</code> and $\\alpha$.</p>
            """);
    assertThat(rich("[x](javascript:y) ![p](data:z) <b onclick=a>c</b>\n"))
        .isEqualTo("<p>x p &lt;b onclick=a&gt;c&lt;/b&gt;</p>\n");
    assertThat(rich("![p](http://e.org/p.png) ![q](https://e.org/q.png)\n"))
        .isEqualTo("<p>p <img src=\"https://e.org/q.png\" alt=\"q\"></p>\n");
  }

  @Test
  void a_table_becomes_a_list_and_footnotes_stand_at_the_end() {
    assertThat(rich("| a | b |\n|---|---|\n| c | [d](https://e.org/d) |\n"))
        .isEqualTo(
            "<ul><li><strong>a · b</strong></li><li>c ·"
                + " <a href=\"https://e.org/d\">d</a></li></ul>\n");
    assertThat(rich("So[^1].\n\n[^1]: On page 3.\n"))
        .startsWith("<p>So<sup>1</sup>.</p>\n<hr>")
        .contains("<p>On page 3. </p>");
  }
}
