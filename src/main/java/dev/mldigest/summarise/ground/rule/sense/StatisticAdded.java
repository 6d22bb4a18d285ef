package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;
import java.util.Set;

/**
 * Refuses an average, a median or a bound of a number that the basis does not give so.
 *
 * <p>Source: our own; made with claims on abstracts and news in view that were written before the
 * rule.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 0 of 104; other hand 0
 * of 75 and 0 of 39; in view 0 of 59 and 0 of 48.
 */
public final class StatisticAdded implements WordRule {
  private static final Set<String> STATISTICS = Grammar.words("statistic");
  private static final Set<String> BOUNDS = Grammar.words("bound");

  /** A bound stands so near before its number. */
  private static final int NEAR = 3;

  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token token = said.span().tokens().get(at);
    if (STATISTICS.contains(token.low()) && said.span().tokens().stream().anyMatch(Token::number)) {
      return basis.has(token) ? Doubt.NONE : doubt(token, basis);
    }
    boolean lost =
        token.number()
            && basis.span().has(token.key())
            && !isBounded(said.span(), at)
            && basis.span().places(token.key()).stream().allMatch(k -> isBound(basis.span(), k));
    return lost
        ? Doubt.of(
            "certainty", "The %s say '%s' with a bound.".formatted(basis.called(), token.text()))
        : Doubt.NONE;
  }

  private static List<Doubt> doubt(Token token, Basis basis) {
    return Doubt.of("certainty", "The %s do not say '%s'.".formatted(basis.called(), token.text()));
  }

  /** "Up to 19", "at least 19", "more than 19". */
  private static boolean isBound(Span span, int at) {
    if (at < 2) {
      return false;
    }
    Token one = span.tokens().get(at - 2);
    String two = span.tokens().get(at - 1).low();
    return (one.low().equals("up") && two.equals("to"))
        || (one.low().equals("at") && (two.equals("least") || two.equals("most")))
        || (two.equals("than") && BOUNDS.contains(one.low()));
  }

  private static boolean isBounded(Span span, int at) {
    return span.tokens().subList(Math.max(0, at - NEAR), at).stream()
        .anyMatch(token -> BOUNDS.contains(token.low()) || token.key().equals("up to"));
  }
}
