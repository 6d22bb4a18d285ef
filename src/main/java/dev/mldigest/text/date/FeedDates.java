package dev.mldigest.text.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that feeds really hold: RFC 822 and its variations, also in other languages of
 * Europe, W3C date-time and ISO 8601 down to the year, asctime, time since 1970, and what hands
 * write. What cannot be read is null, never now and never a guess, and so is the zero time that
 * programs print for want of a date. Without a zone a date is UTC. One date is read by one object.
 */
public final class FeedDates {
  /** The longest forms, with names of day, month and place, have some 60 characters. */
  private static final int LONGEST = 100;

  private static final Instant YEAR_2 = Instant.parse("0002-01-01T00:00:00Z");

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:(?:[-/]|\\. ?)(\\d{1,2})(?:(?:[-/]|\\. ?)(\\d{1,2})\\.?)?)?"
              + "(?:(?:[Tt](?=\\S)|[\\s,_]+(?![Tt]))(.*))?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[Tt\\s]?(\\d{2}.*))?");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-?(\\d{3})(?:[Tt\\s](.*))?");
  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,2})([-/.]) ?(\\d{1,2})\\2 ?(\\d{4})\\.?(?:[Tt\\s,]+(.*))?");

  /** The minus sign and the dashes that programs which set type make of a hyphen. */
  private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212\\ufe63\\uff0d]");

  private static final Pattern LAST_DAYS = Pattern.compile("29|3[01]");

  /**
   * Seconds since 1970 for the years 2001 to 2033, or their thousandths and so on, also as .NET
   * does.
   */
  private static final Pattern UNIX =
      Pattern.compile(
          "(?:/Date\\()?(1\\d{9})(?:\\d{3}){0,3}(?:\\.\\d{1,9})?(?:[+-]\\d{4})?(?:\\)/)?");

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

  private static final Pattern DIGIT = Pattern.compile("[\\p{Nd}&&[^0-9]]");

  private static final Pattern NOTHING = Pattern.compile("[0\\s:.,/TZ+-]*");

  private final Days days = new Days();

  /** Whether a slash has the day before it where either number may be the month. */
  private final boolean dayFirst;

  private FeedDates(boolean dayFirst) {
    this.dayFirst = dayFirst;
  }

  public static @Nullable Instant read(@Nullable String written) {
    return read(written, null);
  }

  /**
   * The same where the language is known: in most the day stands before the month.
   *
   * @param language a tag of BCP 47, or null for the American order
   */
  public static @Nullable Instant read(@Nullable String written, @Nullable String language) {
    boolean dayFirst =
        written != null && language != null && written.indexOf('/') > 0 && isDayFirst(language);
    Instant parsed = new FeedDates(dayFirst).parsed(written);
    return parsed == null || isZero(parsed) ? null : parsed;
  }

  private static boolean isDayFirst(String language) {
    String form =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, Locale.forLanguageTag(language));
    return form.indexOf('d') < form.indexOf('M');
  }

  /** True where a date is written that cannot be read; a zero time says that there is none. */
  public static boolean isUnreadable(String written) {
    return new FeedDates(false).parsed(written) == null && !NOTHING.matcher(written).matches();
  }

  /** True where a date was read though its month has no such day: 31 June counts as 1 July. */
  public static boolean isPastItsMonth(String written) {
    FeedDates dates = new FeedDates(false);
    return LAST_DAYS.matcher(written).find()
        && dates.parsed(written) != null
        && dates.days.pastTheEnd();
  }

  /** Whether a word is the name of a day of the week, in one of many languages. */
  public static boolean isWeekday(String word) {
    return !DateNames.weekdays(word.replace(".", "")).isEmpty();
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
    String text = plain(written);
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    try {
      return numeric(MARKED.matcher(text).replaceFirst("$1-$2-$3 ").strip());
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  /** Common blanks, hyphens and digits for those of typesetters and other scripts. */
  private static String plain(String written) {
    String text = DASH.matcher(SPACE.matcher(written).replaceAll(" ")).replaceAll("-").strip();
    return DIGIT
        .matcher(text)
        .replaceAll(m -> Integer.toString(Character.digit(m.group().codePointAt(0), 10)));
  }

  private @Nullable Instant numeric(String text) {
    Matcher unix = UNIX.matcher(text);
    if (unix.matches()) {
      return Instant.ofEpochSecond(Long.parseLong(unix.group(1)));
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches() && (iso.group(3) != null || !isWorded(iso.group(4)))) {
      LocalDate day =
          days.of(
              Days.number(iso.group(1), 1),
              Days.number(iso.group(2), 1),
              Days.number(iso.group(3), 1));
      return TimeOfDay.at(day, iso.group(4));
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return TimeOfDay.at(
          days.of(
              Days.number(compact.group(1), 1),
              Days.number(compact.group(2), 1),
              Days.number(compact.group(3), 1)),
          compact.group(4));
    }
    Matcher ordinal = ORDINAL.matcher(text);
    if (ordinal.matches()) {
      return TimeOfDay.at(
          LocalDate.ofYearDay(Days.number(ordinal.group(1), 1), Days.number(ordinal.group(2), 1)),
          ordinal.group(3));
    }
    Matcher slashed = SLASHED.matcher(text);
    if (slashed.matches()) {
      return slashed(slashed, Set.of());
    }
    Matcher dated = WEEKDAY.matcher(text);
    Set<Integer> weekdays = dated.matches() ? DateNames.weekdays(dated.group(1)) : Set.of();
    if (weekdays.isEmpty()) {
      return new WordedDate(days).read(text);
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
    int first = Days.number(m.group(1), 1);
    int second = Days.number(m.group(3), 1);
    int year = Days.number(m.group(4), 1);
    boolean american = m.group(2).equals("/") && !dayFirst;
    boolean monthFirst = american ? first <= 12 : second > 12;
    if (first <= 12 && second <= 12) {
      boolean ifFirst = weekdays.contains(days.of(year, first, second).getDayOfWeek().getValue());
      boolean ifSecond = weekdays.contains(days.of(year, second, first).getDayOfWeek().getValue());
      monthFirst = ifFirst == ifSecond ? monthFirst : ifFirst;
    }
    return TimeOfDay.at(
        monthFirst ? days.of(year, first, second) : days.of(year, second, first), m.group(5));
  }
}
