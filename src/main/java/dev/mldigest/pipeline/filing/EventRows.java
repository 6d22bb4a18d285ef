package dev.mldigest.pipeline.filing;

import dev.mldigest.review.desk.Delta;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.Spelling;
import dev.mldigest.store.Events;
import java.util.List;

/** Events as the state keeps them. */
final class EventRows {
  private EventRows() {}

  static List<Events.Row> of(List<Event> events) {
    return events.stream().map(EventRows::row).toList();
  }

  static List<Event> events(List<Events.Row> rows) {
    return rows.stream().map(EventRows::event).toList();
  }

  private static Events.Row row(Event event) {
    Spelling act = Spelling.of(event.act());
    return new Events.Row(
        event.number(),
        event.at(),
        event.author(),
        act.kind(),
        act.item(),
        act.words(),
        event.delta().pieces());
  }

  private static Event event(Events.Row row) {
    return new Event(
        row.number(),
        row.at(),
        row.author(),
        new Spelling(row.kind(), row.item(), row.words()).act(),
        new Delta(row.delta()));
  }
}
