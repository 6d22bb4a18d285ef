package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Token;

/** Refuses a number that the basis has, but less often: one of them stands for another number. */
public final class NumberTooOften implements WordRule {
  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token number = said.span().tokens().get(at);
    String key = number.key();
    return !number.number()
            || !basis.has(number)
            || said.span().places(key).size() <= basis.span().places(key).size()
        ? Doubt.NONE
        : Doubt.of("number", "'%s' stands there less often than in the claim.", number.text());
  }
}
