package dev.mldigest.review.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Issues;
import dev.mldigest.review.Merge;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestFileTest {
  private final String digest = new DigestMarkdown().render(Issues.example());

  @Test
  void a_digest_is_its_front_matter_its_header_its_sections_and_its_items() {
    assertThat(DigestFile.parse(digest).parts())
        .extracting(part -> part.kind() + " " + (part.id() == null ? part.title() : part.id()))
        .containsExactly(
            "FRONT_MATTER ",
            "PREAMBLE ",
            "SECTION Papers",
            "ITEM a1b2c3d4e5f60718",
            "SECTION Engineering & practice",
            "ITEM 0f1e2d3c4b5a6978",
            "ITEM 77aa66bb55cc44dd",
            "SECTION To listen to",
            "ITEM 1234123412341234",
            "SECTION Also seen");
  }

  @Test
  void no_character_is_lost_whatever_the_file_holds() {
    Random random = new Random(7);
    List<String> atoms =
        List.of(
            "\n",
            "\r\n",
            "\r",
            "\t",
            " ",
            "\uFEFF",
            "---",
            "# a",
            "## b",
            "### [c](https://c)",
            "<!-- item:x v=00000000 -->",
            "<!-- item:",
            "<!-- note: -->",
            "```",
            "~~~",
            "text",
            "é");
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(atoms.get(random.nextInt(atoms.size())));
      }
      assertThat(DigestFile.parse(text.toString()).text()).isEqualTo(text.toString());
    }
    for (String ends : List.of("\n", "\r\n", "\r")) {
      String saved = "\uFEFF" + digest.replace("\n", ends);
      assertThat(DigestFile.parse(saved).text()).isEqualTo(saved);
      assertThat(DigestFile.parse(saved).items()).hasSize(4);
    }
  }

  @Test
  void a_heading_within_code_begins_nothing() {
    String text = "## A\n\n```\n### no item\n<!-- item:x v=00000000 -->\n```\n";
    assertThat(DigestFile.parse(text).parts()).hasSize(1);
  }

  @Test
  void a_long_file_is_read_in_time_that_grows_with_its_length() {
    String text = "<!-- item:x v=00000000 -->\n### [t](https://t)\n\ntext\n\n".repeat(20_000);
    assertThat(DigestFile.parse(text).items()).hasSize(20_000);
    assertThat(Merge.merge(text, text + "x", text).text()).hasSize(text.length() + 1);
  }
}
