package dev.mldigest.page.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.Excerpt;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final CardView CARD =
      SamplePage.card("A title", new SentenceView("It is so.", false, false, "", 0));

  @Test
  void a_card_is_the_same_in_the_page_and_alone_but_for_the_forms_of_who_has_no_script() {
    String page = Templates.page(SamplePage.page(CARD));
    String alone = Templates.card(CARD);

    assertThat(page).contains(alone.substring(0, alone.lastIndexOf("</article>")).strip());
  }

  @Test
  void what_a_source_says_never_becomes_html() {
    CardView hostile =
        SamplePage.card(
            "<script>alert(1)</script>",
            new SentenceView("\" onclick=x <b>bold</b>", false, false, "", 0));

    assertThat(Templates.card(hostile))
        .doesNotContain("<script>", "<b>")
        .contains("&lt;script&gt;", "&lt;b&gt;bold");
  }

  @Test
  void paragraphs_stay_apart_and_a_note_is_read_as_its_readers_get_it() {
    CardView card =
        SamplePage.card(
            "A title",
            new SentenceView("One.", false, false, "", 0),
            new SentenceView("Two.", false, false, "", 0),
            new SentenceView("Three.", false, false, "", 1));

    assertThat(Templates.card(card).replaceAll("<span[^>]*>|</span>|\\s", ""))
        .contains("<p>One.Two.</p><p>Three.</p>");
    assertThat(Templates.card(card)).containsSubsequence("data-sentence=\"2\"", "sentence=\"3\"");
  }

  @Test
  void a_block_that_is_no_item_stands_where_it_is_written_and_never_becomes_html() {
    String html =
        Excerpt.html(
            "Hi <script>x</script> [a](javascript:x) [b](https://b.example) ![c](https://c.example)"
                + " and[^1]\n\n# Loud\n\n[^1]: Foot.");
    BlockView block = new BlockView("block-1", "Papers", "item-0f1e", "Slot: <b>", html);
    String page =
        Templates.page(
            new PageView(
                SamplePage.FRAME,
                SamplePage.page(CARD).issue(),
                List.of(new SectionView("Papers", List.of(CARD, block))),
                List.of()));

    assertThat(page).containsSubsequence("id=\"item-0f1e\"", "id=\"block-1\"", "class=\"end\"");
    assertThat(Templates.block(block))
        .doesNotContain("<script>", "<img", "javascript:", "<h1", "<b>", "<sup")
        .contains(
            "&lt;script&gt;",
            "Slot: &lt;b&gt;",
            "<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"https://b.example\">",
            "[picture: c] and[^1]",
            "[^1]: Foot.");
  }

  @Test
  void a_sentence_without_evidence_says_so_also_to_who_listens() {
    CardView card =
        SamplePage.card(
            "A title",
            new SentenceView("Nobody said this.", true, false, "", 0),
            new SentenceView("I say this.", false, true, "I was there.", 0));

    assertThat(Templates.card(card))
        .containsOnlyOnce("(No evidence.)")
        .contains("data-ungrounded=\"true\"");
  }

  @Test
  void without_script_an_item_is_accepted_and_rejected_by_forms_that_carry_the_token() {
    assertThat(Templates.page(SamplePage.page(CARD)))
        .contains("action=\"/a-place/week/2026-W47/items/0f1e/accept\"")
        .contains("action=\"/a-place/week/2026-W47/items/0f1e/reject\"")
        .contains("name=\"token\" value=\"a-token\"");
  }

  @Test
  void style_and_script_carry_the_nonce_and_nothing_stands_inline() {
    String page = Templates.page(SamplePage.page(CARD));

    assertThat(page).contains("<script nonce=\"a-nonce\" src=\"/a-place/assets/page.js?v=");
    assertThat(page).doesNotContain("style=", "<style", "onclick");
  }

  @Test
  void each_fragment_can_be_empty() {
    assertThat(Templates.bench(new BenchView(List.of()), "a")).contains("Nothing readable");
    assertThat(Templates.lint(new LintView(List.of(), List.of()))).contains("It may go out");
    assertThat(Templates.history(new HistoryView("T", List.of(), 0))).contains("Nothing was done");
  }

  @Test
  void a_house_rule_is_offered_with_its_command_beside_what_was_found() {
    String offer = "You cut 'novel' 5 times: ban it? 'echo novel >> prompts/banned.txt'";
    assertThat(Templates.lint(new LintView(List.of(), List.of(new LintView.Offer("novel", offer)))))
        .contains("It may go out", "'echo novel &gt;&gt; prompts/banned.txt'");
  }

  @Test
  void what_is_not_so_is_said_too_for_script_and_style_go_by_it() {
    assertThat(Templates.card(CARD)).contains("data-accepted=\"false\"", "data-pinned=\"false\"");
  }
}
