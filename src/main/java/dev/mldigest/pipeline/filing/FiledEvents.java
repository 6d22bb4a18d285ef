package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Changes;
import dev.mldigest.review.desk.Delta;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.History;
import dev.mldigest.review.digest.Known;
import dev.mldigest.store.Events;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a filing: what the editor had typed, and that the issue was made so. A filing that
 * changes nothing is none.
 *
 * @param edition number of the event since which the issue goes by another edition, or null
 */
record FiledEvents(List<Events.Row> rows, @Nullable Integer edition) {
  static FiledEvents of(
      Store store,
      Week week,
      int last,
      @Nullable String mine,
      Reconciled ours,
      Act act,
      Instant now) {
    List<Event> events = new ArrayList<>();
    String text = History.of(EventRows.events(store.events().since(week, 0))).state().text();
    if (last > 0 && mine != null && ours.lost() == null && !mine.equals(text)) {
      List<String> items = Changes.items(text, mine, Known.of(List.of(ours.merged().base())));
      Act typed = new Act.Typed(items);
      events.add(new Event(last + 1, now, Event.FILE, typed, Delta.of(text, mine)));
      text = mine;
    }
    boolean same = last > 0 && text.equals(ours.text()) && isKnown(store, week, ours);
    if (!same) {
      Act made = last == 0 ? new Act.Made() : act;
      Delta delta = Delta.of(text, ours.text());
      events.add(new Event(last + events.size() + 1, now, Event.RUN, made, delta));
    }
    return new FiledEvents(EventRows.of(events), same ? null : last + events.size());
  }

  private static boolean isKnown(Store store, Week week, Reconciled ours) {
    Issues.Stored stored = store.issues().find(week).orElseThrow();
    return ours.merged().base().equals(stored.generated()) && ours.json().equals(stored.json());
  }
}
