package dev.mldigest.extract.body;

import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the lines under a headline that say who wrote it, when, and how long it takes to read. */
final class Credits {
  private static final String MONTH =
      NameList.load("credits.txt").section("months").stream()
          .collect(Collectors.joining("|", "(?:", ")[a-z]{0,6}\\.?"));
  private static final Pattern DATE =
      Pattern.compile(
          "\\b(?:"
              + MONTH
              + " \\d{1,2},? (?:20|19)\\d\\d|\\d{1,2} "
              + MONTH
              + ",? (?:20|19)\\d\\d|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})\\b");
  private static final Pattern READING_TIME =
      Pattern.compile("\\b\\d{1,3} ?-?min(?:ute)?s?(?: read)?\\b");

  private Credits() {}

  private static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) >= '0' && line.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  static boolean isCredit(String text, @Nullable String byline) {
    String line = text.toLowerCase(Locale.ROOT);
    String letters = Folding.letters(text);
    if (letters.isEmpty()) {
      return true;
    }
    boolean sentence = line.endsWith(".") && line.length() > 60;
    String author = byline == null ? "" : Folding.letters(byline);
    boolean named =
        !author.isEmpty()
            && line.length() < author.length() + 60
            && letters.contains(author)
            && !sentence;
    return named
        || (line.length() < 90
            && !sentence
            && hasDigit(line)
            && (DATE.matcher(line).find() || READING_TIME.matcher(line).find()))
        || (line.startsWith("by ") && line.length() < 80 && !sentence);
  }
}
