package dev.mldigest.summarise.ground.rule.role;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import dev.mldigest.summarise.ground.span.Opposites;
import dev.mldigest.summarise.ground.span.Token;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Refuses a direction that nothing in the basis points to, where it stands among the same words as
 * one that the claim lacks; alone it is no reason. Those of {@code mild.txt} pass, and what the
 * document says elsewhere.
 *
 * <p>Source: our own; the direction words are those of the contraries.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 5 (4) of 104 and 2 (0) of 104; other
 * hand 2 (0) of 75 and 1 (0) of 39; a further hand's 4 (3) of 59 and 0 of 48.
 */
public final class NewDirection implements WordRule {
  private static final Set<String> MILD = WordList.read("/summarise/mild.txt").words();

  /** One of the words beside is the same. */
  private static final double ALIKE = 1;

  /** Both are: "cut it from 180 to 31" says by its numbers which way it went. */
  private static final double COUNTED = 2;

  /** Longer words of grammar place something: "within", "under". */
  private static final int SMALL = 4;

  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token token = said.span().tokens().get(at);
    boolean points =
        token.isContent()
            && !(token.name() && !basis.has(token))
            && Opposites.KNOWN.points(token.key())
            && !MILD.contains(token.key());
    boolean contrary = Opposites.KNOWN.contradicts(token.key(), basis.span().keys());
    return points
            && !contrary
            && !basis.knows(token)
            && !isInDocument(token, basis)
            && (standsForAnother(at, Places.of(said, basis)) || isEquated(at, said.span().tokens()))
        ? Doubt.of("direction", "The %s do not say '%s'.".formatted(basis.called(), token.text()))
        : Doubt.NONE;
  }

  /** Then it may be a name of what the text is about: "boosted trees". */
  private static boolean isInDocument(Token token, Basis basis) {
    return basis.document().stream().anyMatch(s -> Words.of(s).contains(token.low()));
  }

  /** The basis has, among the same words, one that the claim lacks. */
  private static boolean standsForAnother(int at, Places places) {
    List<Token> tokens = places.source().tokens();
    double least = isCounted(at, places.claim().tokens()) ? COUNTED : ALIKE;
    return IntStream.range(0, Math.min(tokens.size(), Places.MOST_TOKENS))
        .filter(j -> isWord(tokens.get(j)) && !places.claim().has(tokens.get(j).key()))
        .anyMatch(j -> places.likeness(at, j) >= least);
  }

  /** A number stands in its clause. */
  private static boolean isCounted(int at, List<Token> tokens) {
    int from = at;
    while (from > 0 && !tokens.get(from).fresh()) {
      from--;
    }
    int to = at + 1;
    while (to < tokens.size() && !tokens.get(to).fresh()) {
      to++;
    }
    return tokens.subList(from, to).stream().anyMatch(Token::number);
  }

  private static boolean isWord(Token token) {
    return !token.number()
        && (token.isContent()
            || Opposites.KNOWN.turns(token.key())
            || token.text().length() > SMALL);
  }

  /** "As badly as": nothing there is held against anything. */
  private static boolean isEquated(int at, List<Token> tokens) {
    return at > 0
        && at + 1 < tokens.size()
        && tokens.get(at - 1).low().equals("as")
        && tokens.get(at + 1).low().equals("as");
  }
}
