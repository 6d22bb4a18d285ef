package dev.mldigest.summarise.ground.span;

import dev.mldigest.text.Words;
import java.util.List;

/** The tokens of writing without blanks: its words by a dictionary, and its numbers. */
final class SignTokens {
  private SignTokens() {}

  /** Adds what a run of signs without blanks says, and tells where it ends. */
  static int add(String text, int from, List<Token> tokens, boolean opens, boolean fresh) {
    int zeros = HanNumber.zeros(text.charAt(from));
    if (zeros > 0 && !fresh && from > 0 && isCounted(text.charAt(from - 1)) && !tokens.isEmpty()) {
      tokens.set(tokens.size() - 1, tokens.getLast().times(zeros, text.charAt(from)));
      return from + 1;
    }
    HanNumber number = HanNumber.at(text, from);
    if (number != null) {
      String written = text.substring(from, number.end());
      tokens.add(new Token(written, number.value(), true, false, fresh, opens));
      return number.end();
    }
    int end = endOfSigns(text, from);
    boolean first = true;
    for (String word : Words.of(text.substring(from, end))) {
      tokens.add(new Token(word, word, false, false, first && fresh, first && opens));
      first = false;
    }
    return end;
  }

  private static boolean isCounted(char before) {
    return Words.isDigit(before) || HanNumber.zeros(before) > 0;
  }

  /** Up to another writing, or a number in signs. */
  private static int endOfSigns(String text, int from) {
    int end = from + 1;
    while (end < text.length()
        && (Words.isSign(text.charAt(end)) || isMark(text.charAt(end)))
        && HanNumber.at(text, end) == null) {
      end++;
    }
    return end;
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
