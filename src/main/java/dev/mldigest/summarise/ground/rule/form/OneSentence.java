package dev.mldigest.summarise.ground.rule.form;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.text.Sentences;
import java.util.List;

/**
 * Refuses a claim of more than one sentence: the second rests on nothing.
 *
 * <p>Source: made after a review passed eight lies with true quotes, which are tests now.
 *
 * <p>Measured: Refuses none of the measured claims, true or false; its tests say what it is for.
 */
public final class OneSentence implements Rule {
  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    // What a source's list has as one sentence may be two.
    int cited =
        basis.sentences().stream().mapToInt(one -> Sentences.of(one).size()).max().orElse(1);
    return Sentences.of(said.text()).size() > Math.max(1, cited)
        ? Doubt.of("form", "A claim is more than one sentence.")
        : Doubt.NONE;
  }
}
