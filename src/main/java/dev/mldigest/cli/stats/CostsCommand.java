package dev.mldigest.cli.stats;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.WholeNumber;
import dev.mldigest.domain.spending.ModelCosts;
import dev.mldigest.domain.spending.ModelFault;
import dev.mldigest.domain.spending.ModelUse;
import dev.mldigest.store.Store;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what asking models took, from the ledger. */
@Command(
    name = "costs",
    description = {
      "Show what asking the model took, by week and task: every attempt counts, also failed ones.",
      "Tokens are the provider's own count; attempts of which it is not known stand apart."
    })
final class CostsCommand extends FolderAction {
  private static final String ROW = "%-10s  %-18s  %-24s %6s %6s %6s %10s %9s %8s %12s %7s %12s%n";

  @Option(
      names = "--weeks",
      converter = WholeNumber.FromOne.class,
      paramLabel = "N",
      description = "Only the latest N weeks (default: all).")
  private int weeks = Integer.MAX_VALUE;

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    try (Store store = places.existingStore()) {
      List<ModelCosts> costs = latest(store.replies().costs());
      List<ModelFault> faults = store.replies().faults();
      PrintWriter out = out();
      if (json.isWanted()) {
        costs.forEach(line -> out.println(JsonLines.text(json(line, faults))));
      } else if (costs.isEmpty()) {
        out.println("No model was asked yet, so nothing was spent.");
      } else {
        table(costs, out);
        faults(costs, faults, out);
      }
      return ExitCode.OK;
    }
  }

  private List<ModelCosts> latest(List<ModelCosts> costs) {
    List<String> all = costs.stream().map(ModelCosts::week).distinct().toList();
    List<String> wanted = all.subList(Math.max(0, all.size() - weeks), all.size());
    return costs.stream().filter(line -> wanted.contains(line.week())).toList();
  }

  private static void table(List<ModelCosts> costs, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        ROW,
        "week",
        "task",
        "model",
        "asked",
        "calls",
        "useful",
        "tokens in",
        "out",
        "unknown",
        "cost",
        "reused",
        "saved");
    costs.forEach(line -> out.print(row(line)));
    long uncounted = costs.stream().mapToLong(line -> line.use().uncounted()).sum();
    if (uncounted > 0) {
      out.println(
          "Of "
              + uncounted
              + " calls the provider's count is not known (cut at the deadline, broken off, or"
              + " without a usage); 'unknown' is our estimate for them, and 'cost' includes it.");
    }
  }

  /** What went wrong in the weeks that are shown. */
  private static void faults(List<ModelCosts> costs, List<ModelFault> faults, PrintWriter out) {
    Set<String> weeks = costs.stream().map(ModelCosts::week).collect(toSet());
    faults.stream()
        .filter(fault -> weeks.contains(fault.week()))
        .map(fault ->
            "%s  %s, %s, %d times: %s"
                .formatted(
                    fault.week(), fault.task(), fault.model(), fault.attempts(), fault.says()))
        .forEach(line -> out.println(Terminal.plain(line)));
  }

  private static boolean concerns(ModelFault fault, ModelCosts line) {
    return fault.week().equals(line.week())
        && fault.task().equals(line.task())
        && fault.model().equals(line.model());
  }

  private static String row(ModelCosts line) {
    ModelUse use = line.use();
    return String.format(
        Locale.ROOT,
        ROW,
        line.week(),
        Terminal.plain(line.task()),
        Terminal.plain(line.model()),
        line.questions(),
        use.attempts(),
        use.answered(),
        use.inputTokens(),
        use.outputTokens(),
        use.uncountedTokens(),
        money(use.costMicros(), use.currency()),
        line.reused(),
        money(use.currency() == null ? null : line.savedMicros(), use.currency()));
  }

  private static String money(@Nullable Long micros, @Nullable String currency) {
    return micros == null || currency == null
        ? "-"
        : String.format(Locale.ROOT, "%.4f %s", micros / 1e6, currency);
  }

  private static ObjectNode json(ModelCosts line, List<ModelFault> faults) {
    ModelUse use = line.use();
    ObjectNode node = JsonLines.object();
    ArrayNode wrong = node.arrayNode();
    faults.stream()
        .filter(fault -> concerns(fault, line))
        .forEach(
            fault -> wrong.addObject().put("attempts", fault.attempts()).put("says", fault.says()));
    return node.put("week", line.week())
        .put("task", line.task())
        .put("model", line.model())
        .put("questions", line.questions())
        .put("attempts", use.attempts())
        .put("answered", use.answered())
        .put("inputTokens", use.inputTokens())
        .put("outputTokens", use.outputTokens())
        .put("uncountedAttempts", use.uncounted())
        .put("uncountedTokens", use.uncountedTokens())
        .put("costMicros", use.costMicros())
        .put("currency", use.currency())
        .put("reused", line.reused())
        .put("savedTokens", line.savedTokens())
        .put("savedMicros", line.savedMicros())
        .set("faults", wrong);
  }
}
