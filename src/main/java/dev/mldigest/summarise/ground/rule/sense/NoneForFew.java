package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.text.WordList;
import java.util.List;
import java.util.Set;

/**
 * Refuses "none" and "never" where the basis says "few", "most" or "often" and no such thing.
 *
 * <p>Source: our own, made with the seen half of our claims in view.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 1 (0) of 104; other
 * hand 1 (0) of 75 and 0 of 39; planted 0 of 6,000 and 122 (0) of 12,700.
 */
public final class NoneForFew implements Rule {
  private static final Set<String> QUANTITIES = WordList.read("/summarise/quantities.txt").words();
  private static final Set<String> NONE = Grammar.words("none");

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    return said.span().says(NONE)
            && !basis.span().says(NONE)
            && !basis.span().negates()
            && basis.span().says(QUANTITIES)
        ? Doubt.of("certainty", "The %s do not say that there is none.".formatted(basis.called()))
        : Doubt.NONE;
  }
}
