package dev.mldigest.pipeline;

import dev.mldigest.domain.Pick;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.SummaryOutcome;
import dev.mldigest.summarise.Summariser;
import dev.mldigest.summarise.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The picks' summaries, and what the replies they use add up to. */
final class Summaries {
  private final Settings.Model model;
  private final Summariser summariser;
  private final Progress progress;

  Summaries(Settings.Model model, Summariser summariser, Progress progress) {
    this.model = model;
    this.summariser = summariser;
    this.progress = progress;
  }

  /** By story id, in the picks' order. How many calls are in flight is the gateway's business. */
  Map<String, SummaryOutcome> of(List<Pick> picks) {
    List<SummaryOutcome> outcomes =
        Concurrent.map(
            "summarising",
            picks,
            picks.size(),
            progress,
            pick -> summariser.summarise(pick.story()));
    Map<String, SummaryOutcome> byStory = new LinkedHashMap<>();
    for (int i = 0; i < picks.size(); i++) {
      byStory.put(picks.get(i).story().id(), outcomes.get(i));
    }
    return byStory;
  }

  /** Input and output tokens of the replies that were used, asked for now or earlier. */
  long tokens() {
    return used().total();
  }

  /** What these replies cost, for example {@code 0.0123 USD}; null without prices. */
  @Nullable String cost() {
    Settings.Prices prices = model.prices();
    if (prices == null) {
      return null;
    }
    double cost =
        (used().inputTokens() * prices.input() + used().outputTokens() * prices.output()) / 1e6;
    return String.format(Locale.ROOT, "%.4f %s", cost, prices.currency());
  }

  boolean budgetReached() {
    return summariser.budgetReached();
  }

  private Usage used() {
    return summariser.usage().values().stream().reduce(new Usage(0, 0), Usage::plus);
  }
}
