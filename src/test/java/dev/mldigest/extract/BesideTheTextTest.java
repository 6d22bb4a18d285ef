package dev.mldigest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside an article and is told from it by its form, since no name tells it. */
class BesideTheTextTest {
  private static final String MARK = "Weights are exchanged";
  private static final String PART =
      MARK + " between two cards after every step, which hides most of the waiting.";

  private static final String TEXT =
      Stream.of("letters", "speeches", "minutes", "laws")
          .map(of -> StrangersPagesTest.PROSE.replace("letters", of))
          .collect(Collectors.joining());

  private static String read(String head, String behind) {
    return Pages.readHtml(
            "<title>A small network</title>"
                + head
                + "<body><article><h1>A small network</h1>"
                + TEXT
                + behind
                + "</article>")
        .article()
        .text();
  }

  private static String with(String behind) {
    return read("", behind);
  }

  @Test
  void who_the_author_is_is_no_part_of_the_text() {
    String author = "<meta name=author content='Ann Sample'>";
    assertThat(read(author, "<p>Ann Sample is a reporter. " + PART)).doesNotContain(MARK);
    assertThat(read(author, "<h3>Ann Sample</h3><p>Ann Sample, a reporter. " + PART))
        .doesNotContain(MARK)
        .doesNotContain("Sample");
    assertThat(read(author, "<p>Bo Other is a reporter. " + PART)).contains(MARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Copyright 2026 The Paper. All rights reserved. PART</p>",
        "<p>© 2026 Das Blatt. PART Alle Rechte vorbehalten.</p>",
        "<div class=x7><h4>Stay in the know</h4><p>PART</p><form><input type=email></form></div>",
        "<div class=w><div class=i><a href=/a><h3>One</h3></a>PART</div><div class=i><a"
            + " href=/b><h3>Two</h3></a>PART</div><div class=i><a"
            + " href=/c><h3>Three</h3></a>PART</div></div>"
      })
  void furniture_without_a_name_goes_by_its_form(String behind) {
    assertThat(with(behind.replace("PART", PART))).doesNotContain(MARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=i><h3><a href=https://a.test/>One</a></h3><p>PART</div><div class=i><h3><a"
            + " href=https://b.test/>Two</a></h3><p>PART</div><div class=i><h3><a"
            + " href=https://c.test/>Three</a></h3><p>PART</div>",
        "<p>PART <a href=/x>More of it</a> by <input type=email></p>",
        "<p>Weights are exchanged: 3 of 4. Rate: 0.2. Steps: 10.</p>"
      })
  void what_only_resembles_it_stays(String behind) {
    assertThat(with(behind.replace("PART", PART))).contains(MARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>&lt;img src=\"/c.jpg\" alt=\"The quay\" loading=\"lazy\"&gt;</p>",
        "<p>id: 8812 slug: the-quay author_id: 17 updated_at: 2026-03-02 09:01:07</p>",
        "<p>1200x675 px</p>",
        "<p>a3f9c2d1-77b0-4e5d-9b1c-0e8fa2d4c611</p>",
        "<p>the_quay_final_v2.jpg (2.4 MB)</p>",
        "<div>Node ID: 17</div><div>Title: The quay</div><div>Made: 2026-03-02T08:14:22Z</div>"
      })
  void what_a_program_wrote_for_itself_is_not_read(String dump) {
    String plain = with("");
    assertThat(with(dump + StrangersPagesTest.PROSE)).startsWith(plain.strip());
    assertThat(with(dump + StrangersPagesTest.PROSE))
        .doesNotContain("quay")
        .doesNotContain("17")
        .doesNotContain("1200x675")
        .doesNotContain("a3f9c2d1");
  }

  @Test
  void an_element_that_the_author_shows_as_code_is_read() {
    assertThat(with("<p><code>&lt;img src=\"/c.jpg\"&gt;</code></p><p>" + PART))
        .contains("<img src=\"/c.jpg\">");
  }

  @Test
  void of_a_thread_the_opening_post_is_read_and_no_reply() {
    String post = "<div class=row><a href=/u/%s>%s</a><div class=cooked><p>%s</p></div></div>";
    String thread =
        post.formatted("ann", "ann", "The loss goes to NaN after some hundred steps of training.")
            + post.formatted("bo", "bo", PART)
            + post.formatted("cy", "cy", PART + " Or so I think.");
    String text =
        Pages.readHtml("<body><div><h1>Loss is NaN</h1>" + thread + "</div>").article().text();
    assertThat(text).contains("goes to NaN").doesNotContain(MARK);
  }
}
