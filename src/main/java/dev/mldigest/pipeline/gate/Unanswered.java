package dev.mldigest.pipeline.gate;

import dev.mldigest.pipeline.card.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sentences that rest on nothing, and items that nobody looked at. */
final class Unanswered implements Check {
  /** Of a list or a quotation, before its words. */
  private static final Pattern MARK = Pattern.compile("\\A(?:(?:[-*+>•]|\\d{1,9}[.)])\\s+)+");

  @Override
  public List<Finding> in(Look look) {
    List<Finding> findings = new ArrayList<>();
    for (Look.Placed part : look.body()) {
      Card card = part.card();
      if (card != null) {
        PartWords words = new PartWords(part);
        for (Card.Sentence sentence : card.sentences()) {
          int line = words.lineOf(words(sentence));
          if (sentence.isOpen()) {
            findings.add(open(line, card, sentence));
          }
        }
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

  private static String words(Card.Sentence sentence) {
    return MARK.matcher(sentence.text()).replaceFirst("");
  }

  private static Finding open(int line, Card card, Card.Sentence sentence) {
    String found = card.own() ? "no source of it is kept" : "nothing in its source says so";
    return Finding.must(
        Finding.Kind.UNGROUNDED,
        card.id(),
        line,
        "In '%s' stands '%s': %s. Accept the item with a reason, or take the sentence out."
            .formatted(card.title(), Look.brief(words(sentence)), found),
        sentence.text());
  }
}
