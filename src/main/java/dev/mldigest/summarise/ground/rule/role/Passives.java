package dev.mldigest.summarise.ground.rule.role;

import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who does it and to whom it is done, where the claim says in the passive what the source does not.
 */
record Passives(Span claim, Span source) {
  private static final Set<String> BE = Grammar.words("be");

  /** "Is a model" is no passive. */
  private static final Set<String> ARTICLES = Grammar.words("article");

  /** A verb, its "be" and its object stand within so many words. */
  private static final int VOICE = 5;

  /** Who does it stands so near before its verb. */
  private static final int DOER = 3;

  /** Shorter words are no participles: "is red". */
  private static final int SHORTEST = 4;

  /** "A trained B" and "B was trained": what is done to it, not by it, in both. */
  boolean isPromoted(int i) {
    List<Integer> own = own(i);
    return activeVerbs(i)
        .anyMatch(verb -> own.stream().anyMatch(o -> o > verb && o - verb < VOICE));
  }

  /** "A trained B" and "A was trained": in the source it does what the claim has done to it. */
  boolean isDemoted(int i) {
    List<Integer> own = own(i);
    return !claim.tokens().get(i).number()
        && activeVerbs(i).anyMatch(verb -> own.stream().anyMatch(o -> o < verb && verb - o < DOER))
        && !isPromoted(i);
  }

  private List<Integer> own(int i) {
    return source.places(claim.tokens().get(i).key());
  }

  /** Where the source has, in the active voice, the verb whose passive follows the token. */
  private Stream<Integer> activeVerbs(int i) {
    List<Token> tokens = claim.tokens();
    boolean passive = false;
    for (int k = i + 1; k < Math.min(tokens.size(), i + VOICE) && !tokens.get(k).fresh(); k++) {
      Token token = tokens.get(k);
      if (passive && ARTICLES.contains(token.key())) {
        break;
      }
      if (passive && token.isContent()) {
        boolean participle = !token.text().endsWith("ing") && token.text().length() >= SHORTEST;
        return source.places(token.key()).stream()
            .limit(Places.MOST_RIVALS)
            .filter(verb -> participle && !isPassive(verb));
      }
      passive |= isBe(token);
    }
    return Stream.of();
  }

  private boolean isPassive(int verb) {
    return source.tokens().subList(Math.max(0, verb - VOICE + 1), verb).stream()
        .anyMatch(Passives::isBe);
  }

  private static boolean isBe(Token token) {
    return BE.contains(token.low());
  }
}
