package dev.mldigest.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days that one date may mean. */
final class Days {
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
    LocalDate date = LocalDate.of(year, month, 1).plusDays(day - 1L);
    pastTheEnd |= date.getMonthValue() != month;
    return date;
  }

  static int number(@Nullable String digits, int absent) {
    return digits == null || digits.isEmpty() ? absent : Integer.parseInt(digits);
  }
}
