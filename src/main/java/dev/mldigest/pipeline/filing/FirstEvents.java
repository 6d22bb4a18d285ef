package dev.mldigest.pipeline.filing;

import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Delta;
import dev.mldigest.review.desk.Event;
import dev.mldigest.store.Events;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The events of an issue that an earlier version of the program made: what is known of them. */
final class FirstEvents {
  private FirstEvents() {}

  static void of(Issues.Stored made, Store store) {
    if (made.generated() == null || made.json() == null || store.events().last(made.week()) > 0) {
      return;
    }
    String generated = made.generated();
    String written = Objects.requireNonNullElse(made.written(), generated);
    List<Event> events = new ArrayList<>();
    events.add(
        new Event(1, made.window().to(), Event.RUN, new Act.Made(), Delta.of("", generated)));
    if (!written.equals(generated)) {
      events.add(
          new Event(
              2,
              made.window().to(),
              Event.FILE,
              new Act.Typed(List.of()),
              Delta.of(generated, written)));
    }
    store
        .events()
        .begin(made.week(), EventRows.of(events), new Events.Edition(generated, made.json()));
  }
}
