package dev.mldigest.extract.meta;

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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Dates as pages write them for machines; without a zone they are taken as UTC. */
final class Dates {
  /** Meta elements that name the day of publication, the most common ones first. */
  private static final List<String> STATED =
      List.of(
          "article:published_time",
          "datepublished",
          "og:published_time",
          "parsely-pub-date",
          "citation_publication_date",
          "citation_date",
          "dc.date.issued",
          "dc.date",
          "sailthru.date",
          "pubdate",
          "publish-date",
          "date");

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

  private static final DateTimeFormatter MONTH_DAY = form("MMMM d, yyyy");
  private static final DateTimeFormatter SHORT_MONTH_DAY = form("MMM d, yyyy");
  private static final DateTimeFormatter DAY_MONTH = form("d MMMM yyyy");
  private static final Pattern BLANK_FOR_T = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:.*");
  private static final List<Function<String, Instant>> NUMBER_FIRST =
      List.of(Dates::iso, Dates::mailed, s -> midnight(LocalDate.parse(s, DAY_MONTH)));
  private static final List<Function<String, Instant>> NAME_FIRST =
      List.of(
          Dates::mailed,
          s -> midnight(LocalDate.parse(s, MONTH_DAY)),
          s -> midnight(LocalDate.parse(s, SHORT_MONTH_DAY)));

  private Dates() {}

  /** What a page says of its publication, and else what its address does. */
  static @Nullable Instant published(SelfDescription told, String url) {
    Instant instant = parse(told.jsonLd.text("datePublished"));
    for (int i = 0; instant == null && i < STATED.size(); i++) {
      instant = parse(told.meta(STATED.get(i)));
    }
    Element time = instant == null ? told.published() : null;
    instant = time == null ? instant : parse(time.attr("datetime"));
    return instant == null ? inUrl(url) : instant;
  }

  static @Nullable Instant parse(String text) {
    if (text.isBlank() || text.length() > 60) {
      return null;
    }
    String s = text.strip().replace('/', '-');
    // "2025-09-04 10:00:00 +0200" is as common as the standard's form.
    if (BLANK_FOR_T.matcher(s).matches()) {
      s = s.substring(0, 10) + "T" + s.substring(11).replace(" ", "").replace("UTC", "Z");
    }
    boolean number = Character.isDigit(s.charAt(0));
    // An exception costs more than all the rest: first the form that most pages write.
    for (Function<String, Instant> form : number ? NUMBER_FIRST : NAME_FIRST) {
      try {
        return form.apply(s);
      } catch (DateTimeException e) {
        // Not in this form; the next one is tried.
      }
    }
    return null;
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

  private static Instant iso(String date) {
    if (date.length() <= 10) {
      return midnight(ISO.parse(date, LocalDate::from));
    }
    boolean zoned = date.endsWith("Z") || date.endsWith("z") || date.indexOf('+') > 0;
    return zoned || date.lastIndexOf('-') > 10
        ? ISO.parse(date, OffsetDateTime::from).toInstant()
        : ISO.parse(date, LocalDateTime::from).toInstant(ZoneOffset.UTC);
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
