package dev.mldigest.extract.meta;

import dev.mldigest.text.date.FeedDates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a page was published; without a zone a date is taken as UTC. */
final class Dates {
  /** Meta elements that name the day of publication, the most common ones first. */
  private static final List<String> STATED =
      List.of(
          "article:published_time",
          "article:published",
          "datepublished",
          "og:published_time",
          "parsely-pub-date",
          "citation_publication_date",
          "citation_date",
          "dc.date.issued",
          "dcterms.issued",
          "dcterms.created",
          "dc.date.created",
          "dc.date",
          "sailthru.date",
          "pubdate",
          "publish-date",
          "publish_date",
          "publishdate",
          "publication_date",
          "date");

  /** Fields of JSON-LD, the last one of videos. */
  private static final List<String> IN_JSON = List.of("datePublished", "dateCreated", "uploadDate");

  private static final Pattern IN_URL =
      Pattern.compile("/(20\\d\\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\\d|3[01])(?=[/_-]|$)");

  /** ISO 8601 with as much as there is of it. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:mm:ss", "Z")
          .toFormatter(Locale.ROOT);

  private static final String UTC = "0000-00-00T00:00:00Z"; // the forms that most pages use

  private static final int SECONDS = "0000-00-00T00:00:00".length(); // where these end

  private static final String OFFSET = "0000-00-00T00:00:00+00:00"; // or a minus

  private static final Pattern WITH_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d.*");

  /** A year, or a month of a year: the day of publication is not told. */
  private static final Pattern NO_DAY =
      Pattern.compile("[^\\d]*(?:\\d{4}(?:[-/.]\\d{1,2})?|\\d{1,2}[-/.]\\d{4})[^\\d]*");

  private Dates() {}

  /**
   * What a page says of its publication, and else what its address does; never a day of change, and
   * never a neighbour's.
   *
   * @param language of the page, or null
   */
  static @Nullable Instant published(SelfDescription told, String url, @Nullable String language) {
    Instant instant = null;
    for (int i = 0; instant == null && i < IN_JSON.size(); i++) {
      instant = parse(told.jsonLd.text(IN_JSON.get(i)), language);
    }
    for (int i = 0; instant == null && i < STATED.size(); i++) {
      instant = parse(told.meta(STATED.get(i)), language);
    }
    instant = instant == null ? new PageTimes(told, language).published() : instant;
    return instant == null ? inUrl(url) : instant;
  }

  static @Nullable Instant parse(String text, @Nullable String language) {
    String s = text.strip();
    if (NO_DAY.matcher(s).matches()) {
      return null;
    }
    if (WITH_TIME.matcher(s).matches()) {
      try {
        return iso(s);
      } catch (DateTimeException e) {
        // Not quite the standard's form.
      }
    }
    return FeedDates.read(s, language);
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

  private static Instant iso(String date) {
    Instant whole = plain(date);
    if (whole != null) {
      return whole;
    }
    boolean zoned = date.endsWith("Z") || date.endsWith("z") || date.indexOf('+') > 0;
    return zoned || date.lastIndexOf('-') > 10
        ? ISO.parse(date, OffsetDateTime::from).toInstant()
        : ISO.parse(date, LocalDateTime::from).toInstant(ZoneOffset.UTC);
  }

  /** Of the forms that most pages use, maybe with parts of a second; null if it is another. */
  private static @Nullable Instant plain(String date) {
    int end = SECONDS + 1;
    while (end < date.length() && date.charAt(end) >= '0' && date.charAt(end) <= '9') {
      end++;
    }
    int digits = end - SECONDS - 1;
    if (date.length() <= end || date.charAt(SECONDS) != '.' || digits == 0 || digits > 9) {
      return whole(date);
    }
    String seconds = date.substring(0, SECONDS) + date.substring(end);
    Instant whole = isOf(UTC, seconds) && isUnusual(seconds) ? null : whole(seconds);
    long nanos = Long.parseLong((date.substring(SECONDS + 1, end) + "00000000").substring(0, 9));
    return whole == null ? null : whole.plusNanos(nanos);
  }

  private static @Nullable Instant whole(String date) {
    return isOf(UTC, date) ? local(date).toInstant(ZoneOffset.UTC) : withOffset(date);
  }

  /** Null if it is another form, or has a number of which the formatter knows what it means. */
  private static @Nullable Instant withOffset(String date) {
    if (!isOf(OFFSET, date) || isUnusual(date) || number(date, 20, 22) > 17) {
      return null;
    }
    int sign = date.charAt(19) == '-' ? -1 : 1;
    return local(date)
        .toInstant(
            ZoneOffset.ofHoursMinutes(sign * number(date, 20, 22), sign * number(date, 23, 25)));
  }

  /** A day that not all months have, or the hour 24: the formatter knows what is meant. */
  private static boolean isUnusual(String date) {
    return number(date, 8, 10) > 28 || number(date, 11, 13) > 23;
  }

  /** Whether it has the form of another, with any digits. */
  private static boolean isOf(String form, String date) {
    if (date.length() != form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char c = date.charAt(i);
      boolean same =
          switch (form.charAt(i)) {
            case '0' -> c >= '0' && c <= '9';
            case '+' -> c == '+' || c == '-';
            default -> c == form.charAt(i);
          };
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static LocalDateTime local(String date) {
    return LocalDateTime.of(
        number(date, 0, 4),
        number(date, 5, 7),
        number(date, 8, 10),
        number(date, 11, 13),
        number(date, 14, 16),
        number(date, 17, 19));
  }

  private static int number(String date, int from, int to) {
    return Integer.parseInt(date, from, to, 10);
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
