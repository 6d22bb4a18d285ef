package dev.mldigest.summarise.ground.rule;

import java.util.ArrayList;
import java.util.List;

/** A rule that judges each word of an assertion by itself. */
public interface WordRule extends Rule {
  /**
   * What speaks against one word.
   *
   * @param at its place among the assertion's words, from 0
   */
  List<Doubt> doubts(int at, Assertion said, Basis basis);

  @Override
  default List<Doubt> doubts(Assertion said, Basis basis) {
    return new EachWord(List.of(this)).doubts(said, basis);
  }

  /** Several of them, word by word: their doubts come in the order of the words. */
  record EachWord(List<WordRule> rules) implements Rule {
    public EachWord {
      rules = List.copyOf(rules);
    }

    public static EachWord of(WordRule... rules) {
      return new EachWord(List.of(rules));
    }

    @Override
    public List<Doubt> doubts(Assertion said, Basis basis) {
      List<Doubt> doubts = new ArrayList<>();
      for (int at = 0; at < said.span().tokens().size(); at++) {
        for (WordRule rule : rules) {
          doubts.addAll(rule.doubts(at, said, basis));
        }
      }
      return doubts;
    }
  }
}
