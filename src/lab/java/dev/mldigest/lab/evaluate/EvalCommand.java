package dev.mldigest.lab.evaluate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.testkit.Corpora;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how good the program is at what it promises. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = {
      "Measure the gists, the groundedness gate and the handling of hostile texts.",
      "Without a model and without a network; the corpora are read where they are."
    })
public final class EvalCommand implements Callable<Integer> {
  private static final String ROW = "%-40s  %-18s  %8s  %9s  %-3s  %9s%n";

  @Spec private CommandSpec spec;

  @Option(
      names = "--corpora",
      paramLabel = "DIR",
      description = "A folder of corpora (default: $DIGEST_CORPORA).")
  private @Nullable Path corpora;

  @Mixin private Judging judging;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (judging.isAsked()) {
      return judging.run(out, spec.commandLine().getErr(), json);
    }
    if (corpora != null && !Files.isDirectory(corpora)) {
      throw new UsageException("There is no folder '" + corpora + "': check --corpora.");
    }
    Path folder = corpora != null ? corpora : Corpora.folder().orElse(null);
    if (folder == null) {
      spec.commandLine()
          .getErr()
          .println("DIGEST_CORPORA is not set: only the small sets of our own are measured.");
    }
    if (!json) {
      out.printf(Locale.ROOT, ROW, "figure", "set", "value", "target", "met", "of");
    }
    new Evaluation().run(folder, figure -> print(figure, out));
    return ExitCode.OK;
  }

  private void print(Figure figure, PrintWriter out) {
    Boolean met = figure.met();
    if (json) {
      ObjectNode node = JsonLines.object();
      node.put("figure", figure.name()).put("set", figure.set()).put("value", figure.value());
      node.put("target", figure.target()).put("atMost", figure.atMost()).put("met", met);
      out.println(JsonLines.text(node.put("of", figure.of())));
    } else {
      out.printf(
          Locale.ROOT,
          ROW,
          figure.name(),
          figure.set(),
          number(figure.value()),
          target(figure),
          met == null ? "" : met ? "yes" : "no",
          String.format(Locale.ROOT, "%,d", figure.of()));
    }
    out.flush();
  }

  private static String target(Figure figure) {
    Double target = figure.target();
    return target == null ? "" : (figure.atMost() ? "<= " : ">= ") + number(target);
  }

  /** Shares of one with three places, percent and counts with two or none. */
  private static String number(double value) {
    String form = value == Math.rint(value) ? "%.0f" : value < 1 ? "%.3f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }
}
