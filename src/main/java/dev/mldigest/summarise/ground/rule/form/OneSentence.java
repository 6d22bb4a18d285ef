package dev.mldigest.summarise.ground.rule.form;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import java.util.List;
import dev.mldigest.text.Sentences;

/** Refuses a claim of more than one sentence: the second rests on nothing. */
public final class OneSentence implements Rule {
  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    return Sentences.of(said.text()).size() > 1
        ? Doubt.of("form", "A claim is more than one sentence.")
        : Doubt.NONE;
  }
}
