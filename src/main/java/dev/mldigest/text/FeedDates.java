package dev.mldigest.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that feeds really hold: RFC 822 and its variations, also in other languages of
 * Europe, W3C date-time and ISO 8601 down to the year, asctime, time since 1970, and what hands
 * write. What cannot be read is null, never now and never a guess, and so is the zero time that
 * programs print for want of a date. Without a zone a date is UTC. One date is read by one object.
 */
public final class FeedDates {
  private static final int LONGEST = 100;
  private static final Instant YEAR_2 = Instant.parse("0002-01-01T00:00:00Z");

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?"
              + "(?:(?:[Tt](?=\\S)|[\\s,_]+(?![Tt]))(.*))?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[Tt\\s]?(\\d{2}.*))?");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-?(\\d{3})(?:[Tt\\s](.*))?");
  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,2})([-/.]) ?(\\d{1,2})\\2 ?(\\d{4})\\.?(?:[Tt\\s,]+(.*))?");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d+)?)?)?\\s*([AaPp]\\.?[Mm]\\.?(?![A-Za-z]))?\\s*(.*)");
  private static final Pattern COMPACT_TIME =
      Pattern.compile("(\\d{2})(\\d{2})(\\d{2})?(?:[.,]\\d+)?()\\s*([Zz+-].*)?");
  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{1,2}(?::\\d{1,2})?");
  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC|UT|Z)?\\s*([+-])(\\d{1,2}):?(\\d{2})?.*");

  /** As {@link ZoneOffset}, which no zone of the world comes near. */
  private static final long FARTHEST_ZONE = 18 * 3600L;

  /** RFC 5322 section 3.3 lets an offset of four digits go up to 9959: it is taken at its word. */
  private static final Pattern FOUR_DIGITS = Pattern.compile("[+-]\\d{4}\\b");

  /** The minus sign and the dashes that programs which set type make of a hyphen. */
  private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212\\ufe63\\uff0d]");

  /** A zone of the IANA's database: an area and a place. */
  private static final Pattern PLACE = Pattern.compile("[A-Za-z]+(?:/[A-Za-z][A-Za-z0-9_+-]*)+");

  private static final Map<String, String> PLACES =
      ZoneId.getAvailableZoneIds().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  id -> id.toLowerCase(Locale.ROOT), id -> id, (a, b) -> a));

  private static final Pattern LAST_DAYS = Pattern.compile("29|3[01]");

  /** Seconds since 1970 for the years 2001 to 2033, or their thousandths and so on. */
  private static final Pattern UNIX = Pattern.compile("(1\\d{9})(?:\\d{3}){0,3}(?:\\.\\d{1,9})?");

  /** Year, month and day as Chinese, Japanese and Korean mark them. */
  private static final Pattern MARKED =
      Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]?");

  /** A day of the week before a date in numbers. */
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(\\p{L}[\\p{L}\\p{M}-]{0,30})\\.?,?\\s+"
              + "(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?!\\d).*)");

  /** Also the narrow and unbreakable ones that programs put between a date's parts. */
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2007\\u2009\\u202f]+");

  private static final Pattern NOTHING = Pattern.compile("[0\\s:.,/TZ+-]*");
  private static final Pattern ORDINAL_MARK =
      Pattern.compile("(?i)(?:st|nd|rd|th|er|e|º|o|a|ª)?\\.?");
  private static final Pattern ARTICLE = Pattern.compile("(?i)(?:[dl]['’])(?=\\p{L})");

  /** What stands between a day, its month and its year in some languages. */
  private static final Set<String> BETWEEN = Set.of("of", "de", "del", "den", "the", "el", "le");

  /** Hours east of Greenwich; RFC 822 section 5 and customary names. */
  private static final Map<String, Double> ZONES =
      Map.ofEntries(
          Map.entry("EST", -5.0),
          Map.entry("EDT", -4.0),
          Map.entry("CST", -6.0),
          Map.entry("CDT", -5.0),
          Map.entry("MST", -7.0),
          Map.entry("MDT", -6.0),
          Map.entry("PST", -8.0),
          Map.entry("PDT", -7.0),
          Map.entry("AKST", -9.0),
          Map.entry("AKDT", -8.0),
          Map.entry("HST", -10.0),
          Map.entry("AST", -4.0),
          Map.entry("ADT", -3.0),
          Map.entry("ET", -5.0),
          Map.entry("CT", -6.0),
          Map.entry("MT", -7.0),
          Map.entry("PT", -8.0),
          Map.entry("BST", 1.0),
          Map.entry("IST", 5.5),
          Map.entry("WEST", 1.0),
          Map.entry("CET", 1.0),
          Map.entry("MEZ", 1.0),
          Map.entry("CEST", 2.0),
          Map.entry("MESZ", 2.0),
          Map.entry("EET", 2.0),
          Map.entry("EEST", 3.0),
          Map.entry("MSK", 3.0),
          Map.entry("MSD", 4.0),
          Map.entry("SGT", 8.0),
          Map.entry("HKT", 8.0),
          Map.entry("JST", 9.0),
          Map.entry("KST", 9.0),
          Map.entry("AEST", 10.0),
          Map.entry("AEDT", 11.0),
          Map.entry("NZST", 12.0),
          Map.entry("NZDT", 13.0));

  /** Whether the day was one that its month does not have. */
  private boolean pastTheEnd;

  private FeedDates() {}

  static @Nullable public Instant read(@Nullable String written) {
    Instant parsed = new FeedDates().parsed(written);
    return parsed == null || isZero(parsed) ? null : parsed;
  }

  /** True where a date is written that cannot be read; a zero time says that there is none. */
  public static boolean isUnreadable(String written) {
    return new FeedDates().parsed(written) == null && !NOTHING.matcher(written).matches();
  }

  /** True where a date was read though its month has no such day: 31 June counts as 1 July. */
  public static boolean isPastItsMonth(String written) {
    FeedDates dates = new FeedDates();
    return LAST_DAYS.matcher(written).find() && dates.parsed(written) != null && dates.pastTheEnd;
  }

  /** The year 1, and midnight of 1 January 1970 in any zone. */
  private static boolean isZero(Instant at) {
    long seconds = at.getEpochSecond();
    return at.isBefore(YEAR_2) || (Math.abs(seconds) <= 14 * 3600 && seconds % 900 == 0);
  }

  private @Nullable Instant parsed(@Nullable String written) {
    if (written == null || written.length() > LONGEST * 10) {
      return null;
    }
    String text = DASH.matcher(SPACE.matcher(written).replaceAll(" ")).replaceAll("-").strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    try {
      return numeric(MARKED.matcher(text).replaceFirst("$1-$2-$3 ").strip());
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private @Nullable Instant numeric(String text) {
    Matcher unix = UNIX.matcher(text);
    if (unix.matches()) {
      return Instant.ofEpochSecond(Long.parseLong(unix.group(1)));
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches() && (iso.group(3) != null || !isWorded(iso.group(4)))) {
      LocalDate day =
          day(number(iso.group(1), 1), number(iso.group(2), 1), number(iso.group(3), 1));
      return at(day, iso.group(4));
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return at(
          day(
              number(compact.group(1), 1),
              number(compact.group(2), 1),
              number(compact.group(3), 1)),
          compact.group(4));
    }
    Matcher ordinal = ORDINAL.matcher(text);
    if (ordinal.matches()) {
      return at(
          LocalDate.ofYearDay(number(ordinal.group(1), 1), number(ordinal.group(2), 1)),
          ordinal.group(3));
    }
    Matcher slashed = SLASHED.matcher(text);
    if (slashed.matches()) {
      return slashed(slashed, Set.of());
    }
    Matcher dated = WEEKDAY.matcher(text);
    Set<Integer> weekdays = dated.matches() ? DateNames.weekdays(dated.group(1)) : Set.of();
    if (weekdays.isEmpty()) {
      return worded(text);
    }
    Matcher named = SLASHED.matcher(dated.group(2));
    return named.matches() ? slashed(named, weekdays) : numeric(dated.group(2));
  }

  /** "2026 March 3" is no year with a time. */
  private static boolean isWorded(@Nullable String rest) {
    return rest != null && !rest.isEmpty() && Character.isLetter(rest.charAt(0));
  }

  /** Americans write the month first and use slashes; a day of the week that is named decides. */
  private @Nullable Instant slashed(Matcher m, Set<Integer> weekdays) {
    int first = number(m.group(1), 1);
    int second = number(m.group(3), 1);
    int year = number(m.group(4), 1);
    boolean monthFirst = m.group(2).equals("/") ? first <= 12 : second > 12;
    if (first <= 12 && second <= 12) {
      boolean ifFirst = weekdays.contains(day(year, first, second).getDayOfWeek().getValue());
      boolean ifSecond = weekdays.contains(day(year, second, first).getDayOfWeek().getValue());
      monthFirst = ifFirst == ifSecond ? monthFirst : ifFirst;
    }
    return at(monthFirst ? day(year, first, second) : day(year, second, first), m.group(5));
  }

  /** Words and numbers in any order: a month's name, a day, a year, a time, and then a zone. */
  private @Nullable Instant worded(String text) {
    int day = 0;
    int year = -1;
    String time = null;
    StringBuilder zone = new StringBuilder();
    MonthPlace month = new MonthPlace();
    for (String token : tokens(text)) {
      if (time == null && CLOCK.matcher(token).lookingAt()) {
        time = token;
      } else if (PLACE.matcher(token).matches()) {
        zone.append(' ').append(token);
      } else if (Character.isLetter(token.charAt(0))) {
        if (!month.take(token, day > 0 && year < 0 && time == null) && time != null) {
          zone.append(' ').append(token);
        }
      } else if (!Character.isDigit(token.charAt(0))) {
        zone.append(' ').append(token);
      } else {
        String digits = token.replaceAll("\\D.*", "");
        int number = Integer.parseInt(digits);
        if (day == 0 && number <= 31 && digits.length() <= 2 && isDay(token, digits)) {
          day = number;
        } else if (year < 0 && (day > 0 || token.length() >= 4)) {
          if (digits.length() > 4) {
            return null; // the year 12026
          }
          year = digits.length() == 4 ? number : full(number);
        } else if (day == 0) {
          return null; // the 32nd of March
        }
      }
    }
    LocalDate date = year < 0 ? null : month.of(year, day == 0 ? 1 : day);
    return date == null ? null : at(date, time == null ? null : time + zone);
  }

  private static boolean isDay(String token, String digits) {
    return ORDINAL_MARK.matcher(token.substring(digits.length())).matches();
  }

  private static int full(int year) {
    return year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year;
  }

  /**
   * Which of the words is the month. Some are a day of the week as well ("mar." of martes and of
   * marzo): the one that follows the day's number is the month, else the last before it.
   */
  private final class MonthPlace {
    private Set<Integer> months = Set.of();
    private Set<Integer> weekdays = Set.of();
    private boolean settled;
    private boolean guest;

    /**
     * @param afterDay whether the day's number was the last that was read
     * @return false for a word that says nothing of the month
     */
    boolean take(String word, boolean afterDay) {
      String name = ARTICLE.matcher(word).replaceFirst("").replaceAll("[^\\p{L}\\p{M}].*$", "");
      if (settled || BETWEEN.contains(name.toLowerCase(Locale.ROOT))) {
        return !settled;
      }
      Set<Integer> named = DateNames.months(name);
      Set<Integer> day = DateNames.weekdays(name);
      weekdays = weekdays.isEmpty() ? day : weekdays;
      if (!named.isEmpty()) {
        months = named;
        settled = afterDay;
      } else if (afterDay && day.isEmpty()) {
        guest = true; // where the month belongs stands a word that we do not know
      }
      return !named.isEmpty();
    }

    /** Of a word for two months in two languages the day of the week tells which is meant. */
    @Nullable LocalDate of(int year, int day) {
      if (guest && !settled) {
        return null;
      }
      List<LocalDate> dates =
          months.stream()
              .map(month -> day(year, month, day))
              .filter(
                  date -> months.size() == 1 || weekdays.contains(date.getDayOfWeek().getValue()))
              .toList();
      return dates.size() == 1 ? dates.getFirst() : null;
    }
  }

  /** "01-Jan-2003" is three, and so is "1.Jan.2003"; "-0500" stays one. */
  private static List<String> tokens(String text) {
    String spaced =
        text.replaceAll(
            "(?<=[0-9])[-./](?=\\p{L})|(?<=\\p{L}{3})\\.?[-./](?=[0-9]{2,4}\\b(?!:))", " ");
    return List.of(spaced.strip().split("[\\s,;]+")).stream()
        .filter(token -> !token.isEmpty())
        .toList();
  }

  private static @Nullable Instant at(LocalDate day, @Nullable String time) {
    long midnight = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    if (time == null || time.isBlank()) {
      return Instant.ofEpochSecond(midnight);
    }
    Matcher m = COMPACT_TIME.matcher(time.strip());
    if (!m.matches()) {
      m = TIME.matcher(time.strip());
      if (!m.matches()) {
        return zoned(midnight, time);
      }
    }
    int hour = number(m.group(1), 0);
    int minute = number(m.group(2), 0);
    int second = number(m.group(3), 0);
    if (m.group(4) != null && !m.group(4).isEmpty()) {
      hour = hour % 12 + (m.group(4).toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    if (hour > 24 || minute > 59 || second > 60) {
      return null;
    }
    return zoned(midnight + hour * 3600L + minute * 60L + second, m.group(5));
  }

  private static @Nullable Instant zoned(long local, @Nullable String zone) {
    String name = zone == null ? "" : zone.strip().replaceAll("^[(\\[]|[)\\]]$", "");
    Matcher offset = OFFSET.matcher(name);
    if (offset.matches()) {
      long seconds = number(offset.group(2), 0) * 3600L + number(offset.group(3), 0) * 60L;
      if (seconds > FARTHEST_ZONE && !FOUR_DIGITS.matcher(name).find()) {
        return null;
      }
      return Instant.ofEpochSecond(offset.group(1).equals("-") ? local + seconds : local - seconds);
    }
    Matcher place = PLACE.matcher(name);
    String known = place.lookingAt() ? PLACES.get(place.group().toLowerCase(Locale.ROOT)) : null;
    if (known != null) {
      return LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC)
          .atZone(ZoneId.of(known))
          .toInstant();
    }
    String word = name.split("[^A-Za-z]", 2)[0].toUpperCase(Locale.ROOT);
    return Instant.ofEpochSecond(local - Math.round(ZONES.getOrDefault(word, 0.0) * 3600));
  }

  /** 31 June is 1 July, as most readers have it; a day past 31 is none. */
  private LocalDate day(int year, int month, int day) {
    if (day < 1 || day > 31) {
      throw new DateTimeException("no such day");
    }
    LocalDate date = LocalDate.of(year, month, 1).plusDays(day - 1L);
    pastTheEnd |= date.getMonthValue() != month;
    return date;
  }

  private static int number(@Nullable String digits, int absent) {
    return digits == null || digits.isEmpty() ? absent : Integer.parseInt(digits);
  }
}
