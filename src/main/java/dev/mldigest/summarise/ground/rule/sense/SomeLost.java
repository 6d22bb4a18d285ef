package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is so of some or of most, said of all of them: "some models" for "models".
 *
 * <p>Source: our own; made with claims on abstracts and news in view that were written before the
 * rule.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 0 of 104; other hand 0
 * of 75 and 0 of 39; in view 0 of 59 and 2 (0) of 48.
 */
public final class SomeLost implements Rule {
  private static final Set<String> SOME = Grammar.words("few of all");
  private static final Set<String> ANY = Grammar.words("quantified");

  /** A noun with its adjectives. */
  private static final int NEAR = 4;

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    List<Token> there = basis.span().tokens();
    for (int k = 0; k + 1 < there.size(); k++) {
      if (SOME.contains(there.get(k).low()) && !there.get(k + 1).low().equals("of")) {
        Token noun = noun(there, k);
        if (noun != null && isAll(noun, said.span(), basis.span())) {
          return Doubt.of(
              "certainty",
              "The %s say it of '%s %s' only."
                  .formatted(basis.called(), there.get(k).text(), noun.text()));
        }
      }
    }
    return Doubt.NONE;
  }

  /** The last word of content in a row. */
  private static @Nullable Token noun(List<Token> there, int k) {
    Token noun = null;
    for (int j = k + 1; j < Math.min(there.size(), k + 1 + NEAR); j++) {
      if (there.get(j).fresh() || !there.get(j).isContent()) {
        break;
      }
      noun = there.get(j);
    }
    return noun;
  }

  private static boolean isAll(Token noun, Span claim, Span source) {
    return noun.low().endsWith("s")
        && claim.has(noun.key())
        && source.places(noun.key()).size() == 1
        && claim.tokens().stream().noneMatch(t -> ANY.contains(t.low()) || t.number());
  }
}
