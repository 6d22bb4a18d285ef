package dev.mldigest.summarise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.io.Sha256;
import dev.mldigest.model.Asker;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.Question;
import dev.mldigest.model.Usage;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.model.prompt.PromptException;
import dev.mldigest.model.prompt.Prompts;
import dev.mldigest.text.TextExcerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model thinks of reports before an issue is chosen: whether two tell one story, and which
 * of several are worth more. It sees titles and the first words only, fenced as the words of
 * strangers. Promises that nothing is thrown for what the world does: no answer is a no, or an
 * empty order. What an answer may change is left to those who ask.
 */
public final class Opinions {
  // In words. A title and a lead say what a report is; more only costs tokens: a hundred candidates
  // of 40 and 40 words are some 10,000. Chosen by hand.
  private static final int TITLE = 40;
  private static final int JUDGED_WORDS = 60;
  private static final int RANKED_WORDS = 40;
  private static final int AUDIENCE_WORDS = 300;

  private final @Nullable Asker asker;
  private final @Nullable Prompt judge;
  private final @Nullable Prompt rerank;

  private Opinions(@Nullable Asker asker, @Nullable Prompt judge, @Nullable Prompt rerank) {
    this.asker = asker;
    this.judge = judge;
    this.rerank = rerank;
  }

  /**
   * A report, of which the beginning is shown.
   *
   * @param id for the ledger; the model does not see it
   */
  public record Report(String id, String title, String text) {}

  /** Opinions that nobody is asked for. */
  public static Opinions none() {
    return new Opinions(null, null, null);
  }

  /**
   * Opinions of a model on what the settings ask for.
   *
   * @throws PromptException if a prompt file that is needed cannot be used
   */
  public static Opinions with(Gateway gateway, Prompts prompts, LanguageModel.Judges settings) {
    return new Opinions(
        new Asker(gateway),
        settings.stories() ? prompts.latest("story-judge") : null,
        settings.rerank() > 0 ? prompts.latest("rerank") : null);
  }

  /** True if there is someone to ask whether two reports tell one story. */
  public boolean onStories() {
    return judge != null;
  }

  /** True if there is someone to ask for an order. */
  public boolean onOrder() {
    return rerank != null;
  }

  /** True only if the model says yes. */
  public boolean sameStory(Report one, Report other) {
    String first = shown(one);
    String second = shown(other);
    Map<String, String> values =
        Map.of("first", first, "second", second, "nonce", nonce(first + "\n" + second));
    return ask(judge, values, one.id())
        .map(answer -> answer.path("same").asText().equals("yes"))
        .orElse(false);
  }

  private static String shown(Report report) {
    return "Title: "
        + TextExcerpt.words(report.title(), TITLE)
        + "\nText: "
        + TextExcerpt.words(report.text(), JUDGED_WORDS);
  }

  /**
   * @param audience in the editor's words
   * @return the numbers the model gave, as it gave them; the reports are numbered from 1
   */
  public List<Integer> order(String audience, List<Report> reports) {
    List<String> lines = new ArrayList<>();
    for (Report report : reports) {
      lines.add(
          "[%d] %s | %s"
              .formatted(
                  lines.size() + 1,
                  TextExcerpt.words(report.title(), TITLE),
                  TextExcerpt.words(report.text(), RANKED_WORDS)));
    }
    String candidates = String.join("\n", lines);
    Map<String, String> values =
        Map.of(
            "audience",
            TextExcerpt.words(audience, AUDIENCE_WORDS),
            "candidates",
            candidates,
            "nonce",
            nonce(candidates));
    return ask(rerank, values, reports.isEmpty() ? "" : reports.getFirst().id())
        .map(answer -> Asker.numbers(answer.path("ranking")))
        .orElse(List.of());
  }

  /** A code that the text cannot hold, because it is the text's own hash. */
  private static String nonce(String text) {
    return Sha256.of(text).substring(0, 12);
  }

  private Optional<JsonNode> ask(@Nullable Prompt prompt, Map<String, String> values, String item) {
    if (asker == null || prompt == null) {
      return Optional.empty();
    }
    return asker.ask(new Question(prompt, values, item));
  }

  /** Tokens of the answers used, asked for now or earlier. */
  public Usage usage() {
    return asker == null ? new Usage(0, 0) : asker.usage();
  }

  /** Why questions have no answer, one sentence each. */
  public List<String> troubles() {
    return asker == null ? List.of() : asker.troubles().stream().distinct().sorted().toList();
  }
}
