package dev.mldigest.summarise.opening;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.model.Asker;
import dev.mldigest.summarise.ground.Finding;
import dev.mldigest.summarise.ground.LineGate;
import dev.mldigest.summarise.ground.NumberedClaims;
import java.util.List;
import java.util.Optional;

/**
 * A line that a model wrote with the checked claims it rests on: those it names or, where these do
 * not say it, the one claim of all that does. Where several do, it is not known which was meant.
 *
 * @param title of the item that it tells of; empty if that is not known
 * @param finding what speaks against it
 */
record RestedLine(List<NumberedClaims.Statement> cited, String title, Optional<Finding> finding) {
  RestedLine {
    cited = List.copyOf(cited);
  }

  /**
   * @param node of an answer, with the numbers of claims in {@code claims}
   */
  static RestedLine of(
      LineGate gate, NumberedClaims statements, JsonNode node, String line, LineGate.Size size) {
    RestedLine named =
        on(statements.cited(Asker.numbers(node.get("claims"))), gate, statements, line, size);
    if (named.finding().isEmpty()) {
      return named;
    }
    List<RestedLine> others =
        statements.all().stream()
            .map(one -> on(List.of(one), gate, statements, line, size))
            .filter(one -> one.finding().isEmpty())
            .toList();
    return others.size() == 1 ? others.getFirst() : named;
  }

  private static RestedLine on(
      List<NumberedClaims.Statement> cited,
      LineGate gate,
      NumberedClaims statements,
      String line,
      LineGate.Size size) {
    String title = cited.isEmpty() ? "" : statements.title(cited.getFirst());
    return new RestedLine(cited, title, gate.find(cited, title, line, size));
  }
}
