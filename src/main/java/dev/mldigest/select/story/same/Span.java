package dev.mldigest.select.story.same;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When reports were published, from the first to the last. Reports of one event come within days;
 * what comes later tells what came of it, in much the same words. A report without a date may be of
 * any time.
 */
record Span(@Nullable Instant first, @Nullable Instant last) {
  /** Days between a headline and another of its story; long texts tell more than the time does. */
  private static final ByLength APART = new ByLength(4, 30);

  /** Days from the first headline of a story to the last. */
  private static final ByLength IN_ALL = new ByLength(7, 60);

  static Span at(@Nullable Instant date) {
    return new Span(date, date);
  }

  /** True if two reports may be of one story. */
  boolean isNear(Span other, double length) {
    return days(and(other)) <= APART.at(length);
  }

  /** True if all the reports of both may be. */
  boolean mayJoin(Span other, double length) {
    return days(and(other)) <= IN_ALL.at(length);
  }

  private static double days(Span all) {
    return all.first == null || all.last == null
        ? 0
        : Duration.between(all.first, all.last).toHours() / 24.0;
  }

  Span and(Span other) {
    if (first == null || last == null) {
      return other;
    }
    if (other.first == null || other.last == null) {
      return this;
    }
    return new Span(
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last);
  }
}
