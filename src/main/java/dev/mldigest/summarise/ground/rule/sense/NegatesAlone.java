package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.span.Span;
import java.util.List;

/**
 * Refuses a sentence of a summary that negates more often than the document's sentences beside it,
 * or where none of these negates.
 *
 * <p>Source: a negation put in is an error kind of SummEdits (Laban et al. 2023), and these were in
 * view.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 2 (2) of 104 and 6 (5) of 104; other
 * hand 0 of 75 and 0 of 39; edited 28 (27) of 1,182 and 336 (238) of 2,214.
 */
public final class NegatesAlone implements Rule {
  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    boolean alone = said.span().negates() && basis.beside().stream().noneMatch(Span::negates);
    int beside = basis.beside().stream().mapToInt(Span::denials).sum();
    return alone || said.span().denials() > beside
        ? Doubt.of("negation", "It negates what the %s does not.".formatted(basis.called()))
        : Doubt.NONE;
  }
}
