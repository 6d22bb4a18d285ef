package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.rule.Stretch;
import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;
import java.util.Set;

/**
 * Refuses what is said of some, told of all: of "two of these had" not "these had", and of "60 % of
 * the gain" not "60 %".
 *
 * <p>Source: our own; made with another hand's claims in view.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 0 of 104; other hand 0
 * of 75 and 2 (1) of 39, in view of which it was made; a further hand's, unseen, none.
 */
public final class PartForWhole implements Rule {
  private static final Set<String> THEM = Grammar.words("them");
  private static final Set<String> SOME = Grammar.words("some");

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    List<Token> all = Stretch.told(said.span().tokens());
    for (Stretch one : Stretch.of(basis)) {
      List<Token> tokens = one.span().tokens();
      boolean carries =
          one.carries(all)
              || Stretch.clauses(said).anyMatch(told -> told.size() > 3 && one.carries(told));
      for (int at = 0; carries && at + 2 < tokens.size(); at++) {
        if (tokens.get(at + 1).low().equals("of") && isLost(at, tokens, said)) {
          return Doubt.of(
              "certainty",
              "The %s say it of '%s %s %s' only."
                  .formatted(
                      basis.called(),
                      tokens.get(at).text(),
                      tokens.get(at + 1).text(),
                      tokens.get(at + 2).text()));
        }
      }
    }
    return Doubt.NONE;
  }

  private static boolean isLost(int at, List<Token> tokens, Assertion said) {
    Token part = tokens.get(at);
    boolean some = part.number() || SOME.contains(part.low());
    boolean them = at < FRONT && THEM.contains(tokens.get(at + 2).low());
    if (some && them && !said.span().has(part.key())) {
      return true;
    }
    return part.key().endsWith("%") && isWithoutWhole(at, tokens, said);
  }

  /** The claim has the share, and not what it is a share of. */
  private static boolean isWithoutWhole(int at, List<Token> tokens, Assertion said) {
    List<Token> whole =
        tokens.subList(at + 2, Math.min(tokens.size(), at + 2 + NEAR)).stream()
            .filter(Token::isContent)
            .toList();
    return said.span().has(tokens.get(at).key())
        && !whole.isEmpty()
        && whole.stream().noneMatch(token -> said.span().knows(token.key()));
  }

  /** "In 14 of them it was not so": there the part is the subject, or stands before it. */
  private static final int FRONT = 3;

  /** Within so many words stands what a share is of: "of the explained variance". */
  private static final int NEAR = 3;
}
