package dev.mldigest.cli.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.settings.Prices;
import dev.mldigest.domain.spending.ModelUse;
import dev.mldigest.model.Reply;
import dev.mldigest.summarise.Account;
import dev.mldigest.summarise.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a trial: each question, each claim, the summary, the bill.
 *
 * @param use what was asked and paid now
 * @param remarks what seems wrong although answers came
 */
record TrialReport(
    TriedArticle.Read read,
    Account account,
    ModelUse use,
    @Nullable Prices prices,
    double seconds,
    List<String> remarks) {
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Article article = read.article();
    String title = article.title().isBlank() ? "without a title" : article.title();
    lines.add("== %s · %,d words".formatted(title, article.words()));
    lines.addAll(read.notes());
    for (Turn turn : account.turns()) {
      lines.add("");
      lines.add("%s v%02d: %s".formatted(turn.task(), turn.version(), came(turn.reply())));
      turn.claims().forEach(said -> add(said, lines));
    }
    lines.add("");
    lines.add(heading());
    summary().sentences().forEach(sentence -> lines.add("  " + sentence.text()));
    if (!summary().highlight().isEmpty()) {
      lines.add("  For: " + summary().highlight());
    }
    lines.add("");
    lines.add(bill());
    lines.addAll(remarks);
    return lines;
  }

  private String came(Reply reply) {
    return reply instanceof Reply.Answered answer
        ? "%s, %,d tokens in, %,d out%s"
            .formatted(
                answer.model(),
                answer.inputTokens(),
                answer.outputTokens(),
                money(prices == null ? null : answer.micros()))
        : reason(reply);
  }

  private static String reason(Reply reply) {
    return switch (reply) {
      case Reply.Answered _ -> "";
      case Reply.Truncated(String reason) -> reason;
      case Reply.Refused(String reason) -> reason;
      case Reply.Invalid(String reason) -> reason;
      case Reply.RateLimited(var after, String reason) -> reason;
      case Reply.Unavailable(String reason) -> reason;
      case Reply.OverBudget(String reason) -> reason;
    };
  }

  private static void add(Turn.Said said, List<String> lines) {
    lines.add((said.passed() ? "  + " : "  - ") + said.claim());
    said.cited()
        .forEach(cited -> lines.add("      [%d] %s".formatted(cited.number(), cited.sentence())));
    if (!said.passed()) {
      lines.add("      refused by '%s': %s".formatted(said.rule(), said.why()));
    } else if (!said.why().isEmpty()) {
      lines.add("      " + said.why());
    }
  }

  private String heading() {
    return switch (account.outcome()) {
      case SummaryOutcome.Summarised _ -> "The summary, by the model:";
      case SummaryOutcome.Extractive(Summary _, String reason) ->
          "The summary, made without the model. " + reason;
    };
  }

  private Summary summary() {
    return switch (account.outcome()) {
      case SummaryOutcome.Summarised(Summary summary) -> summary;
      case SummaryOutcome.Extractive(Summary summary, String _) -> summary;
    };
  }

  private String bill() {
    if (use.attempts() == 0) {
      return account.turns().isEmpty() || account.turns().getFirst().claims().isEmpty()
          ? "Nothing was asked, and nothing paid."
          : "Nothing was asked or paid now: the answers stood in the ledger (--ask-again asks"
              + " anew).";
    }
    return String.format(
        Locale.ROOT,
        "%d call%s, %,d tokens in, %,d out%s, %.1f s; it stands in 'digest costs' under its day.",
        use.attempts(),
        use.attempts() == 1 ? "" : "s",
        use.inputTokens(),
        use.outputTokens(),
        (use.uncounted() > 0 ? " (and %,d by our estimate)".formatted(use.uncountedTokens()) : "")
            + money(use.costMicros()),
        seconds);
  }

  private String money(@Nullable Long micros) {
    return micros == null || prices == null
        ? ""
        : String.format(Locale.ROOT, ", %.6f %s", micros / 1e6, prices.currency());
  }

  ObjectNode json() {
    ObjectNode node = JsonLines.object();
    node.put("title", read.article().title()).put("words", read.article().words());
    JsonLines.strings(node, "notes", read.notes());
    ArrayNode turns = node.putArray("turns");
    account.turns().forEach(turn -> add(turn, turns.addObject()));
    node.put("byModel", account.outcome() instanceof SummaryOutcome.Summarised);
    node.put(
        "reason",
        account.outcome() instanceof SummaryOutcome.Extractive(Summary _, String reason)
            ? reason
            : null);
    ArrayNode sentences = node.putArray("summary");
    summary().sentences().forEach(sentence -> sentences.add(sentence.text()));
    node.put("highlight", summary().highlight());
    node.put("calls", use.attempts()).put("inputTokens", use.inputTokens());
    node.put("outputTokens", use.outputTokens()).put("uncountedTokens", use.uncountedTokens());
    node.put("costMicros", use.costMicros()).put("currency", use.currency());
    node.put("seconds", seconds);
    JsonLines.strings(node, "remarks", remarks);
    return node;
  }

  private static void add(Turn turn, ObjectNode node) {
    node.put("task", turn.task()).put("version", turn.version());
    if (turn.reply() instanceof Reply.Answered answer) {
      node.put("model", answer.model()).putNull("fault");
      node.put("inputTokens", answer.inputTokens()).put("outputTokens", answer.outputTokens());
      node.put("costMicros", answer.micros()).set("answer", answer.value());
    } else {
      node.putNull("model").put("fault", reason(turn.reply()));
    }
    ArrayNode claims = node.putArray("claims");
    for (Turn.Said said : turn.claims()) {
      ObjectNode claim = claims.addObject().put("claim", said.claim()).put("passed", said.passed());
      claim.put("rule", said.passed() ? null : said.rule()).put("why", said.why());
      ArrayNode cited = claim.putArray("cited");
      said.cited()
          .forEach(
              one -> cited.addObject().put("number", one.number()).put("sentence", one.sentence()));
    }
  }
}
