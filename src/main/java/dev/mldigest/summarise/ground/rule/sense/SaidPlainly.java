package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Token;

/**
 * Refuses a word said plainly that the basis has under a negation only.
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
        ? Doubt.of("negation", "'%s' is negated in the %s.", token.text(), basis.called())
        : Doubt.NONE;
  }
}
