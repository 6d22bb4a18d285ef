package dev.mldigest.review.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long an editor was at an issue: from the first sign of him to the last approval, or to the
 * last sign where there is none, without the times in which nothing happened.
 *
 * @param atWork to the second
 * @param acts how many things were done to the issue
 */
public record Minutes(Duration atWork, int acts) {
  /**
   * Who does nothing for longer went away: a long article is read in less, and a page says that
   * somebody is reading.
   */
  private static final Duration IDLE = Duration.ofMinutes(5);

  /** Empty where nobody was at it. */
  public static Optional<Minutes> of(List<Event> events) {
    List<Event> own = events.stream().filter(event -> !event.author().equals(Event.RUN)).toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    int last = own.size() - 1;
    for (int i = own.size() - 1; i >= 0; i--) {
      if (own.get(i).act() instanceof Act.Approve) {
        last = i;
        break;
      }
    }
    Duration atWork = Duration.ZERO;
    int acts = 0;
    Instant before = own.getFirst().at();
    for (Event event : own.subList(0, last + 1)) {
      Duration pause = Duration.between(before, event.at());
      atWork = pause.compareTo(IDLE) <= 0 ? atWork.plus(pause) : atWork;
      acts += event.act().isPassive() ? 0 : 1;
      before = event.at();
    }
    return Optional.of(new Minutes(atWork, acts));
  }

  /** For example {@code 12 minutes at work, 14 acts}. */
  public String sentence() {
    long minutes = (atWork.toSeconds() + 59) / 60;
    return "%d minute%s at work, %d act%s"
        .formatted(minutes, minutes == 1 ? "" : "s", acts, acts == 1 ? "" : "s");
  }
}
