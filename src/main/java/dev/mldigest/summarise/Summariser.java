package dev.mldigest.summarise;

import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Rewrite;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.Usage;
import dev.mldigest.model.prompt.PromptException;
import dev.mldigest.model.prompt.Prompts;
import dev.mldigest.summarise.ground.ClaimGate;
import dev.mldigest.summarise.ground.NumberedText;
import dev.mldigest.summarise.offline.Furniture;
import dev.mldigest.summarise.offline.OfflineSummariser;
import dev.mldigest.summarise.opening.Voice;
import dev.mldigest.text.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Summarises stories: by a model if there is one, without one otherwise.
 *
 * <p>Promises: there is always a summary; every sentence of it is either a source sentence or a
 * claim that passed the groundedness gate; one article per call; where its first claim or too many
 * fall, the model is told once what was refused and why, and a first claim that falls again is
 * replaced by the article's own sentence; a story's summary depends on that story and on what its
 * source says again and again. Safe for use by several threads.
 */
public final class Summariser {
  private final OfflineSummariser offline = new OfflineSummariser();
  private final Map<String, Furniture> furniture = new ConcurrentHashMap<>();
  private final @Nullable SummaryDesk desk;

  private Summariser(@Nullable SummaryDesk desk) {
    this.desk = desk;
  }

  /** A summariser that never asks a model. */
  public static Summariser offline() {
    return new Summariser(null);
  }

  /**
   * A summariser that asks a model.
   *
   * @throws PromptException if a prompt file cannot be used
   */
  public static Summariser with(Gateway gateway, Prompts prompts) {
    return with(gateway, prompts, Settings.Style.PLAIN);
  }

  /**
   * A summariser that asks a model and holds it to a style.
   *
   * @throws PromptException if a prompt file cannot be used
   */
  public static Summariser with(Gateway gateway, Prompts prompts, Settings.Style style) {
    return with(gateway, prompts, style, false);
  }

  /**
   * The same, with a second reader or without.
   *
   * @throws PromptException if a prompt file cannot be used
   */
  public static Summariser with(
      Gateway gateway, Prompts prompts, Settings.Style style, boolean secondReader) {
    return new Summariser(
        new SummaryDesk(
            gateway,
            new SummaryDesk.Tasks(
                Task.of(prompts.latest("summarise-post"), style),
                Task.of(prompts.latest("summarise-paper"), style),
                prompts.has("repair") ? Task.of(prompts.latest("repair"), style) : null,
                secondReader && prompts.has("second-reader")
                    ? new SecondReader(prompts.latest("second-reader"))
                    : null,
                () -> Task.of(prompts.latest("redo"), style))));
  }

  /** Summarises one story from its primary report, in no particular voice. */
  public SummaryOutcome summarise(Story story) {
    return summarise(story, Voice.NONE);
  }

  /** From now on everything is for the issue of that week, whose limits count. */
  public void begin(Week week) {
    if (desk != null) {
      desk.begin(week.toString());
    }
  }

  /**
   * What entries of a source say: what several of them have in common is no news in any.
   *
   * @param texts of the latest entries
   */
  public void know(String sourceId, Collection<String> texts) {
    furniture.put(sourceId, Furniture.of(texts));
  }

  /** So many stories are to come. */
  public void expect(int stories) {
    if (desk != null) {
      desk.expect(stories);
    }
  }

  /** Summarises one story from its primary report. */
  public SummaryOutcome summarise(Story story, Voice voice) {
    return summarise(story, voice, null);
  }

  /**
   * Summarises one story from its primary report.
   *
   * @param rewrite what the editor wants instead of an earlier summary, or null
   */
  public SummaryOutcome summarise(Story story, Voice voice, @Nullable Rewrite rewrite) {
    return account(story, voice, rewrite).outcome();
  }

  /** The same, and by which turns the summary came to be. */
  public Account account(Story story, Voice voice, @Nullable Rewrite rewrite) {
    Candidate primary = story.primary();
    boolean isPaper = isPaper(primary);
    Summary fallback = offline.summarise(report(primary, isPaper));
    if (desk == null) {
      return new Account(new SummaryOutcome.Summarised(fallback), List.of());
    }
    SummaryDesk.Tasks tasks = desk.tasks();
    Task task = rewrite != null ? tasks.again().get() : isPaper ? tasks.paper() : tasks.post();
    NumberedText text = NumberedText.of(primary.text());
    if (text.shown().size() < CheckedClaims.FEWEST) {
      String reason = "The text is too short to be summarised by a model.";
      return new Account(new SummaryOutcome.Extractive(fallback, reason), List.of());
    }
    Map<String, String> values = new HashMap<>(values(task, text, primary, voice));
    if (rewrite != null) {
      values.put("instruction", Texts.oneLine(rewrite.instruction()));
      values.put("previous", Texts.oneLine(rewrite.previous()));
      values.put("banned", task.banned().listed());
    }
    ClaimGate.Text shown = new ClaimGate.Text(primary.title(), text);
    return desk.write(new Asking(task, story, shown, values, fallback, rewrite == null));
  }

  /**
   * Tokens of the replies used so far, by story id; stories without a model's answer are absent.
   */
  public Map<String, Usage> usage() {
    return desk == null ? Map.of() : desk.usage();
  }

  /** True once a call was not made because the token limit was reached. */
  public boolean budgetReached() {
    return desk != null && desk.budgetReached();
  }

  private OfflineSummariser.Report report(Candidate primary, boolean isPaper) {
    return new OfflineSummariser.Report(
        primary.title(),
        primary.text(),
        primary.article() == null ? "" : primary.article().markdown(),
        isPaper,
        furniture.getOrDefault(primary.source().id(), Furniture.NONE),
        writer(primary));
  }

  private static OfflineSummariser.Writer writer(Candidate primary) {
    String byline = primary.article() == null ? null : primary.article().about().byline();
    List<String> authors = primary.entry().feedEntry().authors();
    String author = authors.size() == 1 ? authors.getFirst() : "";
    SourceKind kind = primary.source().kind();
    return new OfflineSummariser.Writer(
        primary.source().title(),
        primary.address(),
        kind == SourceKind.NEWS || kind == SourceKind.NEWS_API,
        byline == null ? author : byline);
  }

  private static boolean isPaper(Candidate candidate) {
    return candidate.source().kind().isPaper()
        || (candidate.article() != null && candidate.article().kind() == PageKind.PAPER);
  }

  /** A prompt of the editor's own may do without the voice. */
  private static Map<String, String> values(
      Task task, NumberedText text, Candidate primary, Voice voice) {
    String matter = primary.title() + "\n" + text.front();
    String examples = task.prompt().inputs().contains("voice") ? voice.examples(matter) : "";
    return text.values(primary.title(), primary.source().title(), examples);
  }
}
