package dev.mldigest.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as pages write them for machines; without a zone they are taken as UTC. */
final class Dates {
  private static final Pattern IN_URL =
      Pattern.compile("/(20\\d\\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\\d|3[01])(?=[/_-]|$)");
  private static final DateTimeFormatter COLONLESS =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendOffset("+HHmm", "Z")
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter MONTH_DAY = form("MMMM d, yyyy");
  private static final DateTimeFormatter SHORT_MONTH_DAY = form("MMM d, yyyy");
  private static final DateTimeFormatter DAY_MONTH = form("d MMMM yyyy");
  private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("[+-]\\d{4}$");
  private static final List<Function<String, Instant>> NUMBER_FIRST =
      List.of(
          s -> OffsetDateTime.parse(s).toInstant(),
          Dates::withoutColon,
          Dates::withoutOffset,
          Dates::day,
          Dates::mailed,
          s -> midnight(LocalDate.parse(s, DAY_MONTH)));
  private static final List<Function<String, Instant>> NAME_FIRST =
      List.of(
          Dates::mailed,
          s -> midnight(LocalDate.parse(s, MONTH_DAY)),
          s -> midnight(LocalDate.parse(s, SHORT_MONTH_DAY)));

  private Dates() {}

  static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > 60) {
      return null;
    }
    String s = text.strip().replace('/', '-');
    // "2025-09-04 10:00:00 +0200" is as common as the standard's form.
    if (s.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:.*")) {
      s = s.substring(0, 10) + "T" + s.substring(11).replace(" ", "").replace("UTC", "Z");
    }
    for (Function<String, Instant> form : forms(s)) {
      try {
        return form.apply(s);
      } catch (DateTimeException e) {
        // Not in this form; the next one is tried.
      }
    }
    return null;
  }

  /** An exception costs more than all the rest: first the form that its end or length suggests. */
  private static List<Function<String, Instant>> forms(String s) {
    if (!Character.isDigit(s.charAt(0))) {
      return NAME_FIRST;
    }
    List<Function<String, Instant>> forms = new ArrayList<>(NUMBER_FIRST);
    if (OFFSET_WITHOUT_COLON.matcher(s).find()) {
      forms.addFirst(Dates::withoutColon);
    } else if (s.length() == 10) {
      forms.addFirst(Dates::day);
    } else if (s.length() == 19) {
      forms.addFirst(Dates::withoutOffset);
    }
    return forms;
  }

  static @Nullable Instant inUrl(String url) {
    Matcher m = IN_URL.matcher(url);
    try {
      return m.find()
          ? midnight(
              LocalDate.of(
                  Integer.parseInt(m.group(1)),
                  Integer.parseInt(m.group(2)),
                  Integer.parseInt(m.group(3))))
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant mailed(String date) {
    return OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private static Instant withoutColon(String date) {
    return OffsetDateTime.parse(date, COLONLESS).toInstant();
  }

  private static Instant withoutOffset(String date) {
    return LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
  }

  private static Instant day(String date) {
    return midnight(LocalDate.parse(date));
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
