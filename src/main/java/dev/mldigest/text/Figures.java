package dev.mldigest.text;

import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures in the one form in which they are compared: {@code 10⁶}, {@code 10^{6}} and {@code
 * 10^(6)} are {@code 10^6} and never 106, {@code 2½} is 2.5, and what a fixed or narrow space holds
 * together is one number. Behind a letter an exponent is a part of the word, as {@code R2} is
 * commonly written for {@code R²}. Linear.
 */
final class Figures {
  private static final String FRACTIONS = "½¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅓⅔";

  /** As decimals, or what follows the whole number where there is no short one. */
  private static final String[] DECIMALS = {
    ".5", ".25", ".75", ".2", ".4", ".6", ".8", " 1/6", " 5/6", ".125", ".375", ".625", ".875",
    " 1/3", " 2/3"
  };

  private static final Pattern POWER =
      Pattern.compile("\\^(?:[{(]\\s?([-+−–]?\\d{1,6})\\s?[})]|([-+−–]?\\d{1,6}))");

  private final String text;
  private final StringBuilder out;
  private int at;

  private Figures(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  static String plain(String text) {
    // Most texts have nothing of the kind.
    if (text.chars().noneMatch(c -> c == '^' || c > 0x9f)) {
      return text;
    }
    Figures figures = new Figures(text.replace("\\times", "×"));
    figures.pass();
    return figures.out.toString();
  }

  private void pass() {
    Matcher power = POWER.matcher(text);
    while (at < text.length()) {
      char c = text.charAt(at);
      int fraction = c < 0xa0 ? -1 : FRACTIONS.indexOf(c);
      if (c == '^' && power.region(at, text.length()).lookingAt()) {
        at = power.end();
        String own = power.group(1) == null ? power.group(2) : power.group(1);
        script('^', own.replace('−', '-').replace('–', '-'));
      } else if (Script.ofRaised(c) != 0) {
        script('^', run(Script::ofRaised));
      } else if (Script.ofLowered(c) != 0) {
        script('_', run(Script::ofLowered));
      } else {
        if (fraction >= 0 && endsInDigit()) {
          out.append(DECIMALS[fraction]);
        } else if (!isBetweenThousands(text, at)) {
          out.append(c);
        }
        at++;
      }
    }
  }

  private String run(IntUnaryOperator plain) {
    StringBuilder run = new StringBuilder();
    while (at < text.length() && plain.applyAsInt(text.charAt(at)) != 0) {
      run.append((char) plain.applyAsInt(text.charAt(at++)));
    }
    return run.toString();
  }

  private void script(char mark, String own) {
    if (endsInDigit()) {
      out.append(mark);
    }
    out.append(own);
    if (at < text.length() && Character.isDigit(text.charAt(at))) {
      out.append(' ');
    }
  }

  private boolean endsInDigit() {
    return !out.isEmpty() && Character.isDigit(out.charAt(out.length() - 1));
  }

  /** A fixed or narrow space, at most three digits before it and just three behind. */
  static boolean isBetweenThousands(String text, int at) {
    char c = text.charAt(at);
    if (c != 0xa0 && c != 0x2007 && c != 0x2009 && c != 0x202f) {
      return false;
    }
    int before = digits(text, at - 1, -1);
    return before > 0 && before <= 3 && digits(text, at + 1, 1) == 3;
  }

  /** How many digits follow one another from a place on; four stand for more. */
  private static int digits(String text, int from, int step) {
    int n = 0;
    for (int i = from; i >= 0 && i < text.length() && n < 4; i += step) {
      if (!Character.isDigit(text.charAt(i))) {
        break;
      }
      n++;
    }
    return n;
  }
}
