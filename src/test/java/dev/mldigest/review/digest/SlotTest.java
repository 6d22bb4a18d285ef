package dev.mldigest.review.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.review.Merge;
import dev.mldigest.review.Merged;
import dev.mldigest.review.Reviewed;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Approved;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotTest {
  private static final String ITEMS =
      """
      # T

      Intro.

      ## Papers

      <!-- item:aa v=00000001 -->
      ### [A](https://e.org/a)

      Words of A.

      <!-- note: -->

      %s<!-- item:bb v=00000002 -->
      ### [B](https://e.org/b)

      Words of B.

      <!-- note: -->

      ## Posts

      <!-- item:cc v=00000003 -->
      ### [C](https://e.org/c)

      Words of C.

      <!-- note: -->
      """;
  private static final String SPONSOR =
      """
      <!-- slot: sponsor -->
      ### A heading of theirs

      Try [Acme](https://acme.example/) today. <!-- paid until May -->
      <!-- /slot -->

      Below it the editor goes on.

      """;
  private static final String BASE = ITEMS.formatted("");
  private static final String MINE = ITEMS.formatted(SPONSOR);

  @Test
  void readers_see_a_slot_with_its_label_and_no_item_more() {
    Approved approved = Approval.of(MINE);
    assertThat(approved.faults()).isEmpty();
    assertThat(approved.items()).extracting(Approved.Piece::id).containsExactly("aa", "bb", "cc");
    assertThat(approved.markdown())
        .contains(
            """
            Words of A.

            > **Sponsor**
            >
            > ### A heading of theirs
            >
            > Try [Acme](https://acme.example/) today.

            Below it the editor goes on.

            ### [B]\
            """);
  }

  @Test
  void the_editor_may_label_it_in_other_words() {
    assertThat(Approval.strip(MINE.replace("slot: sponsor", "slot: sponsor: Anzeige *von* Acme")))
        .contains("> **Anzeige von Acme**\n");
    assertThat(Approval.strip(MINE.replace("slot: sponsor", "slot: own")))
        .contains("> **From us**\n");
    assertThat(Approval.strip(MINE.replace("slot: sponsor", "slot: guest")))
        .contains("> **Guest**\n");
    assertThat(Approval.of(MINE.replace("slot: sponsor", "slot: friend")).faults())
        .singleElement()
        .asString()
        .contains("'friend'", "line 14");
  }

  @Test
  void a_slot_survives_a_run_to_the_byte() {
    String theirs = BASE.replace("Words of A.", "Other words of A.");
    Merged merged = Merge.merge(BASE, MINE, theirs);
    assertThat(merged.text()).isEqualTo(MINE.replace("Words of A.", "Other words of A."));
    assertThat(Merge.merge(merged.base(), merged.text(), theirs).text()).isEqualTo(merged.text());
  }

  @Test
  void what_a_slot_links_to_is_no_pick_of_the_editors() {
    assertThat(Reviewed.of(BASE, MINE).ids()).containsExactlyInAnyOrder("aa", "bb", "cc");
    assertThat(Reviewed.of(BASE, MINE).toString()).doesNotContain("acme");
  }

  @Test
  void a_slot_that_is_not_closed_or_stands_over_an_item_is_a_fault() {
    List<String> open = Approval.of(MINE.replace("<!-- /slot -->\n", "")).faults();
    assertThat(open).singleElement().asString().contains("line 14", "<!-- /slot -->");
    assertThat(Approval.of(MINE.replace("<!-- slot: sponsor -->\n", "")).faults())
        .isNotEmpty()
        .allMatch(fault -> fault.contains("<!-- /slot -->"));
    assertThat(Approval.of(ITEMS.formatted("<!-- slot: own -->\n<!-- /slot -->\n")).faults())
        .singleElement()
        .asString()
        .contains("stands nothing");
  }

  @Test
  void two_slots_need_an_item_between_them() {
    String guest = SPONSOR.replace("sponsor", "guest");
    assertThat(Approval.of(ITEMS.formatted(SPONSOR + guest)).crowdedSlots())
        .singleElement()
        .asString()
        .contains("'sponsor' (line 14)", "'guest'");
    String apart = MINE.replace("## Posts", guest + "## Posts");
    assertThat(Approval.of(apart).crowdedSlots()).isEmpty();
    assertThat(Approval.of(apart.replace("<!-- item:bb", guest + "<!-- item:bb")).crowdedSlots())
        .hasSize(1);
  }
}
