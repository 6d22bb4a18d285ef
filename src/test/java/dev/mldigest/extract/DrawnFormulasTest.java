package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnFormulasTest {
  private static final String ROWS =
      "<span class='vlist-t'><span class='vlist-r'><span class=vlist>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<mjx-container jax=CHTML><mjx-math aria-hidden=true><mjx-msup><mjx-mi><mjx-c"
            + " class='mjx-c1D465 TEX-I'></mjx-c></mjx-mi><mjx-script><mjx-mn><mjx-c"
            + " class=mjx-c32></mjx-c></mjx-mn></mjx-script></mjx-msup></mjx-math></mjx-container>"
            + "|$x^{2}$",
        "<mjx-container jax=CHTML display=true><mjx-math><mjx-mfrac><mjx-frac><mjx-num><mjx-nstrut>"
            + "</mjx-nstrut><mjx-mn><mjx-c class=mjx-c31></mjx-c></mjx-mn></mjx-num><mjx-dbox>"
            + "<mjx-dtable><mjx-line></mjx-line><mjx-row><mjx-den><mjx-mi><mjx-c class=mjx-c1D45B>"
            + "</mjx-c></mjx-mi></mjx-den></mjx-row></mjx-dtable></mjx-dbox></mjx-frac></mjx-mfrac>"
            + "</mjx-math></mjx-container>|$$\\frac{1}{n}$$",
        "<mjx-container jax=SVG><svg><g><g data-mml-node=math><g data-mml-node=msubsup><g"
            + " data-mml-node=mi><path data-c=1D465></path></g><g data-mml-node=mn><path"
            + " data-c=32></path></g><g data-mml-node=mi><use data-c=1D456></use></g></g></g></g>"
            + "</svg></mjx-container>|$x_{i}^{2}$",
        "<mjx-container jax=SVG data-latex='\\alpha_i'><svg></svg></mjx-container>|$\\alpha_i$",
        "<span class=katex><span class=katex-html aria-hidden=true><span class=base><span"
            + " class=strut></span><span class=mord><span class='mord mathnormal'>x</span><span"
            + " class=msupsub>@<span style='top:-3.063em'><span class=pstrut></span><span"
            + " class=mord>2</span></span></span></span></span></span></span></span></span></span>"
            + "|$x^{2}$",
        "<img src='https://draw.example.org/svg?%5Cfrac%7B1%7D%7Bn%7D' alt=''>|$\\frac{1}{n}$"
      })
  void a_formula_that_is_drawn_reads_as_tex(String markup, String tex) {
    String page =
        "<main><p>The loss of the wide network falls with "
            + markup.replace("@", ROWS)
            + " as the letters of the corpus grow in number and age.</p></main>";
    assertThat(Pages.readHtml(page).article().text().replace("^2", "^{2}"))
        .contains("falls with " + tex + " as");
  }
}
