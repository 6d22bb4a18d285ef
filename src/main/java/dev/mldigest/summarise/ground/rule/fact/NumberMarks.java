package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.text.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a sign, a currency or a bound before a number that the basis does not have there: it is
 * part of the number, whichever side has it.
 *
 * <p>Source: our own, after a review: signs, currencies and bounds turned.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 0 of 104; other hand 0
 * of 75 and 0 of 39; planted 0 of 6,000 and 19 (0) of 12,700.
 */
public final class NumberMarks implements Rule {
  // Bounded: linear on hostile input.
  private static final Pattern MARKED =
      Pattern.compile("([$€£¥₹<>≤≥] ?|(?<![^\\s(\\[])[-+±])(\\d{1,20}(?:[.,]\\d{1,20}){0,6})");

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    Set<String> there = marked(String.join("\n", basis.sentences()));
    return marked(said.text()).stream()
        .filter(number -> !there.contains(number))
        .map(number ->
            new Doubt("unit", "'" + number + "' is not so in the " + basis.called() + "."))
        .toList();
  }

  private static Set<String> marked(String text) {
    Set<String> numbers = new LinkedHashSet<>();
    Matcher mark = MARKED.matcher(Texts.folded(text));
    while (mark.find()) {
      numbers.add(mark.group(1) + mark.group(2).replace(",", ""));
    }
    return numbers;
  }
}
