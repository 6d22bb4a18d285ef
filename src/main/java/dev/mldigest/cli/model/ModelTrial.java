package dev.mldigest.cli.model;

import dev.mldigest.cli.console.CheckList;
import dev.mldigest.compose.Writing;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Prices;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.model.ContextSize;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.Question;
import dev.mldigest.model.Reply;
import dev.mldigest.model.Route;
import dev.mldigest.model.prompt.PromptException;
import dev.mldigest.model.prompt.Prompts;
import dev.mldigest.store.Store;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

/**
 * One tiny real question with its schema: whether the address, the key, the model and the form of
 * the answer are right, and how fast it comes. It is paid for and stands in the ledger.
 */
public final class ModelTrial {
  /** A question whose answer needs no knowledge; its text names no item and no stranger. */
  private static final Map<String, String> VALUES =
      Map.of(
          "first",
          "Title: Northlight opens its speech model\n"
              + "Text: Northlight published the weights on Monday.",
          "second",
          "Title: Weights of Northlight's speech model are out\n"
              + "Text: The company released them on Monday.",
          "nonce",
          "0f1e2d3c4b5a");

  private final Settings settings;
  private final InstantSource clock;

  public ModelTrial(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public void run(Store store, CheckList list) {
    long before = store.replies().last();
    long start = System.nanoTime();
    try (Gateway gateway = Writing.gatewayAskingAgain(settings, store, clock)) {
      Prompts prompts = new Prompts(Writing.promptsFolder());
      Reply reply = gateway.ask(new Question(prompts.latest("story-judge"), VALUES, ""));
      say(reply, (System.nanoTime() - start) / 1e9, list);
    } catch (PromptException e) {
      list.say(false, "model", String.valueOf(e.getMessage()));
    }
    context(list);
    store.replies().remarksSince(before).forEach(remark -> list.say(false, "model", remark));
  }

  /** Asked after the question, when a server has loaded its model. */
  private void context(CheckList list) {
    LanguageModel model = settings.model();
    long longest = ModelNotes.longest(model);
    ContextSize.of(model, Route.of(settings.network()))
        .ifPresent(size ->
            list.say(
                size >= longest,
                "model",
                String.format(
                    Locale.ROOT,
                    "its context holds %,d tokens; our longest question with its answer takes some"
                        + " %,d%s",
                    size,
                    longest,
                    size >= longest ? "" : remedy(model.provider()))));
  }

  private static String remedy(LanguageModel.Provider provider) {
    return switch (provider) {
      case OLLAMA ->
          ": long articles are cut without a word. Raise num_ctx in the Modelfile, or start Ollama"
              + " with OLLAMA_CONTEXT_LENGTH";
      case LLAMA_CPP -> ": long articles will be shortened. Start the server with a larger -c";
      default -> ": long articles will be shortened";
    };
  }

  private void say(Reply reply, double seconds, CheckList list) {
    switch (reply) {
      case Reply.Answered answer -> list.say(true, "model", answered(answer, seconds));
      case Reply.Truncated(String reason) -> list.say(false, "model", reason);
      case Reply.Refused(String reason) -> list.say(false, "model", reason);
      case Reply.Invalid(String reason) ->
          list.say(false, "model", "It answered, but not with what the schema wants. " + reason);
      case Reply.RateLimited(var after, String reason) -> list.say(false, "model", reason);
      case Reply.Unavailable(String reason) -> list.say(false, "model", reason);
      case Reply.OverBudget(String reason) -> list.say(false, "model", reason);
    }
  }

  private String answered(Reply.Answered answer, double seconds) {
    Prices prices = settings.model().prices();
    String cost =
        prices == null
            ? ""
            : String.format(Locale.ROOT, ", %.6f %s", answer.micros() / 1e6, prices.currency());
    return String.format(
        Locale.ROOT,
        "%s was reached, takes the key and answers as the schema wants: %.1f s, %d tokens in, %d"
            + " out (%.0f a second)%s",
        answer.model(),
        seconds,
        answer.inputTokens(),
        answer.outputTokens(),
        answer.outputTokens() / Math.max(seconds, 0.001),
        cost);
  }
}
