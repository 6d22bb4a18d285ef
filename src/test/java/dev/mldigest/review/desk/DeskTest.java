package dev.mldigest.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.review.Opening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One desk, several people at it. */
class DeskTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final String DIGEST =
      """
      ---
      week: 2026-W10
      ---

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

      ## Tools

      <!-- item:c v=00000000 -->
      ### [C](https://example.org/c)

      Words of c.

      <!-- note: -->
      """;

  private final MemoryShelf shelf = new MemoryShelf();
  private Desk desk;

  @BeforeEach
  void an_issue() {
    desk = shelf.holding(DIGEST, NOW);
  }

  @Test
  void fifty_edits_against_a_store_that_hangs_lose_nothing_and_conflict_with_nobody()
      throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch slow = new CountDownLatch(1);
    List<String> writes = new CopyOnWriteArrayList<>();
    shelf.passed =
        step -> {
          if (step.equals("append")) {
            writes.add(step);
            begun.countDown();
            wait(slow);
          }
        };
    int seen = 1;
    List<Future<Outcome>> answers = new ArrayList<>();
    try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      answers.add(requests.submit(() -> desk.append(edit("a", 0), seen, "page")));
      wait(begun);
      for (int i = 1; i < 50; i++) {
        int number = i;
        String item = List.of("a", "b", "c").get(i % 3);
        answers.add(requests.submit(() -> desk.append(edit(item, number), seen, "page")));
      }
      slow.countDown();
    }
    for (Future<Outcome> answer : answers) {
      assertThat(answer.get()).isInstanceOf(Outcome.Saved.class);
    }
    List<String> kept =
        desk.history().stream()
            .filter(event -> event.act() instanceof Act.Edit)
            .map(event -> Spelling.of(event.act()).words().getFirst())
            .toList();
    assertThat(kept).containsAll(IntStream.range(0, 50).mapToObj(i -> text(i)).toList());
    assertThat(shelf.file).isEqualTo(desk.load().text());
    assertThat(writes.size()).as("those that wait are written together").isLessThan(50);
  }

  private static void wait(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Act edit(String item, int number) {
    return new Act.Edit(item, text(number));
  }

  private static String text(int number) {
    return "### [T](https://example.org/t)\n\nEdit " + number + ".";
  }

  @Test
  void who_acts_on_what_another_changed_meanwhile_is_told_and_nothing_is_overwritten() {
    int seen = desk.load().number();
    desk.append(edit("a", 1), seen, "one");

    assertThat(desk.append(edit("a", 2), seen, "two")).isInstanceOf(Outcome.Conflict.class);
    assertThat(desk.undo(seen, "two")).isInstanceOf(Outcome.Conflict.class);
    assertThat(desk.append(edit("b", 2), seen, "two")).isInstanceOf(Outcome.Saved.class);
    assertThat(shelf.file).contains("Edit 1.", "Edit 2.");
    assertThat(desk.append(edit("a", 3), Desk.LATEST, "two")).isInstanceOf(Outcome.Saved.class);
  }

  @Test
  void what_is_typed_into_one_item_is_no_conflict_for_another() {
    int seen = desk.load().number();
    shelf.file = DIGEST.replace("Words of a.", "Typed.");
    assertThat(desk.append(edit("a", 1), seen, "page")).isInstanceOf(Outcome.Conflict.class);
    assertThat(desk.append(edit("b", 1), seen, "page")).isInstanceOf(Outcome.Saved.class);
    assertThat(shelf.file).contains("Typed.", "Edit 1.");
  }

  @Test
  void two_commands_in_two_processes_see_each_other() {
    Desk other = new Desk(shelf, shelf, () -> NOW);
    desk.load();
    other.append(new Act.Reject("a", "2"), Desk.LATEST, Event.COMMAND);
    desk.append(new Act.Note("b", "Read it."), Desk.LATEST, Event.COMMAND);
    assertThat(other.load()).isEqualTo(desk.load());
    assertThat(shelf.file).doesNotContain("Words of a.").contains("<!-- note: Read it. -->");
  }

  @Test
  void a_section_goes_with_its_last_item_and_comes_back_with_it() {
    desk.append(new Act.Reject("c", ""), Desk.LATEST, Event.COMMAND);
    assertThat(shelf.file).doesNotContain("## Tools");
    desk.undo(Desk.LATEST, Event.COMMAND);
    assertThat(shelf.file).isEqualTo(DIGEST);
    assertThat(desk.history("c")).hasSize(1);
  }

  @Test
  void carriage_returns_and_whatever_was_typed_between_items_stay_as_they_are() {
    String windows =
        DIGEST.replace("## Tools", "A word between.\n### no item\n## Tools").replace("\n", "\r\n");
    shelf.file = windows;
    desk.append(new Act.Note("a", "Two\nlines."), Desk.LATEST, Event.COMMAND);
    assertThat(shelf.file)
        .isEqualTo(windows.replaceFirst("<!-- note: -->", "<!-- note: Two\r\nlines. -->"));
    assertThat(shelf.file.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void what_is_typed_for_one_item_must_stay_one() {
    for (String text : List.of("### A\n\n### B", "### A\n\n## Section", "### A\n\n<!-- open")) {
      assertThat(desk.append(new Act.Edit("a", text), Desk.LATEST, "page"))
          .as(text)
          .isInstanceOf(Outcome.Refused.class);
    }
    assertThat(desk.append(new Act.Note("a", "--> x"), Desk.LATEST, "page"))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(desk.append(new Act.Reject("nobody", ""), Desk.LATEST, "page"))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(shelf.file).isEqualTo(DIGEST);
    assertThat(desk.load().number()).isEqualTo(1);
  }

  @Test
  void an_approval_holds_until_the_text_changes_and_is_undone_like_all_else() {
    desk.append(new Act.Approve(""), Desk.LATEST, "page");
    desk.append(new Act.Pin("a", true), Desk.LATEST, "page");
    assertThat(desk.load().isApproved()).isTrue();
    desk.append(new Act.Reject("a", ""), Desk.LATEST, "page");
    assertThat(desk.load().isApproved()).isFalse();
    desk.undo(Desk.LATEST, "page");
    assertThat(desk.load().isApproved()).isTrue();
    assertThat(desk.load().mark("a")).isEqualTo(new Mark(false, true, null, List.of(), null));
  }

  @Test
  void an_approval_conflicts_with_whatever_was_done_since_also_by_its_author() {
    IssueState seen = desk.load();
    desk.append(new Act.Note("a", "Not looked at."), Desk.LATEST, Event.COMMAND);
    assertThat(desk.append(new Act.Approve(""), seen.number(), Event.COMMAND))
        .isInstanceOf(Outcome.Conflict.class);
    assertThat(desk.load().isApproved()).isFalse();
    int now = desk.load().number();
    desk.append(new Act.Active(), Desk.LATEST, "page");
    assertThat(desk.append(new Act.Approve(""), now, Event.COMMAND))
        .isInstanceOf(Outcome.Saved.class);
  }

  @Test
  void who_subscribed_is_told_of_a_save_by_any_program() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    List<IssueState> states = new CopyOnWriteArrayList<>();
    desk.load();
    Runnable leave =
        desk.subscribe(state -> {
          states.add(state);
          told.countDown();
        });
    Watch watch = Watch.over(desk);
    shelf.file = DIGEST.replace("Words of a.", "Typed.");
    wait(told);
    watch.close();
    leave.run();
    assertThat(states).last().extracting(IssueState::text).isEqualTo(shelf.file);
  }

  @Test
  void what_is_said_above_the_items_is_kept_told_and_taken_back_and_changes_no_other_byte() {
    String before = desk.load().text();
    desk.append(new Act.Say(Opening.SUBJECT, "A \"week\""), Desk.LATEST, "page");
    desk.append(new Act.Say(Opening.INTRODUCTION, "So it was.\n\nAnd so on."), 2, "page");
    assertThat(shelf.file)
        .isEqualTo(
            before
                .replace("2026-W10\n", "2026-W10\nsubject: \"A \\\"week\\\"\"\n")
                .replace("# Digest\n\n", "# Digest\n\nSo it was.\n\nAnd so on.\n\n"));
    assertThat(new EventWords(desk.history()).of(3))
        .isEqualTo("changed the introduction: So it was. And so on.");
    desk.undo(Desk.LATEST, "page");
    desk.undo(Desk.LATEST, "page");
    assertThat(shelf.file).isEqualTo(before);
  }

  @Test
  void a_subject_conflicts_with_another_s_subject_and_with_nothing_else() {
    int seen = desk.load().number();
    desk.append(new Act.Say(Opening.PREHEADER, "Theirs"), Desk.LATEST, "other");
    desk.append(new Act.Note("a", "Theirs"), Desk.LATEST, "other");
    assertThat(desk.append(new Act.Say(Opening.SUBJECT, "Mine"), seen, "page"))
        .isInstanceOf(Outcome.Saved.class);
    assertThat(desk.append(new Act.Say(Opening.PREHEADER, "Mine"), seen, "page"))
        .isInstanceOf(Outcome.Conflict.class);
    assertThat(shelf.file).contains("preheader: \"Theirs\"");
  }

  @Test
  void what_would_be_no_introduction_any_more_is_refused() {
    String before = desk.load().text();
    for (String words : List.of("## Tools", "### [X](https://x.org)", "```\ncode", "<!-- to me")) {
      assertThat(desk.append(new Act.Say(Opening.INTRODUCTION, words), Desk.LATEST, "page"))
          .as(words)
          .isInstanceOf(Outcome.Refused.class);
    }
    for (String words : List.of(" ", "<!-- x -->", "x".repeat(401))) {
      assertThat(desk.append(new Act.Say(Opening.SUBJECT, words), Desk.LATEST, "page"))
          .as(words)
          .isInstanceOf(Outcome.Refused.class);
    }
    assertThat(shelf.file).isEqualTo(before);
  }

  @Test
  void every_act_is_spelled_and_read_back() {
    Block block = new Block("d", "### D\n", "{}");
    for (Act act :
        List.of(
            new Act.Accept("a"),
            new Act.Reject("a", "too thin"),
            new Act.Move("a", Place.after("b")),
            new Act.Move("a", Place.under("Tools")),
            new Act.Move("a", Place.FIRST),
            new Act.Move("a", Place.before("b")),
            new Act.Edit("a", "### A\n"),
            new Act.Say(Opening.SUBJECT, "A week"),
            new Act.Say(Opening.INTRODUCTION, ""),
            new Act.Pin("a", true),
            new Act.Pin("a", false),
            new Act.Note("a", ""),
            new Act.Add(block, Place.under("Tools")),
            new Act.Add(new Block(null, "### Own\n", null), Place.FIRST),
            new Act.Swap(block, "a"),
            new Act.Typed(List.of("a", "b")),
            new Act.Made(),
            new Act.Remade(),
            new Act.Rewrite("a", "shorter", "Old."),
            new Act.Rewrite("a", null, null),
            new Act.Restored(),
            new Act.Undone(3),
            new Act.Redone(3),
            new Act.Approve("I know"),
            new Act.Opened(),
            new Act.Active(),
            new Act.Closed())) {
      assertThat(Spelling.of(act).act()).isEqualTo(act);
    }
  }
}
