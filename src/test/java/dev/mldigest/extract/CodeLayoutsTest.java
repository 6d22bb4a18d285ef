package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code as pages of today lay it out: every block reads as its author wrote it. */
class CodeLayoutsTest {
  private static final String CODE = "```\ndef step(w):\n\n    return w + 1\n```";

  private static String read(String code) {
    String prose =
        "<p>We took a corpus of public letters and cut it into short pieces of text.</p>";
    return Pages.readHtml("<main><h1>Steps</h1>" + prose + code + prose + "</main>")
        .article()
        .markdown()
        .replaceAll("```\\w+", "```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        <pre><code><span class=line><span class=ln>1</span><span class=cl>def step(w):
        </span></span><span class=line><span class=ln>2</span><span class=cl>
        </span></span><span class=line><span class=ln>3</span>    return w + 1
        </span></code></pre>\
        """,
        """
        <pre><code><span class=n>9</span>def step(w):
        <span class=n>10</span>
        <span class=n>11</span>    return w + 1</code></pre>\
        """,
        "<pre><b>1</b>def step(w):<br><b>2</b><br><b>3</b>    return w + 1</pre>"
      })
  void the_numbers_of_its_lines_are_no_code(String code) {
    assertThat(read(code)).contains(CODE);
  }

  @Test
  void numbers_that_count_up_within_its_lines_are_code() {
    assertThat(read("<pre>f(<i>1</i>, <i>2</i>)\ng(<i>3</i>)</pre>")).contains("f(1, 2)\ng(3)");
    assertThat(read("<pre><i>10</i> PRINT\n<i>20</i> GOTO 10</pre>")).contains("10 PRINT\n20 GOTO");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<pre><code style='display: grid'><span><i>def</i> step(w):</span><span></span>"
            + "<span>    return w + 1</span></code></pre>",
        "<pre><span data-line>def step(w):</span><span data-line></span>"
            + "<span data-line>    return w + 1</span></pre>",
        "<pre><code><span style='display:block'>def step(w):</span><span style='display:block'>"
            + "</span><span style='display:block'>    return w + 1</span></code></pre>",
        "<div class=cm-editor><div class=cm-content><div class=cm-line>def step(w):</div>"
            + "<div class=cm-line><br></div><div class=cm-line>    return w + 1</div></div></div>",
        "<div class='code-view lines'><div class=view-line><span>def step(w):</span></div><div"
            + " class=view-line></div><div class=view-line><span>    return w +"
            + " 1</span></div></div>"
      })
  void lines_that_only_their_elements_keep_apart_stay_lines(String code) {
    assertThat(read(code)).contains(CODE);
  }

  @Test
  void the_words_of_a_single_line_are_not_set_below_one_another() {
    assertThat(read("<pre><span class=k>def</span> <span class=n>step</span></pre>"))
        .contains("def step");
    assertThat(read("<pre><span class=t>a</span><span class=t>b</span></pre>")).contains("ab");
  }

  @Test
  void a_division_of_a_page_that_is_called_a_line_is_no_code() {
    String page = "<div class=code-team><div class=line><p>A paragraph.</p></div></div>";
    assertThat(read(page)).doesNotContain("```").contains("A paragraph.");
  }

  @Test
  void white_letters_on_a_sheet_whose_colour_is_in_the_style_sheet_are_read() {
    assertThat(
            read(
                "<pre class=dark><code><span style='color:#FFFFFF'>def step(w):</span>\n\n"
                    + "<span style='color:white'>    return w + 1</span></code></pre>"))
        .contains(CODE);
    assertThat(read("<pre style='background:#fff'><span style='color:#fff'>planted</span></pre>"))
        .doesNotContain("planted");
  }
}
