package dev.mldigest.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An acceptance is of the text that was accepted, and of no other. */
class LapsedTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final String DIGEST =
      """
      # Digest

      ## Papers

      <!-- item:a v=00000000 -->
      ### [A](https://example.org/a)

      Words of a.

      <!-- note: -->

      <!-- item:b v=00000000 -->
      ### [B](https://example.org/b)

      Words of b.

      <!-- note: -->
      """;

  private final MemoryShelf shelf = new MemoryShelf();
  private Desk desk;

  @BeforeEach
  void two_items_that_were_accepted() {
    desk = shelf.holding(DIGEST, NOW);
    act(new Act.Accept("a"));
    act(new Act.Accept("b"));
  }

  private void act(Act act) {
    assertThat(desk.append(act, Desk.LATEST, "page")).isInstanceOf(Outcome.Saved.class);
  }

  private void saved(String from, String to) {
    shelf.file = desk.load().text().replace(from, to);
    desk.load();
  }

  private Mark mark(String item) {
    assertThat(new Desk(shelf, shelf, () -> NOW).load()).isEqualTo(desk.load());
    return desk.load().mark(item);
  }

  private void accepted(String item) {
    assertThat(mark(item).accepted()).isTrue();
    assertThat(mark(item).isLapsed()).isFalse();
  }

  private void lapsed(String item) {
    assertThat(mark(item).accepted()).isFalse();
    assertThat(mark(item).isLapsed()).isTrue();
  }

  @Test
  void it_lapses_where_another_program_writes_another_text_and_of_that_item_alone() {
    saved("Words of a.", "Theirs.");
    lapsed("a");
    accepted("b");
  }

  @Test
  void it_counts_again_where_the_same_text_stands_again() {
    saved("Words of a.", "Theirs.");
    saved("Theirs.", "Theirs too.");
    lapsed("a");
    saved("Theirs too.", "Words of a.");
    accepted("a");
  }

  @Test
  void it_counts_again_once_the_change_is_taken_back_and_lapses_when_it_is_done_again() {
    saved("Words of a.", "Theirs.");
    desk.undo(Desk.LATEST, "page");
    accepted("a");
    desk.again(Desk.LATEST, "page");
    lapsed("a");
  }

  @Test
  void who_accepts_again_accepts_the_other_text() {
    saved("Words of a.", "Theirs.");
    act(new Act.Accept("a"));
    accepted("a");
    saved("Theirs.", "Words of a.");
    lapsed("a");
  }

  @Test
  void what_the_editor_writes_on_the_page_is_no_reason_to_accept_twice() {
    act(new Act.Edit("a", "### [A](https://example.org/a)\n\nMine.\n\n<!-- note: -->"));
    act(new Act.Note("b", "Mine."));
    accepted("a");
    accepted("b");
    saved("Mine.\n\n<!-- note: -->", "Theirs.\n\n<!-- note: -->");
    lapsed("a");
  }

  @Test
  void neither_another_place_nor_a_damaged_anchor_is_another_text() {
    saved("<!-- item:a v=00000000 -->\n", "");
    accepted("a");
    int b = DIGEST.indexOf("<!-- item:b");
    int a = DIGEST.indexOf("<!-- item:a");
    shelf.file = DIGEST.substring(0, a) + DIGEST.substring(b) + "\n" + DIGEST.substring(a, b);
    accepted("a");
    accepted("b");
  }

  @Test
  void an_item_that_is_cut_out_and_pasted_again_is_accepted_as_before() {
    int a = DIGEST.indexOf("<!-- item:a");
    int b = DIGEST.indexOf("<!-- item:b");
    shelf.file = DIGEST.substring(0, a) + DIGEST.substring(b);
    desk.load();
    shelf.file = DIGEST;
    accepted("a");
  }

  @Test
  void what_is_pinned_already_is_no_step_to_take_back() {
    act(new Act.Pin("a", true));
    int number = desk.load().number();
    act(new Act.Pin("a", true));
    assertThat(desk.load().number()).isEqualTo(number);
    desk.undo(Desk.LATEST, "page");
    assertThat(mark("a").pinned()).isFalse();
  }

  @Test
  void a_text_that_was_let_go_is_a_step_like_any_other_and_changes_nothing() {
    IssueState before = desk.load();
    act(new Act.LetGo("edit", "a", "### Two\n\n### titles"));
    assertThat(desk.load().text()).isEqualTo(before.text());
    assertThat(desk.history("a").getLast().act())
        .isEqualTo(new Act.LetGo("edit", "a", "### Two\n\n### titles"));
    act(new Act.LetGo("say", "subject", "No subject\nhas two lines"));
    assertThat(Spelling.of(desk.history().getLast().act()).act())
        .isEqualTo(desk.history().getLast().act());
    desk.undo(Desk.LATEST, "page");
    desk.undo(Desk.LATEST, "page");
    accepted("a");
    assertThat(desk.load().undoable()).isEqualTo(before.undoable());
  }
}
