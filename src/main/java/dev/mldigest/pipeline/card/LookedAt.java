package dev.mldigest.pipeline.card;

import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the editor looked at: what a page showed him, and whatever he did something to. Who saves
 * digest.md, or opens it in an editor, has all of it before his eyes.
 */
record LookedAt(Set<String> items, boolean all) {
  static LookedAt of(List<Event> events) {
    Set<String> items = new HashSet<>();
    boolean all = false;
    for (Event event : events) {
      boolean opened = event.act() instanceof Act.Opened && event.author().equals(Event.COMMAND);
      all |= opened || event.author().equals(Event.FILE);
      if (event.act().item() != null) {
        items.add(event.act().item());
      }
      switch (event.act()) {
        case Act.Accept(String item, String reason) -> items.add(item);
        case Act.Seen(String item) -> items.add(item);
        case Act.Move(String item, var to) -> items.add(item);
        case Act.Edit(String item, String text) -> items.add(item);
        case Act.Pin(String item, boolean pinned) -> items.add(item);
        case Act.Note(String item, String note) -> items.add(item);
        case Act.Rewrite(String item, var wish, var instead) -> items.add(item);
        default -> {
          // Nobody need have seen an item for it.
        }
      }
    }
    return new LookedAt(items, all);
  }

  boolean has(String item) {
    return all || items.contains(item);
  }
}
