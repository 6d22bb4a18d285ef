package dev.mldigest.pipeline.card;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day that a text names in words: 'December 9', '9 December 2025', '2025-12-09'. Where the year
 * is left out it is the last such day. What lies ahead did not happen yet and counts for nothing.
 */
final class StatedDay {
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(\\d{4})-(\\d{2})-(\\d{2})\\b"
              + "|\\b(\\d{1,2})\\.? (\\p{L}{3,12})\\.?(?:,? (\\d{4}))?\\b"
              + "|\\b(\\p{L}{3,12})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})\\b)?");

  /** A story that is older is history, not what happened. */
  private static final int MOST_DAYS = 365;

  private StatedDay() {}

  /** The first of them up to that day. */
  static Optional<LocalDate> in(List<String> sentences, LocalDate last, Locale locale) {
    Map<String, Integer> months = months(locale);
    return sentences.stream()
        .flatMap(sentence -> DAY.matcher(sentence).results())
        .map(match -> day(match, months, last))
        .flatMap(Optional::stream)
        .filter(day -> !day.isAfter(last) && day.isAfter(last.minusDays(MOST_DAYS)))
        .findFirst();
  }

  private static Optional<LocalDate> day(
      MatchResult match, Map<String, Integer> months, LocalDate last) {
    try {
      if (match.group(1) != null) {
        return Optional.of(LocalDate.of(number(match, 1), number(match, 2), number(match, 3)));
      }
      boolean dayFirst = match.group(4) != null;
      String name = match.group(dayFirst ? 5 : 7);
      Integer month = months.get(name.toLowerCase(Locale.ROOT));
      return month == null
          ? Optional.empty()
          : Optional.of(
              day(month, number(match, dayFirst ? 4 : 8), match.group(dayFirst ? 6 : 9), last));
    } catch (DateTimeException e) {
      return Optional.empty(); // December 32 is a number of something else
    }
  }

  private static LocalDate day(int month, int day, @Nullable String year, LocalDate last) {
    if (year != null) {
      return LocalDate.of(Integer.parseInt(year), month, day);
    }
    LocalDate thisYear = LocalDate.of(last.getYear(), month, day);
    return thisYear.isAfter(last) ? thisYear.minusYears(1) : thisYear;
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  /** 'May' is a word of its own too; with a number beside it, it is the month. */
  private static Map<String, Integer> months(Locale locale) {
    Map<String, Integer> months = new HashMap<>();
    for (Locale one : List.of(Locale.ENGLISH, locale)) {
      for (Month month : Month.values()) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
          String name = month.getDisplayName(style, one).toLowerCase(Locale.ROOT);
          months.put(name.replace(".", ""), month.getValue());
        }
      }
    }
    return months;
  }
}
