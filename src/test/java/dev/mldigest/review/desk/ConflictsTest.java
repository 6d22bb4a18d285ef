package dev.mldigest.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.review.Opening;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is a conflict with what others did, and what it is called. */
class ConflictsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final String LONG = "A title that goes on and on ".repeat(5).strip();
  private static final String DIGEST =
      """
      ---
      subject: "Proposed"
      ---

      # Digest

      ## Papers

      <!-- item:a v=00000000 -->
      ### [%s](https://example.org/a)

      Words of a.

      <!-- note: -->

      <!-- item:b v=00000000 -->
      ### [B is here](https://example.org/b)

      Words of b.

      <!-- note: -->
      """
          .formatted(LONG);

  private final MemoryShelf shelf = new MemoryShelf();
  private Desk desk;
  private int seen;

  @BeforeEach
  void an_issue() {
    desk = shelf.holding(DIGEST, NOW);
    seen = desk.load().number();
  }

  private void file(String from, String to) {
    shelf.file = desk.load().text().replace(from, to);
  }

  private String conflict(Act act) {
    Outcome outcome = desk.append(act, seen, "page");
    assertThat(outcome).isInstanceOf(Outcome.Conflict.class);
    return ((Outcome.Conflict) outcome).sentence();
  }

  private void isSaved(Act act) {
    assertThat(desk.append(act, seen, "page")).isInstanceOf(Outcome.Saved.class);
  }

  @Test
  void it_names_the_item_as_its_author_saw_it() {
    file("B is here", "Another title");
    assertThat(conflict(new Act.Note("b", "Mine.")))
        .isEqualTo("'B is here' changed elsewhere since you looked; nothing was overwritten.");
  }

  @Test
  void a_long_title_is_shortened() {
    file("Words of a.", "Theirs.");
    assertThat(conflict(new Act.Accept("a")))
        .startsWith("'A title that goes on")
        .contains("…' changed elsewhere")
        .hasSizeLessThan(130);
  }

  @Test
  void it_names_an_item_that_left() {
    desk.append(new Act.Reject("b", ""), Desk.LATEST, Event.COMMAND);
    assertThat(conflict(new Act.Note("b", "Mine."))).startsWith("'B is here' changed elsewhere");
  }

  @Test
  void it_names_what_stands_above_the_items_and_the_issue() {
    file("Proposed", "Theirs");
    assertThat(conflict(new Act.Say(Opening.SUBJECT, "Mine"))).startsWith("The subject changed");
    assertThat(conflict(new Act.Approve(""))).startsWith("The issue changed elsewhere");
  }

  @Test
  void what_others_did_to_other_items_is_none_and_what_the_author_did_neither() {
    file("Words of a.", "Theirs.");
    isSaved(new Act.Note("b", "Mine."));
    isSaved(new Act.Note("b", "Mine again."));
  }

  @Test
  void what_was_looked_at_meanwhile_is_none_and_what_is_let_go_conflicts_with_nothing() {
    desk.append(new Act.Seen("b"), Desk.LATEST, "another");
    isSaved(new Act.Note("b", "Mine."));
    file("Words of a.", "Theirs.");
    assertThat(desk.append(new Act.LetGo("edit", "a", "Mine."), Desk.LATEST, "page"))
        .isInstanceOf(Outcome.Saved.class);
  }

  @Test
  void undo_is_of_the_state_that_its_author_saw() {
    isSaved(new Act.Accept("b"));
    file("Words of a.", "Theirs.");
    Outcome outcome = desk.undo(desk.history().size() - 1, "page");
    assertThat(outcome).isInstanceOf(Outcome.Conflict.class);
  }
}
