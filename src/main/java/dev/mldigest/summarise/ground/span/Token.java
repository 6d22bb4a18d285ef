package dev.mldigest.summarise.ground.span;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
public record Token(
    String text, String key, boolean number, boolean name, boolean fresh, boolean opening) {
  private static final Map<String, String> NUMBER_WORDS = numberWords();

  /** With three letters left "ablation" would be able, "notation" not and "rotation" rot. */
  private static final int SHORTEST_OF_ATION = 4;

  public boolean isContent() {
    return !number && text.length() > 1 && !Words.isStop(low());
  }

  /** As written, in lower case. */
  public String low() {
    return text.toLowerCase(Locale.ROOT);
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
      if (Words.isSign(c)) {
        at = SignTokens.add(text, at, tokens, opens, fresh);
        fresh = false;
        opens = false;
        continue;
      }
      int end = Character.isDigit(c) ? Digits.end(text, at) : endOfWord(text, at);
      Token token = token(text.substring(at, end), Digits.isPercent(text, end), opens, fresh);
      if (!tokens.isEmpty() && !fresh && tokens.getLast().number() && scale(token) != null) {
        tokens.set(tokens.size() - 1, tokens.getLast().times(token));
        at = end;
        continue;
      }
      if (!tokens.isEmpty() && token.isPowerOfTen() && isTimes(text, at)) {
        tokens.set(tokens.size() - 1, tokens.getLast().power(token));
        fresh = false;
        at = end;
        continue;
      }
      if (!tokens.isEmpty() && !fresh && follows(tokens.getLast(), token)) {
        tokens.set(tokens.size() - 1, tokens.getLast().plus(token));
        at = end;
        continue;
      }
      if (token.number() && token.key().endsWith("%")) {
        end = Digits.pastPercent(text, end);
      }
      if (token.name() && !fresh && !tokens.isEmpty()) {
        tokens.set(tokens.size() - 1, tokens.getLast().beforeName());
      }
      tokens.add(token);
      fresh = false;
      opens = false;
      at = end;
    }
    return Ranges.of(tokens);
  }

  /** With the sign behind it that adds zeros. */
  Token times(int zeros, char sign) {
    String unit = key.endsWith("%") ? "%" : "";
    return new Token(
        text + sign, Digits.scaled(key, "0".repeat(zeros)) + unit, true, false, fresh, opening);
  }

  /** "1.5 million" and "1.5M" are one number. */
  private Token times(Token scale) {
    String unit = key.endsWith("%") ? "%" : "";
    String value = Digits.scaled(key, Objects.requireNonNullElse(scale(scale), ""));
    return new Token(text + " " + scale.text, value + unit, true, false, fresh, opening);
  }

  private boolean isPowerOfTen() {
    return number && text.startsWith("10^");
  }

  /** Whether a number and a sign of multiplication stand before. */
  private static boolean isTimes(String text, int at) {
    int i = at - 1;
    i -= i >= 0 && text.charAt(i) == ' ' ? 1 : 0;
    if (i < 1 || "×·⋅".indexOf(text.charAt(i)) < 0) {
      return false;
    }
    i -= text.charAt(i - 1) == ' ' ? 2 : 1;
    return i >= 0 && Digits.is(text.charAt(i));
  }

  /** "3 × 10^6" is one number, the same as "3 million". */
  private Token power(Token ten) {
    boolean plain = key.length() <= 12 && key.matches("\\d+(?:\\.\\d+)?") && !ten.key.contains("^");
    String value =
        plain
            ? new BigDecimal(key)
                .multiply(new BigDecimal(ten.key))
                .stripTrailingZeros()
                .toPlainString()
            : key + "×" + ten.key;
    return new Token(text + " × " + ten.text, value, true, false, fresh, opening);
  }

  /** "twenty" before "five". */
  private static boolean follows(Token tens, Token ones) {
    return tens.number()
        && ones.number()
        && Character.isLetter(tens.text.charAt(0))
        && Character.isLetter(ones.text.charAt(0))
        && tens.key.length() == 2
        && tens.key.endsWith("0")
        && !tens.key.equals("10")
        && ones.key.length() == 1;
  }

  private Token plus(Token ones) {
    String sum = key.charAt(0) + ones.key;
    return new Token(text + " " + ones.text, sum, true, false, fresh, opening);
  }

  private static @Nullable String scale(Token token) {
    return Digits.scale(token.low());
  }

  /** At the front of a sentence, "Acme" before "Labs" is part of the name. */
  private Token beforeName() {
    boolean capital = Character.isUpperCase(text.charAt(0)) && isContent() && !text.endsWith("ing");
    return opening && capital ? new Token(text, key, number, true, fresh, opening) : this;
  }

  Token withKey(String other) {
    return other.equals(key) ? this : new Token(text, other, number, name, fresh, opening);
  }

  private static Token token(String word, boolean percent, boolean opens, boolean fresh) {
    String low = word.toLowerCase(Locale.ROOT);
    if (Character.isDigit(word.charAt(0))) {
      return new Token(word, Digits.value(low) + (percent ? "%" : ""), true, false, fresh, opens);
    }
    String value = NUMBER_WORDS.get(low);
    if (value != null) {
      return new Token(word, value, true, false, fresh, opens);
    }
    boolean inner = word.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Digits.is(c));
    boolean capital = Character.isUpperCase(word.charAt(0)) && !opens;
    boolean carries = word.length() > 1 && !Words.isStop(low);
    // The month is spelt like a stop word; "plan B" and "vitamin C" are names, "I" is none.
    boolean letter = capital && word.length() == 1 && !low.equals("i") && !low.equals("a");
    // "US" and "IT" are spelt like stop words.
    boolean initials = inner && word.equals(word.toUpperCase(Locale.ROOT));
    boolean name =
        ((inner || capital) && carries) || initials || letter || (capital && low.equals("may"));
    return new Token(word, root(low), false, name, fresh, opens);
  }

  /** As {@link Words#root}, but what is left of "ablation" is not what is left of "able". */
  public static String root(String low) {
    String root = Words.root(low);
    return low.endsWith("ation") && root.length() < SHORTEST_OF_ATION ? low : root;
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && Words.isOneWriting(text.charAt(from), text.charAt(end))) {
      end++;
    }
    // "don't" keeps its negation.
    boolean nt = text.startsWith("'t", end) && end > from && text.charAt(end - 1) == 'n';
    return nt ? end + 2 : end;
  }

  private static Map<String, String> numberWords() {
    Map<String, String> words = new HashMap<>();
    for (String line : WordList.read("/summarise/numbers.txt").lines()) {
      String[] parts = line.split("\\s+");
      for (int i = 1; i < parts.length; i++) {
        words.put(parts[i], parts[0]);
      }
    }
    return Map.copyOf(words);
  }
}
