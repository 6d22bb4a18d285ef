package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Token;

/** Refuses a word right behind a number that the basis does not know: hours for ms. */
public final class NewUnit implements WordRule {
  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    List<Token> tokens = said.span().tokens();
    Token unit = tokens.get(at);
    boolean counts = at > 0 && tokens.get(at - 1).number() && unit.isContent() && !unit.fresh();
    return counts && !basis.knows(unit)
        ? Doubt.of("unit", "'%s' is not in the %s.", unit.text(), basis.called())
        : Doubt.NONE;
  }
}
