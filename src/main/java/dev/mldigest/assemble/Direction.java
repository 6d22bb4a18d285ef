package dev.mldigest.assemble;

import java.util.Locale;
import java.util.Set;

/**
 * Which way a text runs: names, dates and numbers of Arabic or Hebrew beside ones in Latin letters
 * keep their order where each is isolated (Unicode Standard Annex 9, 2.4).
 */
public final class Direction {
  /** As HTML's {@code dir} says it. */
  public static final String LEFT_TO_RIGHT = "ltr";

  public static final String RIGHT_TO_LEFT = "rtl";

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  /** Hebrew is the first script that runs so. */
  private static final char FIRST_RIGHT_TO_LEFT = '\u0590';

  /** Languages of scripts that run from right to left (CLDR, layout orientation). */
  private static final Set<String> LANGUAGES =
      Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");

  private Direction() {}

  public static boolean runsFromTheRight(Locale language) {
    return LANGUAGES.contains(language.getLanguage());
  }

  /** The way of a page in that language. */
  public static String of(Locale language) {
    return runsFromTheRight(language) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
  }

  /** The way of the first letter that has one and is not isolated; empty where there is none. */
  public static String ofFirstLetter(String text) {
    int isolated = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      switch (Character.getDirectionality(text.codePointAt(i))) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
            Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE ->
            isolated++;
        case Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
            isolated = Math.max(0, isolated - 1);
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          if (isolated == 0) {
            return LEFT_TO_RIGHT;
          }
        }
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          if (isolated == 0) {
            return RIGHT_TO_LEFT;
          }
        }
        default -> {}
      }
    }
    return "";
  }

  /** Within marks that show nothing, if some of it runs from right to left. */
  static String isolated(String text) {
    return runsFromTheRight(text) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
  }

  public static boolean runsFromTheRight(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_RIGHT_TO_LEFT) {
        byte direction = Character.getDirectionality(c);
        if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
          return true;
        }
      }
    }
    return false;
  }
}
