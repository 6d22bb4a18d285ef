package dev.mldigest.pipeline.gate;

import dev.mldigest.pipeline.card.Card;
import java.util.ArrayList;
import java.util.List;

/** Sentences that rest on nothing, and items that nobody looked at. */
final class Unanswered implements Check {
  @Override
  public List<Finding> in(Look look) {
    List<Finding> findings = new ArrayList<>();
    for (Look.Placed part : look.body()) {
      Card card = part.card();
      if (card != null) {
        card.open().forEach(sentence -> findings.add(open(part, card, sentence)));
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

  private static Finding open(Look.Placed part, Card card, Card.Sentence sentence) {
    String found = card.own() ? "no source of it is kept" : "nothing in its source says so";
    return Finding.must(
        Finding.Kind.UNGROUNDED,
        card.id(),
        part.lineOf(sentence.text()),
        "In '%s' stands '%s': %s. Accept the item with a reason, or take the sentence out."
            .formatted(card.title(), Look.brief(sentence.text()), found),
        sentence.text());
  }
}
