package dev.mldigest.page;

import dev.mldigest.io.Sha256;
import dev.mldigest.page.view.BlockView;
import dev.mldigest.page.view.CardView;
import dev.mldigest.page.view.Templates;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of an issue as the page's script takes it.
 *
 * @param number what a write expects
 * @param letGo the text that undo brings back; null where the last step let none go
 * @param back the text that came back with the last undo; null likewise
 * @param minutes that the editor has been at it
 * @param opening HTML of what stands above the first section
 * @param order ids of the items
 * @param sections words of the headings, in their order
 * @param blocks what is no item, in its order
 */
record StateTold(
    int number,
    boolean approved,
    boolean undoable,
    boolean redoable,
    @Nullable TextTold letGo,
    @Nullable TextTold back,
    int minutes,
    String subject,
    String preheader,
    String opening,
    List<CardTold> cards,
    List<String> order,
    List<String> sections,
    List<BlockTold> blocks) {
  /**
   * A text that the editor let go, as it was to be saved.
   *
   * @param act what it was to be
   */
  record TextTold(String act, String item, String text) {
    /**
     * @param event its number, or null
     */
    static @Nullable TextTold of(List<Event> events, @Nullable Integer event) {
      return event != null
              && events.get(event - 1).act()
                  instanceof Act.LetGo(String of, String about, String text)
          ? new TextTold(of, about, text)
          : null;
    }
  }

  /**
   * @param id of its node in the page; another where it shows something else
   * @param above id of the node that it stands below; empty where that is the heading
   */
  record BlockTold(String id, String section, String above, String html) {
    static BlockTold of(BlockView block) {
      return new BlockTold(block.place(), block.section(), block.above(), Templates.block(block));
    }
  }

  /**
   * @param hash of all that the card shows: one that is as it was need not be put in again
   */
  record CardTold(
      String id,
      String section,
      String html,
      String hash,
      boolean accepted,
      boolean pinned,
      boolean edited) {
    /** 16 of its 64 digits tell any two cards apart. */
    private static final int DIGITS = 16;

    static CardTold of(CardView card) {
      return new CardTold(
          card.id(),
          card.section(),
          Templates.card(card),
          Sha256.of(card.toString()).substring(0, DIGITS),
          card.accepted(),
          card.pinned(),
          card.edited());
    }
  }
}
