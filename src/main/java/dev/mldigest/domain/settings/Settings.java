package dev.mldigest.domain.settings;

import dev.mldigest.domain.Secret;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.issue.Labels;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * feeds.yaml, read and checked.
 *
 * @param style what a model's prose must keep to
 * @param targets where approved issues go
 */
public record Settings(
    Masthead masthead,
    Audience audience,
    Slots slots,
    Schedule schedule,
    Network network,
    Model model,
    Style style,
    List<PublishTarget> targets,
    List<Source> sources) {
  public Settings {
    targets = List.copyOf(targets);
    sources = List.copyOf(sources);
  }

  /** Settings of a digest that goes into files and pipes only. */
  public Settings(
      Masthead masthead,
      Audience audience,
      Slots slots,
      Schedule schedule,
      Network network,
      Model model,
      Style style,
      List<Source> sources) {
    this(masthead, audience, slots, schedule, network, model, style, List.of(), sources);
  }

  public Optional<PublishTarget> target(String name) {
    return targets.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The newsletter's name. */
  public String title() {
    return masthead.title();
  }

  /** In which weeks begin and dates are shown. */
  public ZoneId zone() {
    return masthead.zone();
  }

  public String language() {
    return masthead.labels().language();
  }

  public Optional<Source> source(String id) {
    return sources.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** In what words and what language issues are set. */
  public Labels labels() {
    return masthead.labels();
  }

  /** How its HTML mail looks. */
  public MailLook mail() {
    return masthead.mail();
  }

  /** What stands over every issue. */
  public record Masthead(String title, ZoneId zone, Labels labels, MailLook mail) {
    /** One whose issues are set in our own words. */
    public Masthead(String title, ZoneId zone, String language) {
      this(title, zone, new Labels(language, false, Map.of()), MailLook.OURS);
    }
  }

  /**
   * For whom the digest is: a description and examples, the cold start of the ranking.
   *
   * @param unfiltered the filters that are switched off
   * @param recency whether the newer of two is worth more
   * @param likeness how it is told what is like the description
   */
  public record Audience(
      String description,
      List<String> wanted,
      List<String> unwanted,
      Set<Filter> unfiltered,
      Recency recency,
      Likeness likeness) {
    public Audience {
      wanted = List.copyOf(wanted);
      unwanted = List.copyOf(unwanted);
      unfiltered = Set.copyOf(unfiltered);
    }

    /** An audience to which dates do not matter. */
    public Audience(
        String description, List<String> wanted, List<String> unwanted, Set<Filter> unfiltered) {
      this(description, wanted, unwanted, unfiltered, Recency.OFF, Likeness.WORDS);
    }

    /** An audience with all filters. */
    public Audience(String description, List<String> wanted, List<String> unwanted) {
      this(description, wanted, unwanted, Set.of());
    }
  }

  /** By what texts are found alike. */
  public enum Likeness {
    /** By what their sentences mean, told by a small model that runs in this process. */
    MEANING,
    /** By the words they share. */
    WORDS
  }

  /** What the date of an entry does to its score. */
  public enum Recency {
    /** Nothing. */
    OFF,
    /** A little less for each day that others are newer. */
    MILD
  }

  /** When {@code digest serve} harvests and makes the issue, in {@link Settings#zone}. */
  public record Schedule(Duration harvestEvery, DayOfWeek day, LocalTime time) {}

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
   * @param baseUrl the provider's, or null for its public address
   * @param name the model's name as the provider knows it; empty for {@link Provider#NONE}
   * @param apiKey resolved from the environment or a file, or null; never logged
   * @param calls what each of them may take
   * @param prices null if none are configured
   * @param bounds on pace, time and money
   * @param small answers where the large one may not or cannot, or null
   * @param judges what it is asked beside summaries
   */
  public record Model(
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
    public static final Model NONE = new Model(Provider.NONE, null, "", null, Calls.USUAL);

    /** A model without prices, bounds of its own and a small one. */
    public Model(
        Provider provider,
        @Nullable URI baseUrl,
        String name,
        @Nullable Secret apiKey,
        Calls calls) {
      this(provider, baseUrl, name, apiKey, calls, null, Bounds.NONE, null, Judges.NONE);
    }

    /** The small model at the same service, if there is one. */
    public Optional<Model> stepDown() {
      return Optional.ofNullable(small)
          .map(one ->
              new Model(
                  provider,
                  baseUrl,
                  one.name(),
                  apiKey,
                  calls,
                  one.prices(),
                  bounds,
                  null,
                  judges));
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
   * How a model may write.
   *
   * @param writtenHeadlines true if it may write headlines; else sources' titles stay verbatim
   * @param banned phrases it may not bring in, beside those that ship with the prompts
   */
  public record Style(boolean writtenHeadlines, List<String> banned) {
    public static final Style PLAIN = new Style(false, List.of());

    public Style {
      banned = List.copyOf(banned);
    }
  }

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
