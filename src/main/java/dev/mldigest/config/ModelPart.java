package dev.mldigest.config;

import dev.mldigest.config.yaml.Addresses;
import dev.mldigest.config.yaml.Mistakes;
import dev.mldigest.config.yaml.ValueForm;
import dev.mldigest.config.yaml.ValueForms;
import dev.mldigest.config.yaml.YamlMap;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Prices;
import dev.mldigest.domain.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads which service writes the summaries. {@code DIGEST_MODEL_*} variables take precedence over
 * the file; a key never stands in the file.
 */
final class ModelPart {
  static final String PROVIDER = "DIGEST_MODEL_PROVIDER";
  static final String BASE_URL = "DIGEST_MODEL_BASE_URL";
  static final String NAME = "DIGEST_MODEL_NAME";
  static final String API_KEY = "DIGEST_MODEL_API_KEY";

  /** Each is looked for in every sentence, and told to the model in every prompt. */
  private static final int MOST_BANNED = 100;

  /**
   * Of OpenAI's protocol and of what is like it; a service that lacks one says so and is asked
   * without.
   */
  private static final Map<String, String> EFFORTS = efforts();

  private final YamlMap map;
  private final Map<String, String> environment;
  private final Path folder;
  private final Mistakes mistakes;

  ModelPart(YamlMap top, Map<String, String> environment, Path folder, Mistakes mistakes) {
    this.map = top.map("model", Keys.MODEL).orElseGet(top::nothing);
    this.environment = environment;
    this.folder = folder;
    this.mistakes = mistakes;
  }

  LanguageModel model() {
    LanguageModel.Provider provider =
        override(PROVIDER, "provider", ValueForm.word("provider", providers()))
            .orElse(LanguageModel.Provider.NONE);
    Optional<URI> baseUrl = override(BASE_URL, "base-url", Addresses.url());
    Optional<String> version = map.find("api-version", ValueForm.id());
    if (provider == LanguageModel.Provider.AZURE && baseUrl.isEmpty() && !map.has("base-url")) {
      mistakes.at(
          map.node(),
          "'base-url' is missing: a resource of Azure has an address of its own, such as"
              + " https://NAME.openai.azure.com");
    }
    String name = override(NAME, "name", ValueForm.text(200)).orElse("");
    if (provider != LanguageModel.Provider.NONE && name.isEmpty() && !map.has("name")) {
      nameMissing(provider);
    }
    Prices large = prices(map);
    return new LanguageModel(
        provider,
        baseUrl.map(url -> versioned(url, version)).orElse(null),
        name,
        apiKey(provider),
        calls(provider),
        large,
        bounds(provider, large),
        small(large),
        new LanguageModel.Judges(
            map.get("judge-stories", ValueForm.flag(), false),
            map.get("rerank", ValueForm.whole(0, 100), 0L).intValue(),
            map.get("second-reader", ValueForm.flag(), provider != LanguageModel.Provider.NONE)));
  }

  private static Map<String, String> efforts() {
    Map<String, String> efforts = new LinkedHashMap<>();
    Stream.of("none", "minimal", "low", "medium", "high", "xhigh", "max")
        .forEach(word -> efforts.put(word, word));
    return efforts;
  }

  /** Azure's services want it in the address. */
  private static URI versioned(URI url, Optional<String> version) {
    return version.isEmpty() || url.getRawQuery() != null
        ? url
        : URI.create(url + "?api-version=" + version.get());
  }

  private LanguageModel.Calls calls(LanguageModel.Provider provider) {
    LanguageModel.Calls usual =
        provider.isSmall() ? LanguageModel.Calls.SMALL : LanguageModel.Calls.USUAL;
    return new LanguageModel.Calls(
        map.get("deadline", ValueForms.duration("1s", "10m"), usual.deadline()),
        map.get("concurrency", ValueForm.whole(1, 64), (long) usual.most()).intValue(),
        map.get("max-output-tokens", ValueForm.whole(1, 100_000), 0L).intValue(),
        map.get("max-tokens-per-issue", ValueForm.whole(1, 1_000_000_000), usual.maxTokens()),
        new LanguageModel.Thinking(
            map.get("thinking-tokens", ValueForm.whole(0, 100_000), -1L).intValue(),
            map.get("reasoning-effort", ValueForm.word("effort", EFFORTS), "")));
  }

