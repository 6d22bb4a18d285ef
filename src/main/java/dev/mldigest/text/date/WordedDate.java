package dev.mldigest.text.date;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date with a month's name: words and numbers in any order, as many languages write it. */
final class WordedDate {
  private static final Pattern ORDINAL_MARK =
      Pattern.compile("(?i)(?:st|nd|rd|th|er|e|º|o|a|ª)?\\.?");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}].*$");
  private static final Pattern SEAM =
      Pattern.compile("(?<=[0-9])[-./](?=\\p{L})|(?<=\\p{L}{3})\\.?[-./](?=[0-9]{2,4}\\b(?!:))");
  private static final Pattern BLANKS = Pattern.compile("[\\s,;]+");
  private static final Pattern ARTICLE = Pattern.compile("(?i)(?:[dl]['’])(?=\\p{L})");

  /** What stands between a day, its month and its year in some languages. */
  private static final Set<String> BETWEEN = Set.of("of", "de", "del", "den", "the", "el", "le");

  private final Days days;

  WordedDate(Days days) {
    this.days = days;
  }

  /** A month's name, a day, a year, a time, and then a zone. */
  @Nullable Instant read(String text) {
    int day = 0;
    int year = -1;
    String time = null;
    StringBuilder zone = new StringBuilder();
    MonthPlace month = new MonthPlace();
    for (String token : tokens(text)) {
      if (time == null && TimeOfDay.opens(token)) {
        time = token;
      } else if (Zones.isPlace(token)) {
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
    return date == null ? null : TimeOfDay.at(date, time == null ? null : time + zone);
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
      String bare = ARTICLE.matcher(word).replaceFirst("");
      String name = NO_LETTERS.matcher(bare).replaceAll("");
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
              .map(month -> days.of(year, month, day))
              .filter(
                  date -> months.size() == 1 || weekdays.contains(date.getDayOfWeek().getValue()))
              .toList();
      return dates.size() == 1 ? dates.getFirst() : null;
    }
  }

  /** "01-Jan-2003" is three, and so is "1.Jan.2003"; "-0500" stays one. */
  private static List<String> tokens(String text) {
    String spaced = SEAM.matcher(text).replaceAll(" ");
    return BLANKS.splitAsStream(spaced.strip()).filter(token -> !token.isEmpty()).toList();
  }
}
