package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import dev.mldigest.summarise.ground.span.Opposites;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;

/**
 * Refuses a word whose contrary is in the basis, and neither it nor any word of its own side.
 *
 * <p>Source: a word swapped for its contrary is an error kind of SummEdits (Laban et al. 2023).
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 18 (0) of 104; other
 * hand 1 (0) of 75 and 4 (0) of 39; planted 0 of 6,000 and 3,036 (3) of 12,700.
 */
public final class ContraryDirection implements WordRule {
  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token token = said.span().tokens().get(at);
    boolean plain = !token.number() && !(token.name() && !basis.has(token));
    return plain && Opposites.KNOWN.contradicts(token.key(), basis.span().keys())
        ? Doubt.of(
            "direction", "The %s say the contrary of '%s'.".formatted(basis.called(), token.text()))
        : Doubt.NONE;
  }
}
