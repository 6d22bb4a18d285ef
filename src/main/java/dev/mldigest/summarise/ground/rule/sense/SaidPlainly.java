package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;
import java.util.Set;

/**
 * Refuses a word said plainly that the basis has under a negation only.
 *
 * <p>Source: a negation taken out is an error kind of SummEdits (Laban et al. 2023).
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 10 (6) of 104; other
 * hand 1 (0) of 75 and 2 (1) of 39; planted 0 of 6,000 and 460 (190) of 12,700.
 *
 * @param always also where the assertion has as many negations as its basis
 */
public record SaidPlainly(boolean always) implements WordRule {
  private static final Set<String> TAKING = Grammar.words("taking away");

  /** What is taken away stands so near behind the word that says it. */
  private static final int NEAR = 5;

  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token token = said.span().tokens().get(at);
    boolean fewer = said.span().negations() < basis.span().negations();
    return token.isContent()
            && (always || fewer)
            && basis.span().onlyNegated(token.key())
            && said.span().onlyPlain(token.key())
            && !isTakenAway(at, said.span())
        ? Doubt.of("negation", "'%s' is negated in the %s.".formatted(token.text(), basis.called()))
        : Doubt.NONE;
  }

  /** "Dropping the three decisions" is "without the three decisions". */
  private static boolean isTakenAway(int at, Span claim) {
    return claim.tokens().subList(Math.max(0, at - NEAR), at).stream()
        .anyMatch(token -> TAKING.contains(token.low()));
  }
}
