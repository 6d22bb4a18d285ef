package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Span;

/** Refuses a negation in a summary beside whose sentence nothing of the document negates. */
public final class NegatesAlone implements Rule {
  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    return said.span().negates() && basis.beside().stream().noneMatch(Span::negates)
        ? Doubt.of("negation", "It negates what the %s does not.", basis.called())
        : Doubt.NONE;
  }
}
