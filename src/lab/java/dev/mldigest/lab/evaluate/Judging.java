package dev.mldigest.lab.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.compose.Writing;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Prices;
import dev.mldigest.lab.evaluate.PromptComparison.Result;
import dev.mldigest.lab.evaluate.PromptComparison.Text;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.prompt.PromptException;
import dev.mldigest.model.prompt.Prompts;
import dev.mldigest.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a comparison of two versions of a prompt, judged by the configured model. */
final class Judging {
  @Mixin private ConfigOption config;
  @Mixin private Folders places;

  @Option(
      names = "--judge",
      arity = "2",
      paramLabel = "PROMPT",
      description =
          "Compare two versions of a prompt instead, for example summarise-post/v01"
              + " summarise-post/v02: asks the model.")
  private @Nullable List<String> versions;

  @Option(
      names = "--articles",
      paramLabel = "FILE",
      description =
          "What they are compared on: JSON lines with title and text, as 'digest inspect week"
              + " --json --text' prints them.")
  private @Nullable Path articles;

  @Option(
      names = "--most-articles",
      paramLabel = "N",
      defaultValue = "20",
      description = "No more articles than these (default: ${DEFAULT-VALUE}).")
  private int mostArticles;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      defaultValue = "200000",
      description = "Ask nothing if it might take more tokens (default: ${DEFAULT-VALUE}).")
  private long maxTokens;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
  Judging() {}

  boolean isAsked() {
    return versions != null;
  }

  int run(PrintWriter out, PrintWriter err, boolean json) {
    if (versions == null || articles == null) {
      throw new UsageException("Say on which articles: add --articles FILE.");
    }
    LanguageModel model = config.settings().model();
    if (model.provider() == LanguageModel.Provider.NONE) {
      throw new UsageException(
          "A comparison needs a language model: configure 'model' (docs/models.md).");
    }
    List<Text> texts = texts(articles);
    try (Store store = Store.open(places.files().state());
        Gateway gateway = Writing.gateway(config.settings(), store, places.clock())) {
      PromptComparison comparison =
          PromptComparison.of(
              Objects.requireNonNull(gateway),
              new Prompts(Writing.promptsFolder()),
              versions.get(0),
              versions.get(1));
      long estimate = comparison.estimate(texts);
      err.println(estimated(texts.size(), estimate, model));
      if (estimate > maxTokens) {
        throw new UsageException(
            "That is more than --max-tokens %d: nothing was asked.".formatted(maxTokens));
      }
      print(comparison.run(texts), versions, out, json);
      return ExitCode.OK;
    } catch (PromptException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static String estimated(int articles, long tokens, LanguageModel model) {
    String money = "";
    Prices prices = model.prices();
    if (prices != null) {
      // All at the dearer price: an upper bound.
      double most = tokens * Math.max(prices.input(), prices.output()) / 1e6;
      money = String.format(Locale.ROOT, ", %.2f %s", most, prices.currency());
    }
    return String.format(
        Locale.ROOT,
        "%d articles, four calls each: at most %,d tokens%s.",
        articles,
        tokens,
        money);
  }

  private static void print(Result result, List<String> versions, PrintWriter out, boolean json) {
    if (json) {
      ObjectNode node = JsonLines.object();
      node.put("old", versions.get(0)).put("new", versions.get(1));
      node.put("articles", result.articles()).put("oldBetter", result.older());
      node.put("newBetter", result.newer()).put("ties", result.ties());
      node.put("disagreed", result.split()).put("positionBias", result.positionBias());
      out.println(JsonLines.text(node.put("notCompared", result.left())));
      return;
    }
    out.printf(Locale.ROOT, "%-44s  %5d%n", versions.get(0) + " better", result.older());
    out.printf(Locale.ROOT, "%-44s  %5d%n", versions.get(1) + " better", result.newer());
    out.printf(Locale.ROOT, "%-44s  %5d%n", "equal", result.ties());
    out.printf(Locale.ROOT, "%-44s  %5d%n", "the two verdicts disagreed", result.split());
    out.printf(Locale.ROOT, "%-44s  %5d%n", "not compared", result.left());
    out.printf(
        Locale.ROOT,
        "%-44s  %4.0f%%%n",
        "verdicts that hung on the order",
        100 * result.positionBias());
  }

  private List<Text> texts(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("There is no file '" + file + "': check --articles.");
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank())
          .map(JsonLines::read)
          .filter(line -> !line.path("text").asText().isBlank())
          .limit(mostArticles)
          .map(Judging::text)
          .toList();
    } catch (IOException e) {
      throw new UsageException("'" + file + "' cannot be read.", e);
    }
  }

  private static Text text(JsonNode line) {
    return new Text(line.path("title").asText(), line.path("text").asText());
  }
}
