package dev.mldigest.text.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time behind a date, with its zone. */
final class TimeOfDay {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d+)?)?)?\\s*([AaPp]\\.?[Mm]\\.?(?![A-Za-z]))?\\s*(.*)");
  private static final Pattern COMPACT_TIME =
      Pattern.compile("(\\d{2})(\\d{2})(\\d{2})?(?:[.,]\\d+)?()\\s*([Zz+-].*)?");
  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{1,2}(?::\\d{1,2})?");

  private TimeOfDay() {}

  static boolean opens(String word) {
    return CLOCK.matcher(word).lookingAt();
  }

  /**
   * Null for what cannot be read.
   *
   * @param time with its zone, or null for midnight
   */
  static @Nullable Instant at(LocalDate day, @Nullable String time) {
    long midnight = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    if (time == null || time.isBlank()) {
      return Instant.ofEpochSecond(midnight);
    }
    Matcher m = COMPACT_TIME.matcher(time.strip());
    if (!m.matches()) {
      m = TIME.matcher(time.strip());
      if (!m.matches()) {
        return Zones.at(midnight, time);
      }
    }
    int hour = Days.number(m.group(1), 0);
    int minute = Days.number(m.group(2), 0);
    int second = Days.number(m.group(3), 0);
    if (m.group(4) != null && !m.group(4).isEmpty()) {
      hour = hour % 12 + (m.group(4).toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    if (hour > 24 || minute > 59 || second > 60) {
      return null;
    }
    return Zones.at(midnight + hour * 3600L + minute * 60L + second, m.group(5));
  }
}
