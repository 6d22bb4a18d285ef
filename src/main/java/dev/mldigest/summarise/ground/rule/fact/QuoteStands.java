package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.List;

/**
 * Refuses a claim whose quote does not stand, word for word, in a sentence that it cites.
 *
 * <p>Source: our own: a quote ties a claim to a sentence, whoever wrote both.
 *
 * <p>Measured: Refuses none of the measured claims, true or false; its tests say what it is for.
 */
public final class QuoteStands implements Rule {
  /** One or two words stand in many sentences by chance and prove nothing. */
  private static final int FEWEST_WORDS = 3;

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    String quote = Texts.folded(said.quote());
    boolean stands =
        basis.sentences().stream()
            .map(Texts::folded)
            .anyMatch(sentence ->
                standsIn(sentence, quote)
                    && (Words.count(quote) >= FEWEST_WORDS || sentence.equals(quote)));
    return stands ? Doubt.NONE : Doubt.of("quote", "The quote does not stand in a cited sentence.");
  }

  /** Verbatim and not cut inside a word or a number. */
  private static boolean standsIn(String sentence, String quote) {
    int at = quote.isEmpty() ? -1 : sentence.indexOf(quote);
    if (at < 0) {
      return false;
    }
    int end = at + quote.length();
    boolean left =
        at == 0
            || !Character.isLetterOrDigit(sentence.charAt(at - 1))
            || !Character.isLetterOrDigit(quote.charAt(0));
    boolean right =
        end == sentence.length()
            || !Character.isLetterOrDigit(sentence.charAt(end))
            || !Character.isLetterOrDigit(quote.charAt(quote.length() - 1));
    return left && right;
  }
}
