package dev.mldigest.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Pattern;

/** An ISO 8601 week, written {@code 2026-W10}. Names an issue. */
public record Week(int year, int number) implements Comparable<Week> {
  private static final Pattern FORM = Pattern.compile("(\\d{4})-W(0[1-9]|[1-4]\\d|5[0-3])");

  /** The week in which the instant falls in that zone. */
  public static Week of(Instant instant, ZoneId zone) {
    ZonedDateTime date = instant.atZone(zone);
    return new Week(
        date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** True for a text of the form 2026-W10, as folders of issues are named. */
  public static boolean isWeek(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * @throws IllegalArgumentException with one sentence if the text is not of the form 2026-W10
   */
  public static Week parse(String text) {
    var matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not an ISO week; write it like 2026-W10.");
    }
    return new Week(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public int compareTo(Week other) {
    return year != other.year
        ? Integer.compare(year, other.year)
        : Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04d-W%02d", year, number);
  }
}
