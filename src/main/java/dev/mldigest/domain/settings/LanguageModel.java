package dev.mldigest.domain.settings;

import dev.mldigest.domain.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who writes the summaries, and within what bounds.
 *
 * @param baseUrl the provider's, or null for its public address
 * @param name the model's name as the provider knows it; empty for {@link Provider#NONE}
 * @param apiKey resolved from the environment or a file, or null; never logged
 * @param calls what each of them may take
 * @param prices null if none are configured
 * @param bounds on pace, time and money
 * @param small answers where the large one may not or cannot, or null
 * @param judges what it is asked beside summaries
 */
public record LanguageModel(
    Provider provider,
    @Nullable URI baseUrl,
    String name,
    @Nullable Secret apiKey,
    Calls calls,
    @Nullable Prices prices,
    Bounds bounds,
    @Nullable Small small,
    Judges judges) {
  /** Summaries are sentences of the articles themselves. */
  public static final LanguageModel NONE =
      new LanguageModel(Provider.NONE, null, "", null, Calls.USUAL);

  /** A model without prices, bounds of its own and a small one. */
  public LanguageModel(
      Provider provider, @Nullable URI baseUrl, String name, @Nullable Secret apiKey, Calls calls) {
    this(provider, baseUrl, name, apiKey, calls, null, Bounds.NONE, null, Judges.NONE);
  }

  /** The small model at the same service, if there is one. */
  public Optional<LanguageModel> stepDown() {
    return Optional.ofNullable(small)
        .map(one ->
            new LanguageModel(
                provider, baseUrl, one.name(), apiKey, calls, one.prices(), bounds, null, judges));
  }

  /** Which service writes the summaries. */
  public enum Provider {
    NONE("none"),
    /** Also any other service that speaks OpenAI's protocol. */
    OPENAI("openai"),
    ANTHROPIC("anthropic"),
    AZURE("azure"),
    GEMINI("gemini"),
    MISTRAL("mistral"),
    GROQ("groq"),
    OPENROUTER("openrouter"),
    DEEPSEEK("deepseek"),
    TOGETHER("together"),
    OLLAMA("ollama"),
    VLLM("vllm"),
    LLAMA_CPP("llama.cpp"),
    LM_STUDIO("lm-studio");

    private final String word;

    Provider(String word) {
      this.word = word;
    }

    /** As feeds.yaml names it. */
    public String word() {
      return word;
    }

    /**
     * True for servers that answer one question at a time, and slowly: those of one's own machine.
     */
    public boolean isSmall() {
      return this == OLLAMA || this == LLAMA_CPP || this == LM_STUDIO;
    }
  }

  /**
   * @param deadline of one whole call
   * @param most calls in flight
   * @param maxOutputTokens of an answer; 0: as many as its prompt says
   * @param maxTokens most tokens (input and output) a week's issue may use
   * @param thinking what a model may think before it answers
   */
  public record Calls(
      Duration deadline, int most, int maxOutputTokens, long maxTokens, Thinking thinking) {
    /** What holds where feeds.yaml says nothing else. */
    public static final Calls USUAL = new Calls(Duration.ofSeconds(60), 4, 0, 200_000);

    /**
     * The same for a model that computes on one's own machine: minutes an answer, one at a time.
     */
    public static final Calls SMALL = new Calls(Duration.ofMinutes(5), 1, 0, 200_000);

    /** Of a model of which nobody says that it thinks. */
    public Calls(Duration deadline, int most, int maxOutputTokens, long maxTokens) {
      this(deadline, most, maxOutputTokens, maxTokens, Thinking.UNSAID);
    }

    /** The most tokens of an answer whose prompt says so many. */
    public int answer(int prompt) {
      return maxOutputTokens == 0 ? prompt : maxOutputTokens;
    }
  }

  /**
   * @param tokens beside those of the answer; -1: as the model was found to need
   * @param effort a word that the service knows; empty: its own default
   */
  public record Thinking(int tokens, String effort) {
    public static final Thinking UNSAID = new Thinking(-1, "");
  }

  /**
   * @param requestsPerMinute the account's limit; 0: learned from the provider's answers
   * @param tokensPerMinute likewise
   * @param runDeadline after which a run asks nothing more
   * @param maxCost most micro-units of the currency that a week's issue may cost
   */
  public record Bounds(
      long requestsPerMinute, long tokensPerMinute, Duration runDeadline, long maxCost) {
    public static final long UNLIMITED = Long.MAX_VALUE;
    public static final Duration RUN_DEADLINE = Duration.ofHours(1);
    public static final Bounds NONE = new Bounds(0, 0, RUN_DEADLINE, UNLIMITED);
  }

  /**
   * @param name as the provider knows it
   */
  public record Small(String name, @Nullable Prices prices) {}

  /**
   * Where a model may help to choose, and to check.
   *
   * @param stories whether it is asked if two stories that were nearly joined are one
   * @param rerank how many of the best-ranked stories it is asked to put in order
   * @param claims whether it reads each claim that passed the check once more
   */
  public record Judges(boolean stories, int rerank, boolean claims) {
    public static final Judges NONE = new Judges(false, 0, false);
  }
}
