package dev.mldigest.extract.meta;

import dev.mldigest.extract.page.NameList;
import dev.mldigest.text.date.DateForms;
import dev.mldigest.text.date.FeedDates;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates that a line says in words: "Posted on 2 March 2026 by Ann Sample". */
final class WrittenDates {
  private static final String TIME =
      "(?:,?\\s(?:at\\s)?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?(?:\\s[A-Z]{2,4}\\b)?)?";

  /**
   * Day, month and year in the orders in which people write them; what the words mean is asked
   * later.
   */
  static final Pattern DATE =
      Pattern.compile(DateForms.DAY + TIME, Pattern.UNICODE_CHARACTER_CLASS);

  private static final Set<String> CHANGED = NameList.load("credits.txt").section("changed");

  private WrittenDates() {}

  /**
   * The first date in a line that is not said to be that of a later change, or null.
   *
   * @param language of the page, which tells in which order numbers stand, or null
   */
  static @Nullable Instant first(String line, @Nullable String language) {
    if (hasNoDigit(line)) {
      return null;
    }
    Matcher date = DATE.matcher(line);
    int before = 0;
    while (date.find()) {
      Instant read = FeedDates.read(date.group(), language);
      if (read != null && !isChange(line.substring(before, date.start()))) {
        return read;
      }
      before = read == null ? before : date.end();
    }
    return null;
  }

  /** Whether the words before a date say that it is the day of a change. */
  static boolean isChange(String label) {
    String small = label.toLowerCase(Locale.ROOT);
    return CHANGED.stream().anyMatch(small::contains);
  }

  /** Where the first date in a line begins, or -1. */
  static int indexIn(String line) {
    if (hasNoDigit(line)) {
      return -1;
    }
    Matcher date = DATE.matcher(line);
    while (date.find()) {
      if (FeedDates.read(date.group()) != null) {
        return date.start();
      }
    }
    return -1;
  }

  private static boolean hasNoDigit(String line) {
    return line.chars().noneMatch(Character::isDigit);
  }
}
