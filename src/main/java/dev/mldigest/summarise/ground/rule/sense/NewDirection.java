package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Token;
import dev.mldigest.summarise.ground.span.Opposites;
import dev.mldigest.text.WordList;
import java.util.Set;

/** Refuses a direction that nothing in the basis points to, except those of {@code mild.txt}. */
public final class NewDirection implements WordRule {
  private static final Set<String> MILD = WordList.read("/summarise/mild.txt").words();

  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token token = said.span().tokens().get(at);
    boolean points =
        token.isContent()
            && !(token.name() && !basis.has(token))
            && Opposites.KNOWN.points(token.key())
            && !MILD.contains(token.key());
    boolean contrary = Opposites.KNOWN.contradicts(token.key(), basis.span().keys());
    return points && !contrary && !basis.knows(token)
        ? Doubt.of("direction", "The %s do not say '%s'.", basis.called(), token.text())
        : Doubt.NONE;
  }
}
