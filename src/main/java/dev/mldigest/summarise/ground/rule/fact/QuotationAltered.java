package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses words in quotation marks that no sentence of the basis has, in one go: they are
 * somebody's own.
 *
 * <p>Source: our own, after a review: words put into a speaker's mouth.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 0 of 104; other hand 0
 * of 75 and 0 of 39; planted 0 of 6,000 and 7 (0) of 12,700.
 */
public final class QuotationAltered implements Rule {
  // Bounded: linear on hostile input.
  private static final Pattern QUOTED = Pattern.compile("[\"«「『]([^\"«»「」『』]{1,2000})[\"»」』]");

  /** Fewer are a name or a term. */
  private static final int FEWEST_WORDS = 3;

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    List<String> sentences = basis.sentences().stream().map(Texts::folded).toList();
    List<Doubt> doubts = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(Texts.folded(said.text()));
    while (quoted.find()) {
      String words = quoted.group(1).strip().replaceFirst("[.,;:!?。！？]$", "");
      boolean speech = Words.count(words) >= FEWEST_WORDS;
      if (speech && sentences.stream().noneMatch(sentence -> sentence.contains(words))) {
        doubts.addAll(
            Doubt.of("quote", "'%s' is not said so in a cited sentence.".formatted(words)));
      }
    }
    return doubts;
  }
}
