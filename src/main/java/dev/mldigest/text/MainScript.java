package dev.mldigest.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The script of most of the letters of a text, kana before Chinese signs. */
final class MainScript {
  static final String LATIN = "latin";

  /** Fewer letters of another script are symbols. */
  private static final int FEWEST_LETTERS = 4;

  /** A sign of Chinese, Japanese or Korean says as much as several letters. */
  private static final int SIGN = 3;

  /**
   * Chinese signs for each kana, at most, in Japanese: a page of it has as many of either, a
   * Chinese one that quotes a Japanese name far more.
   */
  private static final int LEAST_KANA = 20;

  private MainScript() {}

  /** Its name in lower case, as the JDK has it. */
  static String of(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int ascii = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii += isAsciiLetter(c) ? 1 : 0;
        continue;
      }
      int point = text.codePointAt(i);
      i += Character.charCount(point) - 1;
      if (Character.isLetter(point)) {
        counts.merge(UnicodeScript.of(point), 1, Integer::sum);
      }
    }
    if (counts.isEmpty()) {
      return LATIN; // most texts
    }
    if (ascii > 0) {
      counts.merge(UnicodeScript.LATIN, ascii, Integer::sum);
    }
    Map<String, Integer> letters = new HashMap<>();
    counts.forEach((script, count) -> {
      String name = script.name().toLowerCase(Locale.ROOT);
      letters.put(name, isSigns(name) ? SIGN * count : count);
    });
    int kana = letters.getOrDefault("hiragana", 0) + letters.getOrDefault("katakana", 0);
    if (kana * LEAST_KANA > letters.getOrDefault("han", 0) && letters.containsKey("han")) {
      letters.merge("hiragana", letters.getOrDefault("han", 0) + kana, Integer::sum);
      letters.remove("han");
      letters.remove("katakana");
    }
    return letters.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .filter(most -> most.getValue() >= FEWEST_LETTERS)
        .map(Map.Entry::getKey)
        .orElse(LATIN);
  }

  private static boolean isSigns(String script) {
    return switch (script) {
      case "han", "hiragana", "katakana", "hangul" -> true;
      default -> false;
    };
  }

  private static boolean isAsciiLetter(int point) {
    return (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
  }
}
