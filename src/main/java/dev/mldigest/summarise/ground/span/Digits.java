package dev.mldigest.summarise.ground.span;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers in digits: where one ends in a text, and what it is worth. */
final class Digits {
  /** Zeros by the word, or the letter behind digits, that adds them. */
  private static final Map<String, String> SCALES = scales("word");

  private static final Map<String, String> SUFFIXES = scales("suffix");

  private Digits() {}

  static boolean is(int c) {
    return c >= '0' && c <= '9';
  }

  /** The zeros that a word adds to the number before it, or null. */
  static @Nullable String scale(String word) {
    return SCALES.get(word);
  }

  /** The value with the zeros of its scale; as it stands if it is no plain decimal. */
  static String scaled(String value, String zeros) {
    int digits = zeros.length();
    if (value.length() > 12 || !value.matches("\\d+(?:\\.\\d+)?")) {
      return value + " " + zeros;
    }
    return new BigDecimal(value).movePointRight(digits).stripTrailingZeros().toPlainString();
  }

  /** Digits with their separators and a suffix: 1,000.5 or 7B or 3x or 6:55 or 10^-3. */
  static int end(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Words.isOneWriting(text.charAt(from), text.charAt(end))
            || (",.:^".indexOf(text.charAt(end)) >= 0
                && end + 1 < text.length()
                && is(text.charAt(end + 1)))
            || isNegativePower(text, end))) {
      end += isNegativePower(text, end) ? 2 : 1;
    }
    return end;
  }

  private static boolean isNegativePower(String text, int at) {
    return text.startsWith("^-", at) && at + 2 < text.length() && is(text.charAt(at + 2));
  }

  static boolean isPercent(String text, int end) {
    return text.startsWith("%", end)
        || text.startsWith(" %", end)
        || text.startsWith("\\%", end)
        || wordFollows(text, " percent", end)
        || wordFollows(text, " per cent", end);
  }

  static int pastPercent(String text, int end) {
    for (String word : List.of(" percent", " per cent")) {
      if (wordFollows(text, word, end)) {
        return end + word.length();
      }
    }
    return end;
  }

  /** "percent", but not "percentage points". */
  private static boolean wordFollows(String text, String word, int end) {
    int after = end + word.length();
    return text.startsWith(word, end)
        && (after == text.length() || !Character.isLetter(text.charAt(after)));
  }

  /** 1,000 and 1000, 5.0 and 5, 1st and 1 are the same; 7b, 3x, 2k keep their suffix. */
  static String value(String low) {
    // "1,5" is no fifteen.
    String value = low.replaceAll(",(?=\\d{3}(?!\\d))", "");
    int digits = 0;
    while (digits < value.length() && ".:0123456789".indexOf(value.charAt(digits)) >= 0) {
      digits++;
    }
    String suffix = value.substring(digits);
    String number = value.substring(0, digits);
    if (number.contains(".") && number.indexOf('.') == number.lastIndexOf('.')) {
      int keep = number.length();
      while (number.charAt(keep - 1) == '0') {
        keep--;
      }
      number = number.substring(0, number.charAt(keep - 1) == '.' ? keep - 1 : keep);
    }
    String zeros = SUFFIXES.get(suffix);
    if (zeros != null) {
      return scaled(number, zeros);
    }
    if (number.equals("10") && suffix.matches("\\^-?\\d{1,2}")) {
      int power = Integer.parseInt(suffix.substring(1));
      return BigDecimal.ONE.movePointRight(power).stripTrailingZeros().toPlainString();
    }
    boolean ordinal = suffix.equals("st") || suffix.equals("nd") || suffix.equals("rd");
    return number + (ordinal || suffix.equals("th") || suffix.equals("s") ? "" : suffix);
  }

  private static Map<String, String> scales(String kind) {
    Map<String, String> zeros = new HashMap<>();
    for (String line : WordList.read("/summarise/scales.txt").lines()) {
      String[] parts = line.split("\\s+");
      if (parts[0].equals(kind)) {
        zeros.put(parts[2], "0".repeat(Integer.parseInt(parts[1])));
      }
    }
    return Map.copyOf(zeros);
  }
}
