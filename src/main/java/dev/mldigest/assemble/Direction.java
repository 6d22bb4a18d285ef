package dev.mldigest.assemble;

import java.util.Locale;
import java.util.Set;

/**
 * Which way a text runs: names, dates and numbers of Arabic or Hebrew beside ones in Latin letters
 * keep their order where each is isolated (Unicode Standard Annex 9, 2.4).
 */
public final class Direction {
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
