package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import java.util.List;

/**
 * Refuses an assertion that negates, like the basis, but nothing of what the basis negates.
 *
 * <p>Source: our own, made with the planted errors in view.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 0 of 104; other hand 0
 * of 75 and 0 of 39; planted 0 of 6,000 and 12 (1) of 12,700.
 */
public final class OtherNegations implements Rule {
  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    return said.span().negatesOtherThan(basis.span())
        ? Doubt.of("negation", "It negates what the %s do not.".formatted(basis.called()))
        : Doubt.NONE;
  }
}
