package dev.mldigest.review.desk;

import dev.mldigest.review.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An act in words, as it is kept and listed.
 *
 * @param kind one word
 * @param item what it is about, or null
 * @param words what it says besides, as many as its kind has; what is null is left empty
 */
public record Spelling(String kind, @Nullable String item, List<String> words) {
  public Spelling {
    words = List.copyOf(words);
  }

  public static Spelling of(Act act) {
    return switch (act) {
      case Act.Accept(String item, String reason) -> of("accept", item, reason);
      case Act.Reject(String item, String reason) -> of("reject", item, reason);
      case Act.Move(String item, Place to) ->
          of("move", item, to.after(), to.section(), to.before());
      case Act.Edit(String item, String text) -> of("edit", item, text);
      case Act.Pin(String item, boolean pinned) -> of(pinned ? "pin" : "unpin", item);
      case Act.Note(String item, String note) -> of("note", item, note);
      case Act.Say(Opening what, String said) -> of("say", null, what.key(), said);
      case Act.LetGo(String of, String about, String text) ->
          of("let-go", of.equals("say") ? null : about, of, text, about);
      case Act.Add(Block block, Place to) ->
          of("add", block.id(), block.text(), block.json(), to.after(), to.section(), to.before());
      case Act.Swap(Block block, String out) ->
          of("swap", block.id(), block.text(), block.json(), out);
      case Act.Typed(List<String> items) -> new Spelling("typed", null, items);
      case Act.Made made -> of("made", null);
      case Act.Remade remade -> of("remade", null);
      case Act.Rewrite(String item, var wish, var instead) -> of("rewrite", item, wish, instead);
      case Act.Restored restored -> of("restored", null);
      case Act.Undone(int event) -> of("undone", null, "" + event);
      case Act.Redone(int event) -> of("redone", null, "" + event);
      case Act.Approve(String override) -> of("approve", null, override);
      case Act.Opened opened -> of("opened", null);
      case Act.Active active -> of("active", null);
      case Act.Seen(String item) -> of("seen", item);
      case Act.Closed closed -> of("closed", null);
    };
  }

  private static Spelling of(String kind, @Nullable String item, @Nullable String... words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      all.add(Objects.requireNonNullElse(word, ""));
    }
    return new Spelling(kind, item, all);
  }

  /** The act that is spelled so. */
  public Act act() {
    return switch (kind) {
      case "accept" -> new Act.Accept(about(), words.isEmpty() ? "" : words.getFirst());
      case "reject" -> new Act.Reject(about(), words.getFirst());
      case "move" -> new Act.Move(about(), place(0));
      case "edit" -> new Act.Edit(about(), words.getFirst());
      case "pin" -> new Act.Pin(about(), true);
      case "unpin" -> new Act.Pin(about(), false);
      case "note" -> new Act.Note(about(), words.getFirst());
      case "say" -> new Act.Say(Opening.of(words.getFirst()).orElseThrow(), words.get(1));
      case "let-go" -> new Act.LetGo(words.getFirst(), words.get(2), words.get(1));
      case "add" -> new Act.Add(block(), place(2));
      case "swap" -> new Act.Swap(block(), words.get(2));
      case "typed" -> new Act.Typed(words);
      case "made" -> new Act.Made();
      case "remade" -> new Act.Remade();
      case "rewrite" -> new Act.Rewrite(about(), word(0), word(1));
      case "restored" -> new Act.Restored();
      case "undone" -> new Act.Undone(Integer.parseInt(words.getFirst()));
      case "redone" -> new Act.Redone(Integer.parseInt(words.getFirst()));
      case "approve" -> new Act.Approve(words.getFirst());
      case "opened" -> new Act.Opened();
      case "active" -> new Act.Active();
      case "seen" -> new Act.Seen(about());
      case "closed" -> new Act.Closed();
      default -> throw new IllegalStateException("no act is called '" + kind + "'");
    };
  }

  private String about() {
    return Objects.requireNonNull(item);
  }

  private @Nullable String word(int at) {
    return at >= words.size() || words.get(at).isEmpty() ? null : words.get(at);
  }

  /** Of an older state the third word is not there. */
  private Place place(int at) {
    return new Place(word(at), word(at + 1), word(at + 2));
  }

  private Block block() {
    return new Block(item, words.getFirst(), word(1));
  }
}
