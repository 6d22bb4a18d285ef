package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;
import java.util.Set;

/**
 * Refuses a superlative, or what is so of all, of more than the basis says it of: of "the most
 * detailed large-scale model" not "the most detailed model", of "the second-highest" not "the
 * highest".
 *
 * <p>Source: our own; made with claims on abstracts and news in view that were written before the
 * rule.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 0 of 104; other hand 0
 * of 75 and 0 of 39; in view 0 of 59 and 2 (2) of 48.
 */
public final class ScopeWidened implements Rule {
  private static final Set<String> EACH = Grammar.words("each");

  private static final Set<String> ORDINALS = Grammar.words("ordinal");

  /** These leave no more out. */
  private static final Set<String> EMPHATIC = Set.of("single", "known", "possible", "individual");

  /** A noun with its adjectives. */
  private static final int NEAR = 4;

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    List<Token> tokens = said.span().tokens();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (isSuperlative(tokens, i) && isWider(said.span(), i, basis.span())) {
        return Doubt.of(
            "certainty",
            "The %s say '%s' of less.".formatted(basis.called(), tokens.get(i).text()));
      }
    }
    return Doubt.NONE;
  }

  private static boolean isSuperlative(List<Token> tokens, int at) {
    String word = tokens.get(at).low();
    boolean most = at > 0 && tokens.get(at - 1).low().equals("most") && tokens.get(at).isContent();
    return most
        || EACH.contains(word)
        || (word.endsWith("est") && word.length() > 5 && tokens.get(at).isContent());
  }

  private static boolean isWider(Span claim, int at, Span source) {
    Token top = claim.tokens().get(at);
    List<Integer> places = source.places(top.key());
    return !places.isEmpty() && places.stream().allMatch(k -> isWider(claim, at, source, k));
  }

  private static boolean isWider(Span claim, int at, Span source, int k) {
    List<Token> there = source.tokens();
    if (k > 0 && ORDINALS.contains(there.get(k - 1).low()) && !claim.has(there.get(k - 1).key())) {
      return true;
    }
    Token next = claim.tokens().get(at + 1);
    // The noun stands farther off there, and a word between is one that the claim lacks.
    for (int j = k + 1; j < Math.min(there.size(), k + NEAR); j++) {
      if (there.get(j).fresh() || !(there.get(j).isContent() || there.get(j).number())) {
        return false;
      }
      if (there.get(j).key().equals(next.key())) {
        return j > k + 1
            && there.subList(k + 1, j).stream()
                .noneMatch(t -> claim.has(t.key()) || EMPHATIC.contains(t.low()));
      }
    }
    return false;
  }
}
