package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.span.Span;
import java.util.List;

/**
 * Refuses a negation in a summary beside whose sentence nothing of the document negates.
 *
 * <p>Source: a negation put in is an error kind of SummEdits (Laban et al. 2023), and these were in
 * view.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 2 (2) of 104 and 5 (4) of 104; other
 * hand 0 of 75 and 0 of 39; edited 28 (25) of 1,182 and 317 (196) of 2,214.
 */
public final class NegatesAlone implements Rule {
  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    return said.span().negates() && basis.beside().stream().noneMatch(Span::negates)
        ? Doubt.of("negation", "It negates what the %s does not.".formatted(basis.called()))
        : Doubt.NONE;
  }
}