  private LanguageModel.Bounds bounds(LanguageModel.Provider provider, @Nullable Prices prices) {
    Optional<Double> most = map.find("max-cost-per-issue", ValueForm.number(0, 1_000_000));
    boolean asked = provider != LanguageModel.Provider.NONE;
    if (asked && most.isPresent() && prices == null && !map.has("prices")) {
      map.wrong(
          "max-cost-per-issue", "needs 'prices': what a call costs is not known without them");
    }
    return new LanguageModel.Bounds(
        map.get("requests-per-minute", ValueForm.whole(1, 1_000_000), 0L),
        map.get("tokens-per-minute", ValueForm.whole(1, 1_000_000_000), 0L),
        map.get(
            "run-deadline", ValueForms.duration("1s", "24h"), LanguageModel.Bounds.RUN_DEADLINE),
        most.map(units -> Math.round(units * 1e6)).orElse(LanguageModel.Bounds.UNLIMITED));
  }

  private LanguageModel.@Nullable Small small(@Nullable Prices large) {
    YamlMap small = map.map("small", Keys.SMALL).orElse(null);
    if (small == null) {
      return null;
    }
    Prices prices = prices(small);
    if (large != null && prices == null && !small.has("prices")) {
      mistakes.at(
          small.node(), "'prices' is missing: the large model has prices, so must the small");
    }
    if (large != null && prices != null && !large.currency().equals(prices.currency())) {
      small.wrong("prices", "must be in the large model's currency, " + large.currency());
    }
    return new LanguageModel.Small(small.require("name", ValueForm.text(200), ""), prices);
  }

  Settings.Style style() {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put("original", false);
    words.put("written", true);
    return new Settings.Style(
        map.get("headlines", ValueForm.word("setting", words), false),
        map.list("banned", ValueForm.text(60), MOST_BANNED));
  }

  private void nameMissing(LanguageModel.Provider provider) {
    String sentence = "the model's name for provider '" + provider.word() + "' is missing";
    if (map.has("provider")) {
      mistakes.at(map.node(), "'name' is missing: " + sentence);
    } else {
      mistakes.of(NAME, sentence);
    }
  }

  /** The variable's value, else the file's; both are checked. */
  private <T> Optional<T> override(String variable, String key, ValueForm<T> form) {
    Optional<T> written = map.find(key, form);
    String value = environment.getOrDefault(variable, "").strip();
    if (value.isEmpty()) {
      return written;
    }
    return switch (form.parse().apply(value)) {
      case ValueForm.Parsed.Good<T>(T good) -> Optional.of(good);
      case ValueForm.Parsed.Bad<T>(String sentence) -> {
        mistakes.of(variable, "the value " + sentence);
        yield Optional.empty();
      }
    };
  }

  private @Nullable Secret apiKey(LanguageModel.Provider provider) {
    ApiKey reader = new ApiKey(environment, folder);
    if (reader.isLiteral(map)) {
      return null;
    }
    Optional<YamlMap> reference = map.map("api-key", Keys.API_KEY);
    if (!environment.getOrDefault(API_KEY, "").isBlank()) {
      return reader.clean(environment.getOrDefault(API_KEY, ""), s -> mistakes.of(API_KEY, s));
    }
    return reference
        .map(found -> reader.resolve(found, provider != LanguageModel.Provider.NONE))
        .orElse(null);
  }

  private static @Nullable Prices prices(YamlMap map) {
    return map.map("prices", Keys.PRICES)
        .map(prices ->
            new Prices(
                prices.require("input", ValueForm.number(0, 10_000), 0.0),
                prices.require("output", ValueForm.number(0, 10_000), 0.0),
                prices.require("currency", ValueForms.currency(), ""),
                prices.require("as-of", ValueForms.date(), "")))
        .orElse(null);
  }

  private static Map<String, LanguageModel.Provider> providers() {
    Map<String, LanguageModel.Provider> providers = new LinkedHashMap<>();
    for (LanguageModel.Provider provider : LanguageModel.Provider.values()) {
      providers.put(provider.word(), provider);
    }
    return providers;
  }
}
