package dev.mldigest.summarise.ground.rule.fact;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Token;
import dev.mldigest.text.WordList;
import java.util.Set;

/** Refuses a first word that the basis does not know, unless it is an ordinary one: a name. */
public final class NewWordAtFront implements WordRule {
  private static final Set<String> ORDINARY = WordList.read("/summarise/ordinary.txt").words();

  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token token = said.span().tokens().get(at);
    boolean telling = token.opening() && token.isContent() && !ORDINARY.contains(token.low());
    return telling && !basis.knows(token)
        ? Doubt.of("name", "'%s' is not in the %s.", token.text(), basis.called())
        : Doubt.NONE;
  }
}
