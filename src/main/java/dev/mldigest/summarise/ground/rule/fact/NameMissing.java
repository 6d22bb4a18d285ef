package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Token;

/** Refuses a name that the basis lacks; {@link Token} says what is a name. */
public final class NameMissing implements WordRule {
  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token name = said.span().tokens().get(at);
    return name.name() && !basis.has(name)
        ? Doubt.of("name", "'%s' is not in the %s.", name.text(), basis.called())
        : Doubt.NONE;
  }
}
