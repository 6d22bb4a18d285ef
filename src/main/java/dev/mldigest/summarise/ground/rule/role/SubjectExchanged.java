package dev.mldigest.summarise.ground.rule.role;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.rule.Stretch;
import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses what one sentence says of its own subject, said of the subject of another: nearly all
 * words of a clause stand in one sentence, those in front of it only in another, and the sentence
 * names a subject itself and points to none before it.
 *
 * <p>Source: a subject exchanged is an error kind of FRANK (Pagnoni et al. 2021); made with another
 * hand's claims in view.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 0 of 104; other hand 0
 * of 75 and 3 (3) of 39, in view of which it was made; a further hand's on abstracts and news,
 * unseen, 0 of 59 and 2 (2) of 48.
 */
public final class SubjectExchanged implements Rule {
  /** A subject is told by its first two words of content: "larger windows". */
  private static final int HEAD = 2;

  /** A shorter rest stands in a sentence by chance. */
  private static final int SHORTEST_REST = 3;

  /** So much of the rest may stand elsewhere, too. */
  private static final double HALF = 0.5;

  /** Whose subject is a pronoun or a general word says it of what stands before. */
  private static final int FRONT = 5;

  private static final Set<String> POINTERS = Grammar.words("pointing");
  private static final Set<String> GENERAL = Grammar.words("general subject");

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    List<Stretch> stretches = Stretch.of(basis);
    return Stretch.clauses(said)
        .filter(told -> told.size() >= HEAD + SHORTEST_REST && isExchanged(told, stretches))
        .findFirst()
        .map(told ->
            Doubt.of(
                "order",
                "The %s say this of another subject than '%s'."
                    .formatted(basis.called(), told.getFirst().text())))
        .orElse(Doubt.NONE);
  }

  private static boolean isExchanged(List<Token> told, List<Stretch> stretches) {
    List<Token> head = told.subList(0, HEAD);
    List<Token> rest = told.subList(HEAD, told.size());
    return stretches.stream()
        .filter(one -> one.carries(rest) && one.share(head) == 0)
        .filter(one -> !pointsBack(one) && !sharesSubject(told, one))
        .anyMatch(one ->
            others(one, stretches).allMatch(other -> other.share(rest) < HALF)
                && others(one, stretches).anyMatch(other -> other.share(head) == 1));
  }

  private static Stream<Stretch> others(Stretch one, List<Stretch> all) {
    return all.stream().filter(other -> !other.equals(one));
  }

  /** "Boosted trees reach 7.9" of "Trees reach 7.9". */
  private static boolean sharesSubject(List<Token> told, Stretch stretch) {
    List<Token> there = Stretch.told(stretch.span().tokens());
    List<String> front = told.stream().limit(2 * HEAD).map(Token::key).toList();
    return there.stream().limit(1).anyMatch(subject -> front.contains(subject.key()));
  }

  private static boolean pointsBack(Stretch stretch) {
    return stretch.span().tokens().stream()
        .limit(FRONT)
        .anyMatch(token -> POINTERS.contains(token.low()) || GENERAL.contains(token.low()));
  }
}
