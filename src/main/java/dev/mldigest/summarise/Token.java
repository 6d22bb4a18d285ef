package dev.mldigest.summarise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A word or number of a text, ready for comparison.
 *
 * @param text as written
 * @param key what compares equal: a number's value in digits, else the lower-case stem
 * @param number true for numbers, also those written as words
 * @param name true where capitals or digits inside a word say that it names something
 * @param opening true at the front of a sentence, where a capital says nothing
 * @param fresh true if punctuation stands between it and the word before: a clause may begin
 */
record Token(
    String text, String key, boolean number, boolean name, boolean fresh, boolean opening) {
  private static final Map<String, String> NUMBER_WORDS = numberWords();

  boolean isContent() {
    return !number && text.length() > 1 && !Words.isStop(text.toLowerCase(Locale.ROOT));
  }

  /** The tokens of a folded text, in order. Linear. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    boolean fresh = true;
    boolean opens = true;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (!Character.isLetterOrDigit(c)) {
        // "o'clock" and "state-of-the-art" stay in one clause.
        boolean inner = c == ' ' || c == '\'' || c == '-' || c == '%' || c == '$' || c == '"';
        fresh |= !inner;
        opens |= c == '.' || c == '!' || c == '?' || c == ':' || c == '\n';
        at++;
        continue;
      }
      int end = Character.isDigit(c) ? endOfNumber(text, at) : endOfWord(text, at);
      Token token = token(text.substring(at, end), percent(text, end), opens, fresh);
      if (token.name() && !fresh && !tokens.isEmpty()) {
        tokens.set(tokens.size() - 1, tokens.getLast().beforeName());
      }
      tokens.add(token);
      fresh = false;
      opens = false;
      at = end;
    }
    return tokens;
  }

  /** At the front of a sentence, "Acme" before "Labs" is part of the name. */
  private Token beforeName() {
    boolean capital = Character.isUpperCase(text.charAt(0)) && isContent();
    return opening && capital ? new Token(text, key, number, true, fresh, opening) : this;
  }

  private static Token token(String word, boolean percent, boolean opens, boolean fresh) {
    String low = word.toLowerCase(Locale.ROOT);
    if (Character.isDigit(word.charAt(0))) {
      return new Token(word, value(low) + (percent ? "%" : ""), true, false, fresh, opens);
    }
    String value = NUMBER_WORDS.get(low);
    if (value != null) {
      return new Token(word, value, true, false, fresh, opens);
    }
    boolean inner = word.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || isDigit(c));
    boolean capital = Character.isUpperCase(word.charAt(0)) && !opens;
    boolean carries = word.length() > 1 && !Words.isStop(low);
    // The month is spelt like a stop word.
    boolean name = ((inner || capital) && carries) || (capital && low.equals("may"));
    return new Token(word, Words.stem(low), false, name, fresh, opens);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    // "don't" keeps its negation.
    boolean nt = text.startsWith("'t", end) && end > from && text.charAt(end - 1) == 'n';
    return nt ? end + 2 : end;
  }

  /** Digits with their separators and a suffix: 1,000.5 or 7B or 3x or 6:55. */
  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end))
            || (",.:".indexOf(text.charAt(end)) >= 0
                && end + 1 < text.length()
                && isDigit(text.charAt(end + 1))))) {
      end++;
    }
    return end;
  }

  private static boolean percent(String text, int end) {
    return text.startsWith("%", end)
        || text.startsWith(" %", end)
        || text.startsWith(" percent", end)
        || text.startsWith(" per cent", end);
  }

  /** 1,000 and 1000, 5.0 and 5, 1st and 1 are the same; 7b, 3x, 2k keep their suffix. */
  private static String value(String low) {
    String value = low.replace(",", "");
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
    boolean ordinal = suffix.equals("st") || suffix.equals("nd") || suffix.equals("rd");
    return number + (ordinal || suffix.equals("th") || suffix.equals("s") ? "" : suffix);
  }

  private static Map<String, String> numberWords() {
    Map<String, String> words = new java.util.HashMap<>();
    for (String line : WordList.read("numbers.txt").lines()) {
      String[] parts = line.split("\\s+");
      for (int i = 1; i < parts.length; i++) {
        words.put(parts[i], parts[0]);
      }
    }
    return Map.copyOf(words);
  }
}
