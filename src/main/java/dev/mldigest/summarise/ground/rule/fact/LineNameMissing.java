package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.span.Capitals;
import java.util.List;

/**
 * Refuses a name in a line that the basis lacks, where the line may be a headline in capitals.
 *
 * <p>Source: as NameMissing; the list of ordinary words was written for headlines.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held, as lines 0 of 104 and 4 (2) of 104.
 */
public final class LineNameMissing implements Rule {
  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    return Capitals.names(said.text()).stream()
        .filter(name -> !basis.span().inflects(name.key()) && !basis.isInHeading(name))
        .map(name ->
            new Doubt("name", "'" + name.text() + "' is not in the " + basis.called() + "."))
        .toList();
  }
}
