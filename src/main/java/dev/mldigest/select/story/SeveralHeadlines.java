package dev.mldigest.select.story;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells a title that is a row of headlines, "Claude Saves Tokens, White House Boosts Science,
 * Amazon Exposes Checkpoints", from one that lists things in a sentence: each part is written as a
 * headline of its own. Measured on titles of seven hands (docs/selection.md, Round-ups).
 */
final class SeveralHeadlines {
  /** What parts headlines in a title; the comma in a number does not. */
  private static final Pattern PARTING =
      Pattern.compile(
          "(?<!\\d),(?=\\s)(?:\\s+(?:and|plus)\\s)?|;\\s|\\s&&\\s|\\s[|·•]\\s|\\s\\+\\s",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)");
  private static final Pattern JOINING =
      Pattern.compile("^(?:and|plus|&)\\s+", Pattern.CASE_INSENSITIVE);

  /** Words before a colon that may be the name of the series. */
  private static final int SERIES = 4;

  /** Parts that must be headlines: one or two in four may be short. */
  private static final double MOSTLY = 0.75;

  private SeveralHeadlines() {}

  static boolean in(String title) {
    List<String> parts =
        Stream.of(PARTING.split(ASIDE.matcher(withoutSeries(title)).replaceAll(" "), -1))
            .map(part -> JOINING.matcher(part.strip()).replaceFirst(""))
            .filter(part -> !part.isEmpty())
            .toList();
    return are(parts, 3, 3) || are(parts, 4, 2); // few must be long, many may be short
  }

  private static String withoutSeries(String title) {
    int colon = title.indexOf(": ");
    boolean series = colon > 0 && title.substring(0, colon).split("\\s+").length <= SERIES;
    return series ? title.substring(colon + 2) : title;
  }

  private static boolean are(List<String> parts, int least, int words) {
    long headlines =
        parts.stream()
            .filter(part ->
                Character.isUpperCase(part.codePointAt(0)) && part.split("\\s+").length >= words)
            .count();
    return headlines >= least && headlines >= MOSTLY * parts.size();
  }
}
