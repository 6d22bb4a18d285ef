package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import java.util.List;

/**
 * Refuses an assertion with more negations than the basis has.
 *
 * <p>Source: a negation put in is an error kind of SummEdits (Laban et al. 2023).
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 3 (1) of 104 and 7 (1) of 104; other
 * hand 2 (0) of 75 and 0 of 39; planted 0 of 6,000 and 4,557 (202) of 12,700.
 */
public final class MoreNegations implements Rule {
  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    return said.span().denials() > basis.span().denials()
        ? Doubt.of("negation", "It negates what the %s do not.".formatted(basis.called()))
        : Doubt.NONE;
  }
}
