package dev.mldigest.summarise.ground.rule.role;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.rule.Stretch;
import dev.mldigest.summarise.ground.span.Clauses;
import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Refuses a number in the words of another one: of "A has 3 and B has 4" not "A has 4". A word
 * whose clauses have other numbers than the assertion gives it, while that number's clause in the
 * basis has not the word. Compares clauses, not places; what it cannot tell it leaves alone.
 *
 * <p>Source: our own, made with the seen half of our claims in view.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 4 (4) of 104 and 6 (1) of 104; other
 * hand 8 (2) of 75 and 10 (4) of 39; planted 0 of 6,000 and 55 (0) of 12,700.
 */
public final class NumberOfAnotherClause implements Rule {
  /** "Nine said yes" leaves open nine of what. */
  private static final int BARE = 2;

  private static final Set<String> POINTERS = Grammar.words("pointing");
  private static final Set<String> POSSESSIVES = Grammar.words("possessive");

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    List<List<Token>> counted =
        Clauses.of(basis.span()).stream()
            .filter(clause -> clause.stream().anyMatch(Token::number))
            .toList();
    for (List<Token> clause : Clauses.of(said.span())) {
      for (Token number : clause.stream().filter(Token::number).toList()) {
        for (Token word : clause) {
          boolean once = isOnce(basis.span(), word) && isOnce(basis.span(), number);
          if (word.isContent()
              && once
              && !Span.isNegation(word)
              && isMisplaced(counted, clause, word.key(), number.key())
              && !pointsBack(basis.span(), word.key())
              && !pointsBack(basis.span(), number.key())) {
            return Doubt.of(
                "unit",
                "The %s give '%s' another number than '%s'."
                    .formatted(basis.called(), word.text(), number.text()));
          }
        }
      }
    }
    return Doubt.NONE;
  }

  /** Of "it peaks at 5" only the sentence before says what peaks. */
  private static boolean pointsBack(Span source, String key) {
    return Clauses.sentences(source).stream()
        .filter(sentence -> has(sentence, key))
        .anyMatch(sentence ->
            IntStream.range(0, sentence.size()).anyMatch(at -> pointsBack(sentence, at)));
  }

  /** "Six of these" has a number of its own. */
  private static boolean pointsBack(List<Token> sentence, int at) {
    String word = sentence.get(at).low();
    boolean part = at > 0 && sentence.get(at - 1).low().equals("of");
    return (POINTERS.contains(word) && !part) || (POSSESSIVES.contains(word) && at == 0);
  }

  private static boolean isOnce(Span source, Token token) {
    return source.places(token.key()).size() == 1;
  }

  private static boolean isMisplaced(
      List<List<Token>> counted, List<Token> clause, String word, String number) {
    return counted.stream()
            .anyMatch(c ->
                has(c, word)
                    && !has(c, number)
                    && isRival(c, number)
                    && c.stream().noneMatch(t -> t.number() && has(clause, t.key())))
        && counted.stream()
            .anyMatch(c -> has(c, number) && !has(c, word) && Stretch.told(c).size() > BARE);
  }

  /** The clause has a number of the same unit: percent beside percent, a count beside a count. */
  private static boolean isRival(List<Token> clause, String number) {
    return clause.stream()
        .anyMatch(token -> token.number() && token.key().endsWith("%") == number.endsWith("%"));
  }

  private static boolean has(List<Token> clause, String key) {
    return clause.stream().anyMatch(token -> token.key().equals(key));
  }
}
