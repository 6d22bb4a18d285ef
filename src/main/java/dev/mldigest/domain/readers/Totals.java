package dev.mldigest.domain.readers;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all readers did with one issue, as a service counts it. Null is what it does not say, which
 * is not zero.
 *
 * @param recipients mails that were sent, or delivered where only that is said
 * @param opens readers who opened it, or openings where only those are counted
 * @param clicks readers who followed a link, or clicks where only those are counted
 * @param unsubscribes who left the list by it
 * @param moreLikeThis who said that they want more of the kind
 */
public record Totals(
    @Nullable Long recipients,
    @Nullable Long opens,
    @Nullable Long clicks,
    @Nullable Long unsubscribes,
    @Nullable Long replies,
    @Nullable Long moreLikeThis,
    @Nullable Long lessLikeThis) {
  public static final Totals UNKNOWN = new Totals(null, null, null, null, null, null, null);

  /** The usual five, where nobody is asked what they want more of. */
  public static Totals of(
      @Nullable Long recipients,
      @Nullable Long opens,
      @Nullable Long clicks,
      @Nullable Long unsubscribes,
      @Nullable Long replies) {
    return new Totals(recipients, opens, clicks, unsubscribes, replies, null, null);
  }

  /** What this does not say is taken from before. */
  public Totals over(Totals before) {
    return new Totals(
        or(recipients, before.recipients),
        or(opens, before.opens),
        or(clicks, before.clicks),
        or(unsubscribes, before.unsubscribes),
        or(replies, before.replies),
        or(moreLikeThis, before.moreLikeThis),
        or(lessLikeThis, before.lessLikeThis));
  }

  private static @Nullable Long or(@Nullable Long now, @Nullable Long before) {
    return now == null ? before : now;
  }

  /** Whether all that it says can be counts, of the same readers. */
  public boolean isSound() {
    return Stream.of(recipients, opens, clicks, unsubscribes, replies, moreLikeThis, lessLikeThis)
        .allMatch(count -> count == null || count >= 0);
  }

  /** Whether it says that anybody got it or did anything. */
  public boolean isAnything() {
    return isPositive(recipients) || isPositive(opens) || isPositive(clicks);
  }

  private static boolean isPositive(@Nullable Long count) {
    return count != null && count > 0;
  }
}
