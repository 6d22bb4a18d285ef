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

  static String capital(String sentence) {
    boolean name = sentence.length() > 1 && Character.isUpperCase(sentence.charAt(1));
    return sentence.isEmpty() || name
        ? sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
