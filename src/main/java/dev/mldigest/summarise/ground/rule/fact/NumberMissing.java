package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Token;

/** Refuses a number that the basis lacks; {@link Token} says which numbers are equal. */
public final class NumberMissing implements WordRule {
  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token number = said.span().tokens().get(at);
    return !number.number() || basis.has(number)
        ? Doubt.NONE
        : Doubt.of("number", "'%s' is not in the %s.", number.text(), basis.called());
  }
}
