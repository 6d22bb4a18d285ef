package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that no site in particular made: what is the article, by what stands in it. */
class StrangersPagesTest {
  static final String PROSE =
      "<p>We took a corpus of public letters, cut it into short pieces and kept one piece in ten"
          + " for the tests, and nobody looked at them before the last run was over.</p>";
  private static final String PART =
      "<p>Weights are exchanged between two cards after every step, which hides most of the waiting"
          + " and costs a tenth of the bandwidth.</p>";

  private static String read(String body) {
    return Pages.readHtml("<title>A small network</title><body>" + body).article().text();
  }

  private static String amid(String part) {
    return read(
        "<article><h1>A small network</h1>" + PROSE.repeat(3) + part + PROSE + "</article>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<section id=related><h2>Related systems</h2>PART</section>",
        "<div class=newsletter>PART</div>",
        "<p class=breadcrumb>Weights are exchanged between two cards after every step, at no"
            + " cost.</p>",
        "<div id=cookie-consent-rates><h3>Cookie consent rates</h3>PARTPART</div>",
        "<aside class=callout><p><b>Note</b></p>PART</aside>",
        "<section id=discussion><h2>Discussion</h2>PART</section>"
      })
  void text_amid_an_article_stays_whatever_it_is_called(String part) {
    assertThat(amid(part.replace("PART", PART))).contains("Weights are exchanged");
  }

  @Test
  void a_last_section_whose_heading_gave_it_its_id_is_read() {
    String part = "<section id=social><h2>Social costs</h2>" + PART + PART + "</section>";
    assertThat(read("<article><h1>A small network</h1>" + PROSE.repeat(5) + part + "</article>"))
        .contains("Weights are exchanged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=newsletter>PART<form><input name=mail></form></div>",
        "<div class=related><div class=card>PART</div><div class=card>PART</div></div>",
        "<aside><ul><li><a href=/a>Weights are exchanged between two cards</a></ul></aside>",
        "<div class=author-bio><img src=a.png><time>2 May 2026</time>PART</div>"
      })
  void furniture_amid_an_article_goes(String part) {
    assertThat(amid(part.replace("PART", PART))).doesNotContain("Weights are exchanged");
  }

  @Test
  void a_term_or_a_button_that_a_sentence_names_is_a_word_of_it() {
    String text =
        amid(
            "<p>The <span class=popup>edit rate<i hidden>changes a word</i></span> fell by a third,"
                + " so press <button>Stop</button> and <span role=button>Start</span> again.</p>");
    assertThat(text).contains("The edit rate fell").contains("press Stop and Start again");
    assertThat(amid("<h2><button aria-expanded=true>Costs of a run</button></h2>" + PART))
        .contains("Costs of a run");
    assertThat(amid("<p>Weights of the net <button>Copy</button></p>")).doesNotContain("Copy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=thread><div class=comment>C</div><div class=comment>C</div></div>",
        "<talk-replies><talk-reply>C</talk-reply><talk-reply>C</talk-reply></talk-replies>",
        "<ul id=comments><li itemprop=comment itemscope>C<li itemprop=comment itemscope>C</ul>"
      })
  void what_readers_wrote_below_a_short_post_is_not_read(String thread) {
    String comment =
        "<p>I tried it on my own card and saw the same, but only after an update of the driver, and"
            + " the gain is gone beyond a few thousand words, as the table shows too.</p>";
    String page =
        "<div class=post><h1>A small network</h1><p>We trained a network on letters; what do you"
            + " think?</p></div>"
            + thread.replace("C", comment.repeat(2));
    assertThat(read(page)).contains("what do you think").doesNotContain("my own card");
  }

  @Test
  void of_stories_in_full_the_one_that_the_title_names_is_read() {
    String other = "<article class=s><h2>The last ferry</h2>" + PART.repeat(9) + "</article>";
    String own = "<article class=s><h2>A small network</h2>" + PROSE + PART + "</article>";
    String before = "<main>" + other + own + other + "</main>";
    assertThat(read(before).lines()).hasSize(2);
    String unnamed = own.replace("A small network", "Yesterday");
    assertThat(read("<main><h1>A small network</h1>" + unnamed + other + "</main>"))
        .contains("public letters");
  }

  @Test
  void a_page_of_which_rules_and_trees_keep_different_parts_says_so() {
    String parts = ("<p>Part 0: " + PROSE.substring(3) + "<h2>Related</h2>").repeat(12);
    for (int n = 1; parts.contains("Part 0"); n++) {
      parts = parts.replaceFirst("Part 0", "Number " + n);
    }
    assertThat(Pages.readHtml("<title>Letters</title><body>" + parts).notes())
        .anyMatch(note -> note.startsWith("Rules and learned trees agree on only"));
    assertThat(Pages.read("news.html").notes()).isEmpty();
  }

  @Test
  void sections_of_one_look_are_no_stories_of_their_own() {
    String section = "<div class=s><h1>The data</h1>" + PART.repeat(2) + "</div>";
    String own = "<div class=s><h1>A small network</h1>" + PROSE.repeat(3) + "</div>";
    assertThat(read("<main>" + own + section + "</main>")).contains("Weights are exchanged");
  }
}
