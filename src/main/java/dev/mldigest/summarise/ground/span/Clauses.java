package dev.mldigest.summarise.ground.span;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The clauses of a span, and its sentences. Of each, the first {@value #MOST} are looked at. */
public final class Clauses {
  /**
   * Rules compare clauses in pairs; a claim cites four sentences at most, of a few clauses each.
   */
  private static final int MOST = 60;

  /** Between these a clause ends, with or without a comma. */
  private static final Set<String> JOINTS = Grammar.words("joint");

  private Clauses() {}

  public static List<List<Token>> of(Span span) {
    List<List<Token>> clauses = new ArrayList<>();
    for (int i = 0; i < span.tokens().size(); i++) {
      Token token = span.tokens().get(i);
      boolean joins = JOINTS.contains(token.low()) && !isRange(span.tokens(), i);
      boolean starts = token.fresh() || joins || clauses.isEmpty();
      if (starts && clauses.size() >= MOST) {
        break;
      }
      if (starts) {
        clauses.add(new ArrayList<>());
      }
      clauses.getLast().add(token);
    }
    return clauses;
  }

  /** "Between 2 and 4". */
  private static boolean isRange(List<Token> tokens, int at) {
    return at > 0
        && at + 1 < tokens.size()
        && tokens.get(at - 1).number()
        && tokens.get(at + 1).number();
  }

  public static List<List<Token>> sentences(Span span) {
    List<List<Token>> sentences = new ArrayList<>();
    for (Token token : span.tokens()) {
      if (sentences.isEmpty() || token.opening()) {
        sentences.add(new ArrayList<>());
      }
      sentences.getLast().add(token);
    }
    return sentences.subList(0, Math.min(sentences.size(), MOST));
  }
}
