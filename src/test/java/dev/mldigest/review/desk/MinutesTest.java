package dev.mldigest.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinutesTest {
  private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

  private final List<Event> events = new ArrayList<>();

  @Test
  void what_counts_is_from_the_first_sign_to_the_approval_without_pauses() {
    at(0, Event.RUN, new Act.Made());
    at(3_600, Event.COMMAND, new Act.Opened());
    at(3_660, Event.COMMAND, new Act.Accept("a"));
    at(3_900, "page", new Act.Active());
    at(3_900 + 301, "page", new Act.Reject("b", "")); // went away
    at(3_900 + 361, "page", new Act.Approve(""));
    at(9_999, "page", new Act.Closed());
    Minutes minutes = Minutes.of(events).orElseThrow();
    assertThat(minutes.atWork()).hasSeconds(60 + 240 + 60);
    assertThat(minutes.acts()).isEqualTo(3);
    assertThat(minutes.sentence()).isEqualTo("6 minutes at work, 3 acts");
  }

  @Test
  void what_nobody_looked_at_took_no_time() {
    at(0, Event.RUN, new Act.Made());
    at(100, Event.RUN, new Act.Remade());
    assertThat(Minutes.of(events)).isEmpty();
  }

  private void at(int second, String author, Act act) {
    events.add(new Event(events.size() + 1, START.plusSeconds(second), author, act, Delta.NONE));
  }
}
