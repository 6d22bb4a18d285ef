package dev.mldigest.review.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of an issue, and what they come to. Events form a tree of which the state is a path:
 * what is undone leaves the path and stays in the history, so that any number of steps can be taken
 * back and forth, and each comes out as it was, to the byte. Not safe for several threads.
 */
public final class History {
  private final List<Event> events = new ArrayList<>();

  /** After each event: the last step of the path; null before the first. */
  private final List<@Nullable Step> steps = new ArrayList<>();

  private final Map<Integer, Step> byNumber = new HashMap<>();
  private final Deque<Integer> undone = new ArrayDeque<>();

  /** The text of the newest state, which most questions are about. */
  private String text = "";

  /**
   * An event that counts, and the step that it was taken after.
   *
   * @param accepts true if an item was accepted in it or before
   */
  private record Step(
      Event event, @Nullable Step before, boolean accepts, Map<String, Reworded> reworded) {}

  public static History of(List<Event> events) {
    History history = new History();
    events.forEach(history::add);
    return history;
  }

  /**
   * @param event with the next number
   */
  public void add(Event event) {
    if (event.number() != events.size() + 1) {
      throw new IllegalStateException(
          "event " + event.number() + " does not follow " + events.size());
    }
    Step head = head();
    Step next =
        switch (event.act()) {
          case Act.Undone(int which) -> step(which).before;
          case Act.Redone(int which) -> step(which);
          case Act act when act.isPassive() -> head;
          default -> taken(event, head);
        };
    remember(event, next);
    events.add(event);
    steps.add(next);
    text =
        event.act() instanceof Act.Undone
            ? text(next)
            : event.act() instanceof Act.Redone(int which)
                ? step(which).event.delta().apply(text)
                : event.delta().apply(text);
  }

  /** Only where something was accepted does it count by whom a text was changed. */
  private Step taken(Event event, @Nullable Step head) {
    boolean accepted = head != null && head.accepts;
    return new Step(
        event,
        head,
        accepted || event.act() instanceof Act.Accept,
        accepted ? Reworded.by(event.act(), text, event.delta().apply(text)) : Map.of());
  }

  private void remember(Event event, @Nullable Step next) {
    switch (event.act()) {
      case Act.Undone(int which) -> undone.push(which);
      case Act.Redone redone -> undone.poll();
      default -> {
        if (!event.act().isPassive() && next != null) {
          undone.clear();
          byNumber.put(event.number(), next);
        }
      }
    }
  }

  private Step step(int number) {
    Step step = byNumber.get(number);
    if (step == null) {
      throw new IllegalStateException("there is no event " + number + " to be taken back");
    }
    return step;
  }

  private @Nullable Step head() {
    return steps.isEmpty() ? null : steps.getLast();
  }

  public int number() {
    return events.size();
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  /** The events that concern an item, as long as they count or not. */
  public List<Event> of(String item) {
    return events.stream()
        .filter(event ->
            item.equals(event.act().item())
                || (event.act() instanceof Act.Swap(Block in, String out) && out.equals(item))
                || (event.act() instanceof Act.Typed(List<String> items) && items.contains(item)))
        .toList();
  }

  /** The issue after the last event. */
  public IssueState state() {
    return state(head(), number(), text);
  }

  /** The issue after that event; empty where there is none of that number. */
  public Optional<IssueState> at(int number) {
    if (number < 1 || number > events.size()) {
      return Optional.empty();
    }
    Step step = steps.get(number - 1);
    return Optional.of(state(step, number, text(step)));
  }

  /** True for what was done and is not taken back. */
  public boolean counts(int number) {
    return path(head()).stream().anyMatch(step -> step.event.number() == number);
  }

  /** What an undo takes back: the last step that is not the first making of the issue. */
  public Optional<Event> undoable() {
    Step head = head();
    return head == null || head.before == null ? Optional.empty() : Optional.of(head.event);
  }

  /** What was undone last and can be done again. */
  public Optional<Event> redoable() {
    return Optional.ofNullable(undone.peek()).map(number -> step(number).event);
  }

  /** The steps from the first to that one. */
  private static List<Step> path(@Nullable Step last) {
    Deque<Step> path = new ArrayDeque<>();
    for (Step step = last; step != null; step = step.before) {
      path.push(step);
    }
    return List.copyOf(path);
  }

  private static String text(@Nullable Step last) {
    String text = "";
    for (Step step : path(last)) {
      text = step.event.delta().apply(text);
    }
    return text;
  }

  private IssueState state(@Nullable Step step, int number, String text) {
    Map<String, Mark> marks = new HashMap<>();
    Map<String, Block> taken = new LinkedHashMap<>();
    int edition = 0;
    Integer approved = null;
    for (Step one : path(step)) {
      Event event = one.event;
      one.reworded.forEach((id, words) ->
          marks.computeIfPresent(id, (item, mark) -> mark.reworded(words.from(), words.to())));
      switch (event.act()) {
        case Act.Made made -> edition = event.number();
        case Act.Remade remade -> edition = event.number();
        case Act.Rewrite rewrite -> edition = event.number();
        case Act.Restored restored -> edition = event.number();
        default -> mark(event, marks, taken);
      }
      approved =
          event.act() instanceof Act.Approve
              ? Integer.valueOf(event.number())
              : event.delta().isNone() && edition != event.number() ? approved : null;
    }
    boolean newest = number == events.size();
    return new IssueState(
        number,
        text,
        marks,
        taken,
        edition,
        approved,
        newest ? undoable().map(Event::number).orElse(null) : null,
        newest ? redoable().map(Event::number).orElse(null) : null);
  }

  private static void mark(Event event, Map<String, Mark> marks, Map<String, Block> taken) {
    switch (event.act()) {
      case Act.Accept(String item, String reason) ->
          marks.put(item, marks.getOrDefault(item, Mark.NONE).accept(event.number(), reason));
      case Act.Reject(String item, String reason) ->
          marks.merge(item, Mark.NONE.reject(reason), (m, n) -> m.reject(reason));
      case Act.Pin(String item, boolean on) ->
          marks.merge(item, Mark.NONE.pin(on), (m, n) -> m.pin(on));
      case Act.Add(Block block, Place to) -> taken(block, marks, taken);
      case Act.Swap(Block block, String out) -> {
        taken(block, marks, taken);
        marks.merge(out, Mark.NONE.reject(""), (m, n) -> m.reject(""));
      }
      default -> {
        // The text says it.
      }
    }
  }

  private static void taken(Block block, Map<String, Mark> marks, Map<String, Block> taken) {
    String id = block.id();
    if (id != null) {
      taken.put(id, block);
      marks.merge(id, Mark.NONE.bringBack(), (m, n) -> m.bringBack());
    }
  }
}
