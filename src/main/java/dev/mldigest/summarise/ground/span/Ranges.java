package dev.mldigest.summarise.ground.span;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers that say a part of what they are by a word beside them, written out. */
final class Ranges {
  private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern TIMES = Pattern.compile("\\d+(?:\\.\\d+)?[xX]");

  private Ranges() {}

  /** Of "from 48.1 to 27.6 percent" both are shares, and "3x" is "3 times". */
  static List<Token> of(List<Token> tokens) {
    List<Token> all = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (isOfShares(tokens, i)) {
        all.add(token.withKey(token.key() + "%"));
      } else if (token.number() && TIMES.matcher(token.text()).matches()) {
        all.add(token.withKey(token.key().substring(0, token.key().length() - 1)));
        all.add(new Token("times", Token.root("times"), false, false, false, false));
      } else {
        all.add(token);
      }
    }
    return all;
  }

  private static boolean isOfShares(List<Token> tokens, int at) {
    return at + 2 < tokens.size()
        && tokens.get(at + 1).low().equals("to")
        && !tokens.get(at + 2).fresh()
        && PLAIN.matcher(tokens.get(at).key()).matches()
        && tokens.get(at + 2).key().endsWith("%");
  }
}
