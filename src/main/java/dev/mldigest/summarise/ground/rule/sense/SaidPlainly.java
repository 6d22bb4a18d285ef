package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;

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
  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token token = said.span().tokens().get(at);
    boolean fewer = said.span().negations() < basis.span().negations();
    return token.isContent()
            && (always || fewer)
            && basis.span().onlyNegated(token.key())
            && said.span().onlyPlain(token.key())
        ? Doubt.of("negation", "'%s' is negated in the %s.".formatted(token.text(), basis.called()))
        : Doubt.NONE;
  }
}
