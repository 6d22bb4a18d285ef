package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Token;
import dev.mldigest.summarise.ground.span.Opposites;

/** Refuses a word whose contrary is in the basis, and neither it nor any word of its own side. */
public final class ContraryDirection implements WordRule {
  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token token = said.span().tokens().get(at);
    boolean plain = !token.number() && !(token.name() && !basis.has(token));
    return plain && Opposites.KNOWN.contradicts(token.key(), basis.span().keys())
        ? Doubt.of("direction", "The %s say the contrary of '%s'.", basis.called(), token.text())
        : Doubt.NONE;
  }
}
