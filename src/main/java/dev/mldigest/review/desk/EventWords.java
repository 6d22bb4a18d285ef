package dev.mldigest.review.desk;

import dev.mldigest.review.Opening;
import dev.mldigest.review.approval.Quote;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of an issue in words. */
public final class EventWords {
  /** A line of a terminal has room for no more of what was typed. */
  private static final int LONGEST = 60;

  /** More items are counted. */
  private static final int MOST = 3;

  private final Map<String, String> titles = new HashMap<>();
  private final List<Event> events;

  /**
   * @param events of an issue, from the first
   */
  public EventWords(List<Event> events) {
    this.events = List.copyOf(events);
    History history = new History();
    for (Event event : events) {
      history.add(event);
      if (!event.delta().isNone()) {
        know(history.state().text());
      }
    }
  }

  private void know(String text) {
    for (Part item : DigestFile.parse(text).items()) {
      titles.put(item.name(), Quote.heading(item.title()));
    }
  }

  /** For example {@code rejected 'Title': too thin}. */
  public String of(Event event) {
    return words(event.act());
  }

  /** The same where all is about one item: {@code rejected it: too thin}. */
  public String of(Event event, String item) {
    return of(event).replace(title(item), "it");
  }

  /** What that event was. */
  public String of(int number) {
    return words(events.get(number - 1).act());
  }

  private String words(Act act) {
    return switch (act) {
      case Act.Accept(String item, String reason) ->
          "accepted " + title(item) + (reason.isEmpty() ? "" : ": " + brief(reason));
      case Act.Reject(String item, String reason) ->
          "rejected " + title(item) + (reason.isEmpty() ? "" : ": " + brief(reason));
      case Act.Move(String item, Place to) -> "moved " + title(item) + " " + place(to);
      case Act.Edit(String item, String text) -> "edited " + title(item);
      case Act.Pin(String item, boolean pinned) -> (pinned ? "pinned " : "unpinned ") + title(item);
      case Act.Note(String item, String note) ->
          "noted on " + title(item) + (note.isBlank() ? ": nothing any more" : ": " + brief(note));
      case Act.Say(Opening what, String said) ->
          said.isBlank()
              ? "took the " + what.key() + " out"
              : "changed the " + what.key() + ": " + brief(said);
      case Act.LetGo(String of, String about, String text) ->
          "let go of a text for " + (of.equals("say") ? "the " + about : title(about));
      case Act.Add(var block, Place to) -> "added " + title(String.valueOf(block.id()));
      case Act.Swap(var block, String out) ->
          "took " + title(String.valueOf(block.id())) + " in the place of " + title(out);
      case Act.Typed(List<String> items) -> "saved digest.md" + typed(items);
      case Act.Made made -> "made the issue";
      case Act.Remade remade -> "made the issue again";
      case Act.Rewrite(String item, var wish, var instead) ->
          "wrote " + title(item) + " again" + (wish == null ? "" : ": " + brief(wish));
      case Act.Restored restored -> "brought a version of digest.md back";
      case Act.Undone(int event) -> "took back " + event + ": " + of(event);
      case Act.Redone(int event) -> "did " + event + " again: " + of(event);
      case Act.Approve(String override) ->
          "approved" + (override.isEmpty() ? "" : " although something was found: " + override);
      case Act.Opened opened -> "opened for review";
      case Act.Active active -> "at work";
      case Act.Seen(String item) -> "looked at " + title(item);
      case Act.Closed closed -> "closed";
    };
  }

  private String place(Place to) {
    return to.after() != null
        ? "behind " + title(to.after())
        : to.section() != null
            ? "to the end of '" + to.section() + "'"
            : to.before() != null ? "before " + title(to.before()) : "to the top";
  }

  private String typed(List<String> items) {
    String more = items.size() > MOST ? " and " + (items.size() - MOST) + " more" : "";
    return items.isEmpty()
        ? ", no item changed"
        : ", with changes to "
            + String.join(", ", items.stream().limit(MOST).map(this::title).toList())
            + more;
  }

  private String title(String item) {
    return quoted(titles.getOrDefault(item, item));
  }

  /** A title as sentences name it. */
  static String quoted(String title) {
    return "'" + brief(title) + "'";
  }

  private static String brief(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
