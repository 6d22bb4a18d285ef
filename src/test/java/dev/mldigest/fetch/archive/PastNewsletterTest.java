package dev.mldigest.fetch.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastNewsletterTest {
  @Test
  void a_list_of_many_lines_keeps_all_its_links() {
    String list =
        IntStream.range(0, 500)
            .mapToObj(i -> "- [A story of number " + i + "](https://a.example/" + i + ")\n")
            .collect(Collectors.joining());
    PastNewsletter letter = PastNewsletter.of(list);
    assertThat(letter.links()).hasSize(500);
    assertThat(letter.whole()).isTrue();
  }

  @Test
  void no_paragraph_is_longer_than_its_bound_and_a_line_that_is_parted_is_told() {
    for (String text :
        new String[] {
          "[a](<b".repeat(40_000),
          "[a](<b ".repeat(40_000),
          "[a](<b\n".repeat(40_000),
          "a".repeat(9_999)
        }) {
      assertThat(MarkdownPieces.of(text).markdown().split("\n\n", -1))
          .allMatch(paragraph -> paragraph.strip().length() <= MarkdownPieces.LONGEST);
      assertThat(MarkdownPieces.of(text).whole()).isEqualTo(text.contains("\n"));
      assertThat(MarkdownPieces.of(text).markdown().replaceAll("\\s", ""))
          .isEqualTo(text.replaceAll("\\s", ""));
    }
    PastNewsletter letter =
        PastNewsletter.of("words ".repeat(500) + "[A link at the end](https://a.example/)");
    assertThat(letter.links())
        .extracting(PastNewsletter.Titled::url)
        .contains("https://a.example/");
    assertThat(letter.whole()).isFalse();
  }
}
