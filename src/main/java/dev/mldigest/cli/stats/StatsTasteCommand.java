package dev.mldigest.cli.stats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.WholeNumber;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.past.PastSelections;
import dev.mldigest.select.rank.FeatureWords;
import dev.mldigest.select.rank.LearnedRanker.Contribution;
import dev.mldigest.select.rank.Taste;
import dev.mldigest.select.rank.TasteRecord;
import dev.mldigest.store.Store;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what was learned from the editor's issues and how it did on them. */
@Command(
    name = "taste",
    description =
        "Show what was learned from your issues, and how it did on each beside the plain order.")
final class StatsTasteCommand extends ConfiguredAction {
  private static final Week END = new Week(9999, 1);

  @Option(
      names = "--most",
      converter = WholeNumber.FromOne.class,
      paramLabel = "N",
      description = "How many reasons for and against are shown (default: 15).")
  private int most = 15;

  @Option(names = "--json", description = "Print it for programs: one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    try (Store store = places.existingStore()) {
      PastIssues past = PastSelections.before(END, store, places.files(), settings);
      Taste taste = Taste.of(past, settings.audience(), settings.slots());
      PrintWriter out = out();
      if (json) {
        out.println(JsonLines.text(line(taste)));
      } else {
        print(taste, out);
      }
      return ExitCode.OK;
    }
  }

  private List<Contribution> strongest(Taste taste, int sign) {
    return taste.beliefs().stream()
        .filter(belief -> Math.signum(belief.weight()) == sign)
        .limit(most)
        .toList();
  }

  private void print(Taste taste, PrintWriter out) {
    TasteRecord record = taste.record();
    out.println(record.sentence());
    out.println(taste.decisions().sentence());
    if (!record.issues().isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%-9s %6s %10s   among the first %d: learned, plain   the first %d: learned, plain%n",
          "issue",
          "picks",
          "candidates",
          record.slots(),
          TasteRecord.DEEP);
      record.issues().forEach(issue -> out.println(row(issue)));
    }
    print("It looks for", strongest(taste, 1), out);
    print("It passes over", strongest(taste, -1), out);
  }

  private static String row(TasteRecord.Judged issue) {
    return String.format(
        Locale.ROOT,
        "%-9s %6d %10d   %28.2f %6.2f   %19.2f %6.2f",
        issue.week(),
        issue.picks(),
        issue.candidates(),
        issue.tasted().atSlots(),
        issue.plain().atSlots(),
        issue.tasted().atTwenty(),
        issue.plain().atTwenty());
  }

  private static void print(String title, List<Contribution> beliefs, PrintWriter out) {
    if (!beliefs.isEmpty()) {
      out.println(title);
      for (Contribution belief : beliefs) {
        String words = FeatureWords.of(belief.feature());
        out.println(
            "  "
                + Terminal.plain(
                    ExplainCommand.signed(new Explanation.Part(words, belief.weight()))));
      }
    }
  }

  private ObjectNode line(Taste taste) {
    TasteRecord record = taste.record();
    ObjectNode node =
        JsonLines.object()
            .put("learned", record.learned())
            .put("used", record.isUsed())
            .put("sentence", record.sentence())
            .put("weight", record.weight())
            .put("lift", record.lift())
            .put("slots", record.slots());
    node.set("decisions", JsonLines.MAPPER.valueToTree(taste.decisions()));
    node.set("recall", JsonLines.MAPPER.valueToTree(record.tasted()));
    node.set("plainRecall", JsonLines.MAPPER.valueToTree(record.plain()));
    ArrayNode issues = node.putArray("issues");
    for (TasteRecord.Judged issue : record.issues()) {
      ObjectNode one = issues.addObject().put("week", issue.week().toString());
      one.put("picks", issue.picks()).put("candidates", issue.candidates());
      one.set("recall", JsonLines.MAPPER.valueToTree(issue.tasted()));
      one.set("plainRecall", JsonLines.MAPPER.valueToTree(issue.plain()));
    }
    beliefs(node.putArray("for"), strongest(taste, 1));
    beliefs(node.putArray("against"), strongest(taste, -1));
    return node;
  }

  private static void beliefs(ArrayNode node, List<Contribution> beliefs) {
    for (Contribution belief : beliefs) {
      node.addObject()
          .put("feature", belief.feature())
          .put("words", FeatureWords.of(belief.feature()))
          .put("weight", belief.weight());
    }
  }
}
