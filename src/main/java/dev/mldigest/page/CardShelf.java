package dev.mldigest.page;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.card.Card;
import dev.mldigest.pipeline.card.Cards;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.store.Store;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cards of the state that was asked for last: several tabs ask for the same. */
final class CardShelf {
  private final Cards cards;
  private @Nullable Kept kept;

  private record Kept(Week week, IssueState state, List<Card> cards) {}

  CardShelf(Settings settings, Store store) {
    this.cards = new Cards(settings, store);
  }

  Cards cards() {
    return cards;
  }

  /** The items of the digest, in its order. */
  synchronized List<Card> of(Week week, IssueState state) {
    if (kept == null || !kept.week.equals(week) || kept.state.number() != state.number()) {
      kept = new Kept(week, state, cards.of(week, state));
    }
    return kept.cards;
  }

  Optional<Card> of(Week week, IssueState state, String id) {
    return of(week, state).stream().filter(card -> card.id().equals(id)).findFirst();
  }
}
