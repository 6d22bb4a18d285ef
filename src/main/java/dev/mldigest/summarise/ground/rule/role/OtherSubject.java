package dev.mldigest.summarise.ground.rule.role;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.Rule;
import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Opposites;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Refuses what is, was or must be so of one noun, said of another: of "a localizer and a
 * classifier, where the localizer is constrained" not "the classifier is constrained".
 *
 * <p>Source: our own; made with claims on abstracts and news in view that were written before the
 * rule.
 *
 * <p>Measured: Refuses of true and of false ones (alone): held 0 of 104 and 0 of 104; other hand 0
 * of 75 and 0 of 39; in view 0 of 59 and 1 (1) of 48.
 */
public final class OtherSubject implements Rule {
  private static final Set<String> POINTERS = Grammar.words("pointing");
  private static final Set<String> GENERAL = Grammar.words("general subject");
  private static final Set<String> AUXILIARIES = Grammar.words("auxiliary");

  /** What is said of a noun: "the localizer is constrained". */
  private record Said(Token noun, Token verb, int at) {}

  @Override
  public List<Doubt> doubts(Assertion said, Basis basis) {
    List<Said> there = of(basis.span());
    for (Said here : of(said.span())) {
      List<Said> same =
          there.stream().filter(one -> one.verb().key().equals(here.verb().key())).toList();
      boolean other =
          !same.isEmpty()
              && same.stream().allMatch(one -> isOther(here, one, said, basis))
              && same.size() == basis.span().places(here.verb().key()).size();
      if (other) {
        return Places.taken("order", here.noun(), same.getFirst().noun(), basis);
      }
    }
    return Doubt.NONE;
  }

  private static boolean isOther(Said here, Said there, Assertion said, Basis basis) {
    Token noun = there.noun();
    return !noun.key().equals(here.noun().key())
        && !isGeneral(noun)
        && !isGeneral(here.noun())
        && !said.span().knows(noun.key())
        && !Opposites.KNOWN.same(noun.key(), here.noun().key())
        && !basis.abbreviations().same(noun.key(), here.noun().key())
        && !isBefore(here.noun(), there, basis.span());
  }

  /** "The accuracy of the model is": the noun stands there in the same clause. */
  private static boolean isBefore(Token noun, Said there, Span source) {
    int at = there.at();
    while (at > 0 && !source.tokens().get(at).fresh()) {
      at--;
      if (source.tokens().get(at).key().equals(noun.key())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGeneral(Token token) {
    return GENERAL.contains(token.low()) || POINTERS.contains(token.low()) || token.number();
  }

  private static List<Said> of(Span span) {
    List<Said> all = new ArrayList<>();
    List<Token> tokens = span.tokens();
    for (int i = 1; i < tokens.size(); i++) {
      if (AUXILIARIES.contains(tokens.get(i).low()) && !tokens.get(i).fresh()) {
        int noun = i - 1;
        while (noun > 0 && isSmall(tokens.get(noun)) && !tokens.get(noun).fresh()) {
          noun--;
        }
        int verb = i + 1;
        while (verb < tokens.size() && isSmall(tokens.get(verb)) && !tokens.get(verb).fresh()) {
          verb++;
        }
        if (tokens.get(noun).isContent()
            && verb < tokens.size()
            && !tokens.get(verb).fresh()
            && tokens.get(verb).isContent()) {
          all.add(new Said(tokens.get(noun), tokens.get(verb), i));
        }
        i = verb;
      }
    }
    return all;
  }

  private static boolean isSmall(Token token) {
    return AUXILIARIES.contains(token.low()) || token.low().endsWith("ly");
  }
}
