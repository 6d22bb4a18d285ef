package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Capitals;

/** Refuses a name in a line that the basis lacks, where the line may be a headline in capitals. */
public final class LineNameMissing implements Rule {
  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    return Capitals.names(said.text()).stream()
        .filter(name -> !basis.span().inflects(name.key()))
        .map(name -> new Doubt("name", "'" + name.text() + "' is not in the " + basis.called() + "."))
        .toList();
  }
}
