package dev.mldigest.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stands above the first section, read and said anew. */
class OpeningTest {
  private static final String FRONT =
      """
      ---
      week: 2026-W10
      subject: "One" # not sure
      subject-2: 'It''s two'
      subject-3: Three # plain
      ---
      """;
  private static final String PREAMBLE =
      "# Digest\n\n<!-- intro v=12345678 -->\nOld words.\n\nMore.\n\n\n";

  @Test
  void the_first_line_that_says_something_counts_in_whichever_quotes() {
    assertThat(Opening.SUBJECT.said(FRONT)).isEqualTo("One");
    assertThat(Opening.SUBJECT.offered(FRONT)).containsExactly("One", "It's two", "Three");
    assertThat(Opening.SUBJECT.said(FRONT.replace("\"One\"", "\"\""))).isEqualTo("It's two");
  }

  @Test
  void its_value_changes_and_its_comment_stays() {
    assertThat(Opening.SUBJECT.saying(FRONT, "A \\ and \"b\"", "\n"))
        .isEqualTo(FRONT.replace("\"One\"", "\"A \\\\ and \\\"b\\\"\""));
    String mine = FRONT.replaceFirst("subject: .*\n", "");
    assertThat(Opening.SUBJECT.saying(mine, "Own", "\n"))
        .isEqualTo(mine.replace("'It''s two'", "\"Own\""));
  }

  @Test
  void a_file_of_another_system_keeps_its_line_ends() {
    String front = FRONT.replace("\n", "\r\n");
    assertThat(Opening.PREHEADER.saying(front, "Behind", "\r\n"))
        .isEqualTo(front.substring(0, front.length() - 5) + "preheader: \"Behind\"\r\n---\r\n");
    String preamble = PREAMBLE.replace("\n", "\r\n");
    assertThat(Opening.INTRODUCTION.said(preamble)).isEqualTo("Old words.\n\nMore.");
    assertThat(Opening.INTRODUCTION.saying(preamble, "New.\n\nWords.", "\r\n"))
        .isEqualTo(preamble.replace("Old words.", "New.").replace("More.", "Words."));
  }

  @Test
  void an_introduction_goes_without_its_anchor_and_comes_back_behind_it() {
    String without = Opening.INTRODUCTION.saying(PREAMBLE, "", "\n");
    assertThat(without).startsWith("# Digest\n\n<!-- intro v=12345678 -->\n\n");
    assertThat(Opening.INTRODUCTION.said(without)).isEmpty();
    assertThat(Opening.INTRODUCTION.said(Opening.INTRODUCTION.saying(without, "Again.", "\n")))
        .isEqualTo("Again.");
  }

  @Test
  void a_value_that_goes_on_in_the_next_line_is_left_alone() {
    String front = "---\nsubject: One and\n  a half\n---\n";
    assertThat(Opening.SUBJECT.saying(front, "Two", "\n")).isEqualTo(front);
  }
}
