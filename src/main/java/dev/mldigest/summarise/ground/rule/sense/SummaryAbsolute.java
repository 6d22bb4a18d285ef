package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.rule.WordRule;
import java.util.List;
import dev.mldigest.summarise.ground.span.Token;
import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.text.WordList;
import java.util.Set;

/**
 * Refuses a word in a summary that leaves no exception and stands in none of the sentences beside
 * it; words by which a summary gathers what the source lists may stand.
 */
public final class SummaryAbsolute implements WordRule {
  private static final Set<String> ABSOLUTES = WordList.read("/summarise/absolutes.txt").words();
  private static final Set<String> SWEEPING = Grammar.words("sweeping");

  @Override
  public List<Doubt> doubts(int at, Assertion said, Basis basis) {
    Token token = said.span().tokens().get(at);
    return !token.number()
            && ABSOLUTES.contains(token.low())
            && !SWEEPING.contains(token.low())
            && basis.beside().stream().noneMatch(span -> span.has(token.key()))
        ? Doubt.of("absolute", "'%s' is more than the %s says.", token.text(), basis.called())
        : Doubt.NONE;
  }
}
