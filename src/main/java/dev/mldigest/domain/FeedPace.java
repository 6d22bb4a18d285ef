package dev.mldigest.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;

/**
 * When a feed says it may be asked again.
 *
 * @param every least time between two polls (RSS 2.0 {@code ttl}, {@code sy:updatePeriod}); zero if
 *     it does not say
 * @param skipHours hours of the day, 0 to 23 in UTC, in which it need not be asked (RSS 0.91)
 * @param skipDays days, in UTC, on which it need not be asked
 */
public record FeedPace(Duration every, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
  public static final FeedPace UNSAID = new FeedPace(Duration.ZERO, Set.of(), Set.of());

  public FeedPace {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }
}
