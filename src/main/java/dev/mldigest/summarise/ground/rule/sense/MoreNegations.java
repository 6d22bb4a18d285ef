package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import java.util.List;

/** Refuses an assertion with more negations than the basis has. */
public final class MoreNegations implements Rule {
  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    return said.span().negations() > basis.span().negations()
        ? Doubt.of("negation", "It negates what the %s do not.", basis.called())
        : Doubt.NONE;
  }
}
