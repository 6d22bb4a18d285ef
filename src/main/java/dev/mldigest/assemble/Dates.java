package dev.mldigest.assemble;

import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/** Days as the digest's language writes them, in the issue's zone. */
final class Dates {
  /** A window ends in the night or the morning of a day that is not of it. */
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private final Labels labels;
  private final ZoneId zone;
  private final DateTimeFormatter form;

  Dates(Labels labels, String zone) {
    this.labels = labels;
    this.zone = ZoneId.of(zone);
    this.form = form(labels.locale());
  }

  /** English dates stand as the British write them, as they always did here. */
  private static DateTimeFormatter form(Locale locale) {
    boolean english = locale.getLanguage().equals("en") && !locale.getCountry().equals("US");
    return english
        ? DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
  }

  /** For example {@code 27 February 2026}. */
  String day(Instant instant) {
    return form.format(instant.atZone(zone));
  }

  /**
   * The days that lie mostly within the window: {@code 23 February to 1 March 2026}, {@code 1 to 7
   * December 2025}.
   */
  String days(Window window) {
    LocalDate last = window.to().minus(HALF_A_DAY).atZone(zone).toLocalDate();
    LocalDate first = window.from().plus(HALF_A_DAY).atZone(zone).toLocalDate();
    String to = form.format(last);
    if (!first.isBefore(last)) {
      return to;
    }
    String from = form.format(first);
    return labels.filled(Label.DATES, Map.of("from", without(from, to), "to", to));
  }

  /** Without the words at its end that the other has there too: the month, the year. */
  private static String without(String from, String to) {
    String rest = from;
    for (int blank = from.indexOf(' '); blank > 0; blank = from.indexOf(' ', blank + 1)) {
      if (to.endsWith(from.substring(blank))) {
        rest = from.substring(0, blank);
        break;
      }
    }
    return rest;
  }
}
