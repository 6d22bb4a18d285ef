package dev.mldigest.lab.evaluate;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.io.Sha256;
import dev.mldigest.model.Gateway;
import dev.mldigest.model.Question;
import dev.mldigest.model.Reply;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.model.prompt.PromptException;
import dev.mldigest.model.prompt.Prompts;
import dev.mldigest.summarise.Summariser;
import dev.mldigest.summarise.ground.NumberedText;
import dev.mldigest.text.Words;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares two versions of a summarising prompt on saved articles, the model as its own judge.
 *
 * <p>Promises: each pair is judged twice with the summaries in swapped order, and only verdicts
 * that agree count (a judge prefers a position: Zheng et al. 2023, "Judging LLM-as-a-Judge", and
 * Wang et al. 2023 on swapping); summaries are made and gated as in a run; what is asked again is
 * not paid again. An indication, no proof: it decides nothing.
 */
public final class PromptComparison {
  /** A saved article. */
  public record Text(String title, String text) {}

  /**
   * What came of it, in articles.
   *
   * @param split the two verdicts did not agree
   * @param position of these, those where both named the same position
   * @param left without two summaries of a model, or without two verdicts
   */
  public record Result(
      int articles, int older, int newer, int ties, int split, int position, int left) {
    /** Share of the judged pairs whose verdict hung on the order. */
    public double positionBias() {
      int judged = articles - left;
      return judged == 0 ? 0 : (double) position / judged;
    }
  }

  private enum Verdict {
    FIRST,
    SECOND,
    TIE
  }

  private static final Pattern NAME = Pattern.compile("(summarise-(?:post|paper))/v(\\d\\d)");
  private static final int LETTERS_A_TOKEN = 4;
  private static final int SUMMARY_LETTERS = 1_000;

  private final Gateway gateway;
  private final Prompt judge;
  private final Prompt prompt;
  private final Summariser older;
  private final Summariser newer;

  private PromptComparison(
      Gateway gateway, Prompt judge, Prompt prompt, Summariser older, Summariser newer) {
    this.gateway = gateway;
    this.judge = judge;
    this.prompt = prompt;
    this.older = older;
    this.newer = newer;
  }

  /**
   * @param older and {@code newer} such as {@code summarise-post/v01}, of one task
   * @throws PromptException if one of them is not there or they are of two tasks
   */
  public static PromptComparison of(Gateway gateway, Prompts prompts, String older, String newer) {
    Matcher one = name(older);
    Matcher two = name(newer);
    String task = one.group(1);
    if (!task.equals(two.group(1))) {
      throw new PromptException("'" + older + "' and '" + newer + "' are prompts of two tasks.");
    }
    Prompts first = prompts.pinned(task, Integer.parseInt(one.group(2)));
    Prompts second = prompts.pinned(task, Integer.parseInt(two.group(2)));
    return new PromptComparison(
        gateway,
        prompts.latest("judge"),
        second.latest(task),
        Summariser.with(gateway, first),
        Summariser.with(gateway, second));
  }

  /** At most so many tokens, repairs of malformed answers aside. */
  public long estimate(List<Text> texts) {
    long own = 2L * letters(prompt) + 2L * letters(judge) + 4L * SUMMARY_LETTERS;
    long answers = 2L * prompt.maxOutputTokens() + 2L * judge.maxOutputTokens();
    long sum = 0;
    for (Text text : texts) {
      long article = values(text).values().stream().mapToLong(String::length).sum();
      sum += (own + 4 * article) / LETTERS_A_TOKEN + answers;
    }
    return sum;
  }

  /** Summarises and judges article by article. */
  public Result run(List<Text> texts) {
    // An account of its own: no issue pays for a comparison, nor this one for another.
    gateway.begin("eval " + Sha256.of(prompt.version() + texts.toString()).substring(0, 12));
    Map<String, Integer> counts = new HashMap<>();
    for (Text text : texts) {
      counts.merge(compared(text), 1, Integer::sum);
    }
    int position = counts.getOrDefault("position", 0);
    return new Result(
        texts.size(),
        counts.getOrDefault("older", 0),
        counts.getOrDefault("newer", 0),
        counts.getOrDefault("tie", 0),
        counts.getOrDefault("split", 0) + position,
        position,
        counts.getOrDefault("left", 0));
  }

  private String compared(Text text) {
    Story story = story(text);
    Optional<String> one = summary(older.summarise(story));
    Optional<String> two = summary(newer.summarise(story));
    if (one.isEmpty() || two.isEmpty()) {
      return "left";
    }
    if (one.equals(two)) {
      return "tie";
    }
    Optional<Verdict> straight = verdict(text, one.get(), two.get());
    Optional<Verdict> swapped = verdict(text, two.get(), one.get());
    return straight.isEmpty() || swapped.isEmpty() ? "left" : agreed(straight.get(), swapped.get());
  }

  private static String agreed(Verdict straight, Verdict swapped) {
    if (straight == swapped) {
      return straight == Verdict.TIE ? "tie" : "position";
    }
    if (straight == Verdict.TIE || swapped == Verdict.TIE) {
      return "split";
    }
    return straight == Verdict.FIRST ? "older" : "newer";
  }

  private Optional<Verdict> verdict(Text text, String first, String second) {
    Map<String, String> values = new HashMap<>(values(text));
    values.put("first", first);
    values.put("second", second);
    // Whatever else the world does leaves the article out.
    if (!(gateway.ask(new Question(judge, values, "judge")) instanceof Reply.Answered answer)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (answer.value().path("verdict").asText()) {
          case "first" -> Verdict.FIRST;
          case "second" -> Verdict.SECOND;
          default -> Verdict.TIE;
        });
  }

  private static Optional<String> summary(SummaryOutcome outcome) {
    return switch (outcome) {
      case SummaryOutcome.Summarised made ->
          Optional.of(
              made.summary().sentences().stream()
                  .map(SummarySentence::text)
                  .collect(Collectors.joining(" ")));
      case SummaryOutcome.Extractive _ -> Optional.empty();
    };
  }

  private Story story(Text text) {
    boolean paper = prompt.id().equals("summarise-paper");
    String id = Sha256.of(text.title() + "\n" + text.text());
    FeedEntry entry = FeedEntry.titled(text.title()).guid(id).build();
    Source source =
        new Source(
            "saved",
            "Saved articles",
            SourceKind.BLOG,
            URI.create("https://example.org/"),
            "saved",
            1,
            List.of(),
            null);
    Article article =
        new Article(
            "https://example.org/" + id,
            Article.About.titled(text.title()),
            paper ? PageKind.PAPER : PageKind.POST,
            new Article.Body(text.text(), text.text(), Words.count(text.text())));
    Candidate candidate =
        new Candidate(
            new Entry(id, source.id(), entry, null, Instant.EPOCH, Instant.EPOCH), source, article);
    return new Story(id, candidate, List.of(candidate));
  }

  private static Map<String, String> values(Text text) {
    return NumberedText.of(text.text()).values(text.title(), "a saved article", "");
  }

  private static int letters(Prompt prompt) {
    return prompt.system().text().length()
        + prompt.user().text().length()
        + prompt.schema().json().length();
  }

  private static Matcher name(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new PromptException(
          "'" + name + "' names no prompt that can be compared: write summarise-post/v01.");
    }
    return matcher;
  }
}
