package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Grammar;
import java.util.Set;

/** Refuses an assertion without condition or hedge where the basis binds all by a condition. */
public final class ConditionLost implements Rule {
  /** Words that bind what they stand with as a whole. */
  static final Set<String> CONDITIONS = Grammar.words("condition");

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    return basis.span().says(CONDITIONS)
            && !said.span().says(CONDITIONS)
            && !Hedges.hedges(said.span())
        ? Doubt.of("certainty", "The %s are less sure than the claim.", basis.called())
        : Doubt.NONE;
  }
}
