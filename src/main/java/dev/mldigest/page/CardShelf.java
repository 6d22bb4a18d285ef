package dev.mldigest.page;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.card.Card;
import dev.mldigest.pipeline.card.Cards;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Mark;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Part;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cards of the state that was asked for last. An act changes one item of sixty: the others' cards
 * are as they were, and finding the evidence of all again would be felt at each key.
 */
final class CardShelf {
  private final Cards cards;
  private @Nullable Kept kept;
  private final Set<String> stale = new HashSet<>();

  /**
   * @param looks of the items, by their names; empty where they cannot be told apart
   */
  private record Kept(Week week, IssueState state, List<Card> cards, Map<String, Look> looks) {
    boolean isOf(Week other, IssueState now) {
      return week.equals(other)
          && state.edition() == now.edition()
          && state.taken().equals(now.taken());
    }
  }

  /** All that a card is made of which an act can change. */
  private record Look(String text, String section, Mark mark) {}

  CardShelf(Settings settings, Store store) {
    this.cards = new Cards(settings, store);
  }

  Cards cards() {
    return cards;
  }

  /** The items of the digest, in its order. */
  synchronized List<Card> of(Week week, IssueState state) {
    Kept before = kept;
    if (before == null
        || !before.isOf(week, state)
        || before.state.number() != state.number()
        || !stale.isEmpty()) {
      Map<String, Look> looks = looks(state);
      List<Card> now = before == null ? null : changed(before, week, state, looks);
      now = now == null ? cards.of(week, state) : now;
      boolean known = now.stream().map(Card::id).toList().equals(List.copyOf(looks.keySet()));
      kept = new Kept(week, state, now, known ? looks : Map.of());
      stale.clear();
      return now;
    }
    return before.cards;
  }

  /** The cards where most are as before, else null. */
  private @Nullable List<Card> changed(
      Kept before, Week week, IssueState state, Map<String, Look> looks) {
    if (!before.isOf(week, state) || before.looks.isEmpty()) {
      return null;
    }
    Map<String, Card> old = new HashMap<>();
    before.cards.forEach(card -> old.put(card.id(), card));
    List<Card> now = new ArrayList<>();
    for (Map.Entry<String, Look> look : looks.entrySet()) {
      String id = look.getKey();
      boolean same = look.getValue().equals(before.looks.get(id)) && !stale.contains(id);
      Card card = same ? old.get(id) : cards.of(week, state, id).orElse(null);
      if (card == null) {
        return null;
      }
      now.add(card);
    }
    return now;
  }

  private static Map<String, Look> looks(IssueState state) {
    Map<String, Look> looks = new LinkedHashMap<>();
    String section = "";
    for (Part part : DigestFile.parse(state.text()).parts()) {
      section = part.kind() == Part.Kind.SECTION ? part.title() : section;
      if (part.isItem()) {
        looks.put(part.name(), new Look(part.text(), section, state.mark(part.name())));
      }
    }
    return looks;
  }

  /** Something of the item is not as its card says, though its text and marks are. */
  synchronized void forget(String item) {
    stale.add(item);
  }

  Optional<Card> of(Week week, IssueState state, String id) {
    return of(week, state).stream().filter(card -> card.id().equals(id)).findFirst();
  }
}
