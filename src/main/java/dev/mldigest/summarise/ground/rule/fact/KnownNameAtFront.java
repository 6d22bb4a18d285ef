package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Token;
import dev.mldigest.summarise.ground.span.Span;

/**
 * Refuses a first word that the basis lacks and the document elsewhere uses as a name. A capital at
 * the front alone says nothing.
 */
public final class KnownNameAtFront implements WordRule {
  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token token = said.span().tokens().get(at);
    boolean unsure = token.opening() && !token.name() && token.isContent();
    return unsure && !basis.has(token) && isName(token, basis.document())
        ? Doubt.of("name", "'%s' is not in the %s.", token.text(), basis.called())
        : Doubt.NONE;
  }

  private static boolean isName(Token token, List<String> sentences) {
    return sentences.stream()
        .filter(sentence -> sentence.contains(token.text()))
        .anyMatch(sentence -> new Span(sentence).names(token.key()));
  }
}
