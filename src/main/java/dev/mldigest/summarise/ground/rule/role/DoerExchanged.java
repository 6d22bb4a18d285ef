package dev.mldigest.summarise.ground.rule.role;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;

/**
 * Refuses a name that is said to undergo what it does in the basis: of "A trained B" not "A was
 * trained".
 *
 * <p>Source: our own, made with the seen half of our claims in view.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 0 of 104; other hand 0
 * of 75 and 0 of 39; planted 1 (1) of 6,000 and 1 (0) of 12,700.
 */
public final class DoerExchanged implements WordRule {
  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token token = said.span().tokens().get(at);
    return at < Places.MOST_TOKENS && isExchanged(at, Places.of(said, basis))
        ? Doubt.of("order", "'%s' does it in the %s.".formatted(token.text(), basis.called()))
        : Doubt.NONE;
  }

  static boolean isExchanged(int at, Places places) {
    return places.isNamed(places.said(at))
        && new Passives(places.claim(), places.source()).isDemoted(at);
  }
}
