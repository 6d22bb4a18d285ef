package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes phrases off the front of a sentence that say nothing of its matter: "In this paper, we
 * propose …" becomes "We propose …". The rest stays verbatim, its first letter a capital.
 */
public final class LeadIn {
  private static final List<Pattern> FRONTS =
      WordList.read("/summarise/leadins.txt").lines().stream()
          .map(
              line -> Pattern.compile("^(?:" + line + ")[\\s,:]+(?=\\S)", Pattern.CASE_INSENSITIVE))
          .toList();

  /** What is left must still be a sentence. */
  private static final int FEWEST_WORDS = 4;

  /** "iPod", "gpt-4o": spelt so wherever it stands. */
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}-]{0,12}[\\p{Lu}\\d]");

  /** "We're excited to announce that": the house says so itself, and the rest is the news. */
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "^we(?:['’]re| are)?(?: \\p{L}+ to)? (?:announcing|announce|sharing|share) that"
              + " (?!we\\b|our\\b)",
          Pattern.CASE_INSENSITIVE);

  private LeadIn() {}

  public static String strip(String sentence) {
    String rest = sentence;
    // Two rounds: "However, in this paper, we …".
    for (int round = 0; round < 2; round++) {
      rest = once(rest);
    }
    return capital(rest);
  }

  private static String once(String sentence) {
    for (Pattern front : FRONTS) {
      Matcher matcher = front.matcher(sentence);
      if (matcher.lookingAt()) {
        String rest = sentence.substring(matcher.end());
        return Words.count(rest) >= FEWEST_WORDS ? rest : sentence;
      }
    }
    return sentence;
  }

  /** Without saying that it is announced. */
  public static String news(String sentence) {
    Matcher announced = ANNOUNCED.matcher(sentence);
    return announced.lookingAt() ? capital(sentence.substring(announced.end())) : sentence;
  }

  /** Its first letter a capital, unless it opens with a name that has its own spelling. */
  public static String capital(String sentence) {
    return sentence.isEmpty() || NAME.matcher(sentence).lookingAt()
        ? sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
