package dev.mldigest.assemble.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  private static String text(String markdown) {
    return new PlainText().render(markdown);
  }

  @Test
  void addresses_and_footnotes_are_numbered_and_stand_at_their_item() {
    assertThat(
            text(
                """
                ### [A](https://e.org/a)

                It says[^x] so, as [B](https://e.org/b) does.

                ### [C](https://e.org/c)

                See [A](https://e.org/a).

                [^x]: On page 3 of [it](https://e.org/x).
                """))
        .isEqualTo(
            """
            A [1]

            It says [2] so, as B [3] does.

            [1] https://e.org/a
            [2] On page 3 of it <https://e.org/x>.
            [3] https://e.org/b


            C [4]

            See A [1].

            [4] https://e.org/c
            [1] https://e.org/a
            """);
  }

  @Test
  void no_mark_of_markdown_is_left() {
    assertThat(
            text(
                """
                **For:** *them*, `code`, ~~x~~ and $\\alpha^{2}$.

                ![A chart](https://e.org/c.png)
                """))
        .isEqualTo(
            """
            For: them, code, ~~x~~ and α².

            A chart [1]

            [1] https://e.org/c.png
            """);
  }

  @Test
  void a_slot_stands_between_rules_under_its_label() {
    assertThat(
            text(
                """
                > **Sponsor**
                >
                > Try [Acme](https://acme.example/).

                ### [A](https://e.org/a)

                x
                """))
        .isEqualTo(
            """
            --- Sponsor ----------------------------------------------------------------

            Try Acme [1].

            ----------------------------------------------------------------------------

            [1] https://acme.example/


            A [2]

            x

            [2] https://e.org/a
            """);
  }

  @Test
  void a_table_that_is_too_wide_is_told_row_by_row() {
    String wide = "word ".repeat(16).strip();
    assertThat(text("| Model | Notes |\n|---|---|\n| M1 | " + wide + " |\n| M2 | " + wide + " |\n"))
        .startsWith("Model: M1\nNotes: word word")
        .contains("\n\nModel: M2\n");
  }
}
