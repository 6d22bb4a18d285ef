package dev.mldigest.review.desk;

import dev.mldigest.review.Opening;
import dev.mldigest.review.approval.Quote;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what an author acts on is as the author saw it. What the author did is no conflict, so
 * that a slow save never conflicts with the next one; what others did to other items neither. An
 * approval is of one state and no other: with it conflicts whatever was done since, by whomever.
 */
final class Conflicts {
  private static final String CHANGED =
      " changed elsewhere since you looked; nothing was overwritten.";

  private Conflicts() {}

  /**
   * One sentence, or null.
   *
   * @param expected number of the state that the author looked at
   */
  static @Nullable String in(History history, Act act, int expected, String author, Known known) {
    if (expected == Desk.LATEST || expected >= history.number()) {
      return null;
    }
    boolean approves = act instanceof Act.Approve;
    List<Event> since = since(history.events(), expected, approves ? "" : author);
    boolean whole = approves || act instanceof Act.Undone || act instanceof Act.Redone;
    return since.stream().anyMatch(event -> whole || touches(event, act, history, known))
        ? named(act, history, expected, known) + CHANGED
        : null;
  }

  /** What it is about, as its author saw it. */
  private static String named(Act act, History history, int expected, Known known) {
    String item = act.item();
    if (act instanceof Act.Say(Opening what, String words)) {
      return "The " + what.key();
    }
    if (item == null) {
      return "The issue";
    }
    return Stream.of(history.at(expected), history.at(history.number()))
        .flatMap(Optional::stream)
        .flatMap(state -> DigestFile.parse(state.text(), known).items().stream())
        .filter(part -> part.name().equals(item))
        .findFirst()
        .map(part -> EventWords.quoted(Quote.heading(part.title())))
        .orElse("The item");
  }

  /** What was done after that state, but by that author. */
  static List<Event> since(List<Event> events, int expected, String author) {
    return events.stream()
        .skip(Math.max(0, expected))
        .filter(event -> !event.author().equals(author) && !event.act().isPassive())
        .toList();
  }

  private static boolean touches(Event event, Act act, History history, Known known) {
    IssueState before = history.at(event.number() - 1).orElse(null);
    IssueState after = history.at(event.number()).orElseThrow();
    if (before != null && act instanceof Act.Say(Opening what, String words)) {
      return !what.in(before.text()).equals(what.in(after.text()));
    }
    return before == null
        || items(act).stream()
            .anyMatch(id ->
                !before.mark(id).equals(after.mark(id))
                    || !Objects.equals(
                        Changes.items(before.text(), known).get(id),
                        Changes.items(after.text(), known).get(id)));
  }

  private static List<String> items(Act act) {
    List<String> items = new ArrayList<>();
    if (act.item() != null) {
      items.add(act.item());
    }
    if (act instanceof Act.Swap(Block in, String out)) {
      items.add(out);
    }
    return items;
  }
}
