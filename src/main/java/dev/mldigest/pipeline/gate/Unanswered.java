package dev.mldigest.pipeline.gate;

import dev.mldigest.pipeline.card.Card;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sentences that rest on nothing, and items that nobody looked at. */
final class Unanswered implements Check {
  private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

  /** Of a list or a quotation, before its words. */
  private static final Pattern MARK = Pattern.compile("\\A(?:[-*+>•]\\s+)+");

  @Override
  public List<Finding> in(Look look) {
    List<Finding> findings = new ArrayList<>();
    for (Look.Placed part : look.body()) {
      Card card = part.card();
      if (card != null) {
        PartCode code = PartCode.of(part);
        card.open().stream()
            .filter(sentence -> says(sentence.text()) && !code.holds(sentence.text()))
            .forEach(sentence -> findings.add(open(part, card, sentence)));
      }
      if (card != null && !card.seen()) {
        findings.add(
            Finding.should(
                Finding.Kind.NOT_SEEN,
                card.id(),
                card.line(),
                "Nobody looked at '%s'.".formatted(card.title()),
                ""));
      }
    }
    return findings;
  }

  /** The number before an item of a list claims nothing. */
  private static boolean says(String sentence) {
    return !NUMBER.matcher(Texts.letters(sentence)).replaceAll("").isEmpty();
  }

  private static Finding open(Look.Placed part, Card card, Card.Sentence sentence) {
    String words = MARK.matcher(sentence.text()).replaceFirst("");
    String found = card.own() ? "no source of it is kept" : "nothing in its source says so";
    return Finding.must(
        Finding.Kind.UNGROUNDED,
        card.id(),
        part.lineOf(words),
        "In '%s' stands '%s': %s. Accept the item with a reason, or take the sentence out."
            .formatted(card.title(), Look.brief(words), found),
        sentence.text());
  }
}
