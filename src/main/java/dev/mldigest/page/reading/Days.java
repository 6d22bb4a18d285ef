package dev.mldigest.page.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and times as the page writes them, in the zone of the digest. */
record Days(ZoneId zone) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

  /** Empty where it is unknown. */
  String day(@Nullable Instant time) {
    return time == null ? "" : DAY.format(time.atZone(zone));
  }

  String day(@Nullable LocalDate day) {
    return day == null ? "" : DAY.format((TemporalAccessor) day);
  }

  String minute(Instant time) {
    return MINUTE.format(time.atZone(zone));
  }
}
