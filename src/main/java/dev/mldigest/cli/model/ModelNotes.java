package dev.mldigest.cli.model;

import dev.mldigest.cli.console.Terminal;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Prices;
import dev.mldigest.domain.settings.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What is to be said of the model before it is asked: what it may cost at most, and old prices. */
public final class ModelNotes {
  /** An article cut at 1,500 words, the prompt around it and its schema: measured at most. */
  private static final long TOKENS_A_CALL = 4_000;

  /** The most tokens of an answer that the prompts of summaries allow. */
  private static final int ANSWER = 700;

  /** A second reader's question: its instructions, four claims with three sentences each. */
  private static final long TOKENS_A_READING = 1_300;

  /** The most tokens of its answer. */
  private static final int VERDICTS = 400;

  private ModelNotes() {}

  /** The longest question with its answer, in tokens: what a model must hold at once. */
  static long longest(LanguageModel model) {
    return TOKENS_A_CALL
        + model.calls().answer(ANSWER)
        + Math.max(0L, model.calls().thinking().tokens());
  }

  /** One sentence each; none without a model. */
  public static List<String> of(Settings settings, Instant now) {
    LanguageModel model = settings.model();
    if (model.provider() == LanguageModel.Provider.NONE) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    notes.add(estimate(model, settings.slots().picks()));
    LocalDate today = now.atZone(settings.zone()).toLocalDate();
    LanguageModel.Small small = model.small();
    Stream.of(model.prices(), small == null ? null : small.prices())
        .filter(Objects::nonNull)
        .filter(prices -> prices.isStale(today))
        .map(prices ->
            "The prices of "
                + prices.asOf()
                + " are more than "
                + Prices.FRESH_DAYS
                + " days old: look them up again and correct 'prices' in feeds.yaml.")
        .distinct()
        .forEach(notes::add);
    return notes;
  }

  private static String estimate(LanguageModel model, int items) {
    boolean read = model.judges().claims();
    long asked = TOKENS_A_CALL + (read ? TOKENS_A_READING : 0);
    long input = Math.min(model.calls().maxTokens(), items * asked);
    long thinking = Math.max(0L, model.calls().thinking().tokens());
    long answer = model.calls().answer(ANSWER) + thinking;
    long verdicts = read ? model.calls().answer(VERDICTS) + thinking : 0;
    long output = Math.min(model.calls().maxTokens() - input, items * (answer + verdicts));
    StringBuilder note = new StringBuilder("The model ").append(Terminal.plain(model.name()));
    note.append(" is asked about at most ").append(items).append(" items: up to ");
    note.append(input + output).append(" tokens");
    Prices prices = model.prices();
    if (prices != null) {
      note.append(" or ").append(money(prices.micros(input, output), prices));
    }
    note.append(" if every answer is of use, and never more than ");
    note.append(model.calls().maxTokens()).append(" tokens");
    if (prices != null && model.bounds().maxCost() != LanguageModel.Bounds.UNLIMITED) {
      note.append(" and ").append(money(model.bounds().maxCost(), prices));
    }
    return note.append(" in all.").toString();
  }

  private static String money(long micros, Prices prices) {
    return String.format(Locale.ROOT, "%.2f %s", micros / 1e6, prices.currency());
  }
}
