package dev.mldigest.summarise.ground.rule.form;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Limits how many words in a row a model's claim may take from the sentences it cites. What stands
 * between quotation marks is a quotation and free. Summaries made without a model are made of the
 * source's own sentences and never measured here.
 *
 * <p>Source: our own: copyright and style, not truth.
 *
 * <p>Measured: Refuses none of the measured claims, true or false; its tests say what it is for.
 */
public final class Verbatim implements Rule {
  /** About one long clause; a fair quotation is shorter, a copied sentence often longer. */
  public static final int DEFAULT = 25;

  private final int most;

  /**
   * A limit.
   *
   * @param most words in a row, at least 1
   */
  public Verbatim(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("A limit of " + most + " words in a row allows nothing.");
    }
    this.most = most;
  }

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    return exceeded(basis.sentences(), said.text())
        ? Doubt.of("verbatim", "A claim copies too many words in a row from its source.")
        : Doubt.NONE;
  }

  /** True if the claim copies more words in a row than the limit. Linear for a given limit. */
  private boolean exceeded(List<String> cited, String claim) {
    if (most == Integer.MAX_VALUE) {
      return false;
    }
    Set<List<String>> runs = new HashSet<>();
    cited.forEach(sentence -> runs.addAll(runs(Words.of(Texts.folded(sentence)))));
    return unquoted(Texts.folded(claim)).stream()
        .anyMatch(part -> runs(Words.of(part)).stream().anyMatch(runs::contains));
  }

  private List<List<String>> runs(List<String> words) {
    List<List<String>> runs = new ArrayList<>();
    for (int end = most + 1; end <= words.size(); end++) {
      runs.add(words.subList(end - most - 1, end));
    }
    return runs;
  }

  /** The parts outside quotation marks; a mark that nothing closes quotes nothing. */
  private static List<String> unquoted(String claim) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    int open = claim.indexOf('"');
    while (open >= 0) {
      int close = claim.indexOf('"', open + 1);
      if (close < 0) {
        break;
      }
      parts.add(claim.substring(at, open));
      at = close + 1;
      open = claim.indexOf('"', at);
    }
    parts.add(claim.substring(at));
    return parts;
  }
}
