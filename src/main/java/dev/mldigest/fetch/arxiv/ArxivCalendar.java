package dev.mldigest.fetch.arxiv;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When arXiv announces: Sunday to Thursday at 20:00 US Eastern time. The announcement feed is
 * rebuilt at the midnight after and holds that one announcement for a day. Holidays are not known
 * here: one that is taken for a working day costs a request, never a paper.
 */
public final class ArxivCalendar {
  private static final ZoneId EASTERN = ZoneId.of("America/New_York");

  /** So many days hold an announcement for certain; they need not be looked through. */
  private static final int LONG = 14;

  private ArxivCalendar() {}

  /** The midnight at which the announcement feed of that instant was built. */
  public static Instant day(Instant at) {
    return start(at.atZone(EASTERN).toLocalDate());
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(EASTERN).toInstant();
  }

  /**
   * Whether an announcement may lie between what is covered and what the feed holds.
   *
   * @param coveredTo all announcements up to the midnight before are known (one of the evening of
   *     that very day may not have been in what was read); null where none is
   * @param day start of the feed's day
   */
  public static boolean missed(@Nullable Instant coveredTo, Instant day) {
    if (coveredTo == null) {
      return true;
    }
    LocalDate held = day.atZone(EASTERN).toLocalDate().minusDays(1);
    LocalDate from = coveredTo.atZone(EASTERN).toLocalDate();
    if (from.plusDays(LONG).isBefore(held)) {
      return true;
    }
    return from.isBefore(held) && from.datesUntil(held).anyMatch(ArxivCalendar::announces);
  }

  /** Whether the feed of that instant should hold something that is not covered. */
  static boolean due(@Nullable Instant coveredTo, Instant at) {
    return missed(coveredTo, start(at.atZone(EASTERN).toLocalDate().plusDays(1)));
  }

  private static boolean announces(LocalDate evening) {
    DayOfWeek day = evening.getDayOfWeek();
    return day != DayOfWeek.FRIDAY && day != DayOfWeek.SATURDAY;
  }
}
