package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;

/**
 * Refuses a name that the basis lacks; {@link Token} says what is a name.
 *
 * <p>Source: a name swapped or made up is an error kind of SummEdits (Laban et al. 2023).
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 2 (2) of 104; other
 * hand 0 of 75 and 1 (0) of 39; planted 1 (1) of 6,000 and 1,701 (1,533) of 12,700.
 */
public final class NameMissing implements WordRule {
  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token name = said.span().tokens().get(at);
    return name.name() && !basis.has(name) && !basis.isInHeading(name)
        ? Doubt.of("name", "'%s' is not in the %s.".formatted(name.text(), basis.called()))
        : Doubt.NONE;
  }
}
