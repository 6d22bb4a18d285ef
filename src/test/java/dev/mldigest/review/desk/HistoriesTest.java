package dev.mldigest.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.review.Merge;
import dev.mldigest.review.Opening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Seeded histories of what an editor, commands, runs and crashes do to one issue, against a model
 * that knows only blocks. {@code -Ddigest.histories=1000000} makes more of them, {@code
 * -Ddigest.histories.from=N} has their seeds begin there, so that several processes may share them,
 * {@code -Ddigest.seed=N} one alone.
 */
class HistoriesTest {
  private static final int HISTORIES = Integer.getInteger("digest.histories", 10_000);
  private static final int FROM = Integer.getInteger("digest.histories.from", 0);
  private static final int STEPS = 6;
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  @Test
  void no_edit_is_lost_in_any_history() {
    Integer only = Integer.getInteger("digest.seed");
    int first = only == null ? FROM : only;
    int last = only == null ? FROM + HISTORIES : only + 1;
    for (int seed = first; seed < last; seed++) {
      Story story = new Story(seed);
      try {
        story.play();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "seed " + seed + " after " + story.told() + ": " + e.getMessage(), e);
      }
    }
  }

  @Test
  void a_thousand_random_sequences_are_undone_to_the_byte_and_done_again() {
    for (int seed = 0; seed < 1_000; seed++) {
      Story story = new Story(seed);
      story.faults = false;
      story.steps = 12;
      story.play();
      story.undoAll();
    }
  }

  /** The process ended there. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("crash", null, false, false);
    }
  }

  /**
   * What stands in the digest: a heading or an item.
   *
   * @param id null for headings and for blocks of the editor's own
   */
  private record Box(@Nullable String id, String text) {
    boolean isHeading() {
      return text.startsWith("## ");
    }
  }

  private static Box item(int number, String words) {
    return new Box(
        "item" + number,
        "<!-- item:item%1$d v=00000000 -->\n### [Title %1$d](https://example.org/%1$d)\n\n%2$s\n\n<!-- note: -->\n\n"
            .formatted(number, words));
  }

  private static final String TOP = "---\nweek: 2026-W10\nsubject: One\n---\n\n# Digest\n\n";

  /** One history. */
  private static final class Story {
    private final Random random;
    private final MemoryShelf shelf = new MemoryShelf();
    private final List<String> texts = new ArrayList<>();
    private boolean faults = true;
    private int steps = STEPS;
    private List<Box> boxes = new ArrayList<>();
    private String top = TOP;
    private Desk desk;
    private String original;
    private int words;
    private int runs;
    private int next = 7;

    /** What some program has open, read at some time. */
    private @Nullable String open;

    Story(int seed) {
      random = new Random(seed);
      boxes.add(new Box(null, "## Papers\n\n"));
      boxes.addAll(List.of(item(1, "Old 1."), item(2, "Old 2.")));
      boxes.add(new Box(null, "## Tools\n\n"));
      boxes.addAll(List.of(item(4, "Old 4."), item(5, "Old 5.")));
      original = text();
      texts.add(original);
      desk = shelf.holding(original, NOW);
    }

    private Desk desk() {
      return new Desk(shelf, shelf, () -> NOW);
    }

    private String text() {
      return top + boxes.stream().map(Box::text).collect(Collectors.joining());
    }

    void play() {
      for (int i = 0; i < steps; i++) {
        step();
        check();
      }
    }

    private void step() {
      switch (random.nextInt(9)) {
        case 0, 1 -> type();
        case 2 -> stale();
        case 3 -> run();
        case 4 -> undo();
        case 5 -> open = shelf.file;
        case 6 -> say();
        default -> act();
      }
    }

    /** The editor changes the file as it is and saves it. */
    private void type() {
      List<Box> now = new ArrayList<>(boxes);
      change(now);
      boxes = now;
      shelf.file = text();
      if (random.nextInt(3) > 0) {
        doing(desk::load);
      }
    }

    private void change(List<Box> now) {
      List<Integer> items = items(now);
      int at = items.isEmpty() ? -1 : items.get(random.nextInt(items.size()));
      switch (random.nextInt(6)) {
        case 0 -> top = top.replaceFirst("subject: .*", "subject: Mine " + ++words);
        case 1 -> now.add(new Box(null, "### Own find\n\nMine " + ++words + ".\n\n"));
        case 2 -> {
          if (at >= 0 && items.size() > 2) {
            now.remove(at);
          }
        }
        case 3 -> {
          if (at >= 0) {
            now.add(items.get(random.nextInt(items.size())), now.remove(at));
          }
        }
        default -> {
          if (at >= 0) {
            now.set(at, said(now.get(at)));
          }
        }
      }
    }

    private Box said(Box box) {
      return new Box(
          box.id(), box.text().replaceFirst("(?m)^(Old|New|Mine).*$", "Mine " + ++words + "."));
    }

    private static List<Integer> items(List<Box> boxes) {
      List<Integer> items = new ArrayList<>();
      for (int i = 0; i < boxes.size(); i++) {
        if (boxes.get(i).id() != null) {
          items.add(i);
        }
      }
      return items;
    }

    /** A program saves what it had read before, with words of the editor's in one item. */
    private void stale() {
      if (open == null || open.equals(shelf.file)) {
        return;
      }
      String word = "Late " + ++words + ".";
      String saved = open.replaceFirst("(?m)^(Old|New|Mine|Late) .*$", word);
      open = null;
      if (!saved.contains(word)) {
        return;
      }
      String before = desk.load().text();
      shelf.file = saved;
      doing(desk::load);
      String now = desk.load().text();
      assertThat(now).as("typed into an older state").contains(word);
      shelf.file = before; // the model does not follow what was merged
      desk.load();
    }

    private void act() {
      List<Integer> items = items(boxes);
      if (items.isEmpty()) {
        return;
      }
      int at = items.get(random.nextInt(items.size()));
      Box box = boxes.get(at);
      List<Box> after = new ArrayList<>(boxes);
      Act act = act(box, at, after);
      List<Box> before = boxes;
      if (random.nextInt(4) == 0) { // somebody saves just before
        Box typed = said(before.get(items.getFirst()));
        if (at != items.getFirst()) {
          before.set(items.getFirst(), typed);
          after.replaceAll(one -> Objects.equals(one.id(), typed.id()) ? typed : one);
          shelf.file = text();
        }
      }
      boolean done = doing(() -> desk.append(act, Desk.LATEST, Event.COMMAND));
      String now = desk.load().text();
      boxes = after;
      if (!done && !now.equals(text())) {
        boxes = before;
      }
    }

    /** The page has another subject. */
    private void say() {
      String before = top;
      String said = "Said " + ++words;
      top = top.replaceFirst("subject: .*", "subject: \"" + said + "\"");
      boolean done =
          doing(() -> desk.append(new Act.Say(Opening.SUBJECT, said), Desk.LATEST, Event.COMMAND));
      if (!done && !desk.load().text().equals(text())) {
        top = before;
      }
    }

    private Act act(Box box, int at, List<Box> after) {
      String id = String.valueOf(box.id());
      return switch (random.nextInt(6)) {
        case 0 -> {
          after.remove(at);
          boolean empty =
              after.get(at - 1).isHeading() && (at == after.size() || after.get(at).isHeading());
          if (empty) {
            after.remove(at - 1);
          }
          yield new Act.Reject(id, "3");
        }
        case 1 -> {
          Box words = said(box);
          after.set(at, words);
          yield new Act.Edit(id, words.text().substring(words.text().indexOf('\n') + 1).strip());
        }
        case 2 -> {
          Box note =
              new Box(
                  id,
                  box.text().replaceFirst("<!-- note:.*-->", "<!-- note: N" + ++words + " -->"));
          after.set(at, note);
          yield new Act.Note(id, "N" + words);
        }
        case 3 -> {
          Box fresh = item(++next, "New " + next + ".");
          after.set(at, fresh);
          yield new Act.Swap(new Block(fresh.id(), fresh.text(), "{}"), id);
        }
        case 4 ->
            switch (random.nextInt(3)) {
              case 0 -> new Act.Pin(id, true);
              case 1 -> new Act.Accept(id);
              default -> new Act.LetGo("edit", id, "Let go " + ++words);
            };
        default -> {
          List<Integer> items = items(after);
          Box behind = after.get(items.get(random.nextInt(items.size())));
          if (behind.equals(box)) {
            yield new Act.Accept(id);
          }
          after.remove(at);
          after.add(after.indexOf(behind) + 1, box);
          yield new Act.Move(id, Place.after(String.valueOf(behind.id())));
        }
      };
    }

    /** Another process makes the issue again, as a filing does. */
    private void run() {
      IssueState state = desk.load();
      String base = shelf.base();
      String theirs = base.replaceAll("(?m)^(Old|New) (\\d).*$", "New $2, run " + ++runs + ".");
      String merged = Merge.merge(base, state.text(), theirs).text();
      doing(() -> {
        Event event =
            new Event(
                state.number() + 1,
                NOW,
                Event.RUN,
                new Act.Remade(),
                Delta.of(state.text(), merged));
        List<Event> all = new ArrayList<>(shelf.since(0));
        all.add(event);
        shelf.append(state.number(), List.of(event), History.of(all).state(), shelf.file);
        shelf.put(state.text(), merged);
        shelf.written();
      });
      reread();
    }

    private void undo() {
      String before = desk.load().text();
      boolean back = random.nextBoolean();
      doing(() -> {
        if (back) {
          desk.undo(Desk.LATEST, Event.COMMAND);
        } else {
          desk.again(Desk.LATEST, Event.COMMAND);
        }
      });
      assertThat(texts).as("a state that there was").contains(desk.load().text());
      assertThat(before).isNotNull();
      reread();
    }

    /** The model takes over what is known to be right by other checks. */
    private void reread() {
      String text = desk.load().text();
      int first =
          Stream.of("## ", "### Own")
              .mapToInt(text::indexOf)
              .filter(i -> i >= 0)
              .min()
              .orElse(text.length());
      top = text.substring(0, first);
      boxes =
          Stream.of(text.substring(top.length()).split("(?m)(?=^<!-- item:|^## |^### Own)"))
              .filter(part -> !part.isEmpty())
              .map(part ->
                  new Box(
                      part.startsWith("<!-- item:")
                          ? part.replaceFirst("(?s)<!-- item:(\\S+) .*", "$1")
                          : null,
                      part))
              .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Perhaps the process ends at one of the writes; then the next one goes on. */
    private boolean doing(Runnable work) {
      int[] left = {faults && random.nextInt(3) == 0 ? random.nextInt(6) : Integer.MAX_VALUE};
      shelf.passed =
          step -> {
            if (left[0]-- == 0) {
              throw new Crash();
            }
          };
      try {
        work.run();
        return true;
      } catch (Crash crash) {
        desk = desk();
        return false;
      } finally {
        shelf.passed = step -> {};
      }
    }

    private void check() {
      IssueState state = desk.load();
      assertThat(state.text()).isEqualTo(text());
      assertThat(shelf.file).isEqualTo(state.text());
      assertThat(new Desk(shelf, shelf, () -> NOW).load()).isEqualTo(state);
      for (Event event : shelf.since(texts.size())) {
        texts.add(desk.at(event.number()).orElseThrow().text());
      }
      int any = random.nextInt(texts.size());
      assertThat(desk.at(any + 1).orElseThrow().text()).isEqualTo(texts.get(any));
    }

    String told() {
      return shelf.since(0).stream()
          .map(event -> event.number() + " " + event.author() + " " + event.act())
          .collect(Collectors.joining("\n", "\n", "\n"));
    }

    void undoAll() {
      List<String> back = new ArrayList<>();
      Integer undone = desk.load().redoable();
      while (desk.load().undoable() != null) {
        back.add(desk.load().text());
        desk.undo(Desk.LATEST, Event.COMMAND);
      }
      assertThat(shelf.file).isEqualTo(original);
      Collections.reverse(back);
      for (String text : back) {
        desk.again(Desk.LATEST, Event.COMMAND);
        assertThat(shelf.file).isEqualTo(text);
      }
      assertThat(desk.load().redoable()).isEqualTo(undone);
    }
  }
}
