package dev.mldigest.text.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days that one date may mean. */
final class Days {
  /** 1957, before there was a feed or a page, in the calendar of Thailand. */
  private static final int FIRST_BUDDHIST = 2500;

  private static final int BUDDHIST_YEARS = 543;

  /** Whether one of them was a day that its month does not have. */
  private boolean pastTheEnd;

  boolean pastTheEnd() {
    return pastTheEnd;
  }

  /** 31 June is 1 July, as most readers have it; a day past 31 is none. */
  LocalDate of(int year, int month, int day) {
    if (day < 1 || day > 31) {
      throw new DateTimeException("no such day");
    }
    LocalDate date = LocalDate.of(common(year), month, 1).plusDays(day - 1L);
    pastTheEnd |= date.getMonthValue() != month;
    return date;
  }

  /** Thais count from the Buddha: their 2569 is 2026. */
  private static int common(int year) {
    return year < FIRST_BUDDHIST || year > FIRST_BUDDHIST + 200 ? year : year - BUDDHIST_YEARS;
  }

  static int number(@Nullable String digits, int absent) {
    return digits == null || digits.isEmpty() ? absent : Integer.parseInt(digits);
  }
}
