package dev.mldigest.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewedTest {
  private static final String GENERATED =
      """
      ---
      title: "Digest"
      ---
      # Digest

      ## News

      <!-- item:aaa v=00000000 -->
      ### [First thing](https://one.example/first)

      What the first says.

      <!-- note: -->

      <!-- item:bbb v=00000000 -->
      ### [Second thing](https://one.example/second)

      What the second says.

      ## Also seen

      - [Passed over](https://one.example/third) – One
      """;

  private static final String SECOND =
      GENERATED.substring(GENERATED.indexOf("<!-- item:bbb"), GENERATED.indexOf("## Also"));

  @Test
  void a_digest_that_was_left_alone_holds_what_was_generated() {
    Reviewed left = Reviewed.of(GENERATED, GENERATED.replace("\n", "\r\n") + "\r\n");

    assertThat(left.touched()).isFalse();
    assertThat(left.ids()).containsExactlyInAnyOrder("aaa", "bbb");
    assertThat(left.gone()).isEmpty();
    assertThat(left.own()).isEmpty();
  }

  @Test
  void what_was_taken_out_is_gone_and_what_lost_its_anchor_is_not() {
    Reviewed left =
        Reviewed.of(
            GENERATED, GENERATED.replace(SECOND, "").replace("<!-- item:aaa v=00000000 -->\n", ""));

    assertThat(left.touched()).isTrue();
    assertThat(left.ids()).containsExactly("aaa");
    assertThat(left.gone()).containsExactly("bbb");
    assertThat(left.isMostlyGone(Set.of())).isFalse();
    assertThat(left.own()).isEmpty();
  }

  @Test
  void an_emptied_digest_is_mostly_gone() {
    assertThat(Reviewed.of(GENERATED, "").isMostlyGone(Set.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "### [Mine \\[sic\\]](https://own.example/mine)\n\nWhy I like it.\n",
        "### Mine [sic]\n\nI read [this](https://own.example/mine) and that.\n",
        "- [Mine \\[sic\\]](<https://own.example/mine>), a find\n",
        "12. **[Mine \\[sic\\]](https://own.example/mine)** – a find\n",
        "* A find: https://own.example/mine.\n",
        "[Mine \\[sic\\]](https://own.example/mine): a find\n",
        "<https://own.example/mine>\n"
      })
  void what_the_editor_added_is_known_by_its_address_in_every_form(String block) {
    for (String place : new String[] {"## Also seen\n\n", "<!-- item:bbb v=00000000 -->\n"}) {
      Reviewed left = Reviewed.of(GENERATED, GENERATED.replace(place, block + "\n" + place));

      assertThat(left.own()).extracting(Reviewed.Own::url).contains("https://own.example/mine");
      assertThat(left.own())
          .allSatisfy(own -> assertThat(own.title()).isIn("", "Mine [sic]"))
          .hasSize(1);
    }
  }

  @Test
  void a_link_within_a_sentence_and_one_that_no_reader_sees_are_no_items() {
    String text =
        GENERATED
            .replace("What the first says.", "As [they](https://own.example/they) say, it is so.")
            .replace("<!-- note: -->", "<!-- note: -->\n<!--\n- https://own.example/todo\n-->");

    assertThat(Reviewed.of(GENERATED, text).own())
        .extracting(Reviewed.Own::url)
        .doesNotContain("https://own.example/they");
  }
}
