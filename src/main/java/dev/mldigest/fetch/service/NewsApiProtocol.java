package dev.mldigest.fetch.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Refusal;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.document.Links;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpRequest;
import dev.mldigest.fetch.http.JsonApi;
import dev.mldigest.fetch.http.Protocol;
import dev.mldigest.fetch.http.ReplyOutcomes;
import dev.mldigest.fetch.http.Since;
import dev.mldigest.text.date.FeedDates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches NewsAPI's {@code everything} (https://newsapi.org/docs/endpoints/everything), newest
 * first, page by page. The key travels in a header only. A plan that ends the pages early leaves
 * what was read, and says so.
 */
public final class NewsApiProtocol implements Protocol {
  /** The most that the service gives at once (its documentation, pageSize). */
  static final int PAGE = 100;

  /** Articles are listed up to a day after they were published. */
  private static final Duration OVERLAP = Duration.ofDays(2);

  /**
   * A thousand articles: who has more matches asks for rarer words. Each page counts against a
   * quota.
   */
  private static final int MOST_PAGES = 10;

  private static final Set<String> LANGUAGES =
      Set.of("ar", "de", "en", "es", "fr", "he", "it", "nl", "no", "pt", "ru", "sv", "ud", "zh");

  private final JsonApi api;
  private final String language;

  /**
   * @param language tag of the language in which articles are wanted
   */
  public NewsApiProtocol(Http http, String language) {
    this.api = new JsonApi(http);
    this.language = language.split("-", 2)[0];
  }

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    Instant from = Since.from(state, window, OVERLAP);
    Map<String, FeedEntry> articles = new LinkedHashMap<>();
    Window asked = new Window(from, window.to());
    Instant reached = asked.to();
    for (int page = 1; page <= MOST_PAGES; page++) {
      Page read = page(source, asked, page);
      if (read.trouble() != null) {
        return page == 1
            ? read.trouble()
            : partial(articles, new Window(reached, asked.to()), read.trouble());
      }
      read.entries().forEach(entry -> articles.putIfAbsent(String.valueOf(entry.link()), entry));
      reached = oldest(read.entries(), asked).orElse(reached);
      if (page * PAGE >= read.total() || read.size() == 0) {
        return listing(articles, asked, List.of(), Duration.ZERO);
      }
    }
    return partial(
        articles,
        new Window(reached, asked.to()),
        new FetchOutcome.Failed(
            FetchFailure.TOO_MANY, "More than " + MOST_PAGES * PAGE + " match."));
  }

  /**
   * How far back a page reaches, newest first: articles dated outside of what was asked for do not
   * stand where their dates would have them, and say nothing.
   */
  private static Optional<Instant> oldest(List<FeedEntry> page, Window asked) {
    return page.stream()
        .map(FeedEntry::published)
        .filter(Objects::nonNull)
        .filter(asked::contains)
        .min(Comparator.naturalOrder());
  }

  /** Some articles, or what went wrong. */
  private record Page(
      List<FeedEntry> entries, int size, int total, @Nullable FetchOutcome trouble) {}

  private Page page(Source source, Window asked, int page) {
    return switch (api.get(HttpRequest.json(query(source, asked, page), source.query().key()))) {
      case JsonApi.Answer.Trouble(FetchOutcome trouble) -> trouble(explained(trouble));
      case JsonApi.Answer.Json(int status, JsonNode root) -> read(status, root);
    };
  }

  private URI query(Source source, Window asked, int page) {
    return URI.create(
        source.url().toString().replaceFirst("/$", "")
            + "/everything?q="
            + JsonApi.encoded(source.query().words())
            + "&from="
            + JsonApi.encoded(asked.from().truncatedTo(ChronoUnit.SECONDS).toString())
            + "&to="
            + JsonApi.encoded(asked.to().truncatedTo(ChronoUnit.SECONDS).toString())
            + (LANGUAGES.contains(language) ? "&language=" + language : "")
            + "&sortBy=publishedAt&pageSize="
            + PAGE
            + "&page="
            + page);
  }

  private static Page trouble(FetchOutcome trouble) {
    return new Page(List.of(), 0, 0, trouble);
  }

  private static final FetchOutcome KEY_REFUSED =
      new FetchOutcome.Refused(
          Refusal.FORBIDDEN, "NewsAPI does not accept the key of 'api-key' in feeds.yaml.");

  private static final FetchOutcome PLAN_ENDS =
      new FetchOutcome.Failed(
          FetchFailure.PLAN, "The plan of the NewsAPI key gives no more, or not that far back.");

  /** NewsAPI's statuses (https://newsapi.org/docs/errors); 426 is its plans' limit. */
  private static FetchOutcome explained(FetchOutcome trouble) {
    return switch (trouble instanceof FetchOutcome.Failed failed ? failed.status() : 0) {
      case 401 -> KEY_REFUSED;
      case 426 -> PLAN_ENDS;
      default -> trouble;
    };
  }

  private static Page read(int status, JsonNode root) {
    if (status != 200 || !"ok".equals(JsonApi.text(root, "status"))) {
      return trouble(error(status, root));
    }
    List<FeedEntry> entries = new ArrayList<>();
    for (JsonNode article : root.path("articles")) {
      FeedEntry entry = entry(article);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return new Page(
        entries, root.path("articles").size(), JsonApi.count(root, "totalResults"), null);
  }

  /** The service's own code says what an error is, whatever the status. */
  private static FetchOutcome error(int status, JsonNode root) {
    String code = String.valueOf(JsonApi.text(root, "code"));
    String message = JsonApi.text(root, "message");
    String said = "NewsAPI says: " + (message == null ? code : brief(message));
    return switch (code) {
      case "apiKeyInvalid", "apiKeyMissing", "apiKeyDisabled" -> KEY_REFUSED;
      case "maximumResultsReached" -> PLAN_ENDS;
      case "rateLimited", "apiKeyExhausted" ->
          // Quotas are counted by the half day or day.
          new FetchOutcome.RateLimited(Duration.ofHours(12), said);
      case "parametersInvalid", "parameterInvalid", "parametersMissing" ->
          new FetchOutcome.Failed(FetchFailure.BAD_QUERY, said);
      default ->
          status == 200
              ? new FetchOutcome.Failed(FetchFailure.MALFORMED, said)
              : FetchOutcome.Failed.http(status, said);
    };
  }

  private static String brief(String message) {
    String plain = TitleText.of(message);
    return plain.length() > 200 ? plain.substring(0, 200) : plain;
  }

  /** Articles that were taken down keep their place under the name "[Removed]". */
  private static @Nullable FeedEntry entry(JsonNode article) {
    String link = Links.resolve(JsonApi.text(article, "url"), null);
    String title = TitleText.of(JsonApi.text(article, "title"));
    if (link == null || !Links.web(link) || title.isEmpty() || title.equals("[Removed]")) {
      return null;
    }
    String author = TitleText.of(JsonApi.text(article, "author"));
    String description = JsonApi.text(article, "description");
    // Its "content" breaks off after 200 characters.
    return FeedEntry.titled(title)
        .link(link)
        .published(FeedDates.read(JsonApi.text(article, "publishedAt")))
        .authors(author.isEmpty() ? List.of() : List.of(author))
        .summary(description == null ? null : TitleText.html(TitleText.of(description)))
        .build();
  }

  private static FetchOutcome partial(
      Map<String, FeedEntry> articles, Window covered, FetchOutcome trouble) {
    return listing(
        articles,
        covered,
        List.of(
            "Articles before %s are missing: %s %s"
                .formatted(covered.from(), trouble.word(), trouble.detail())
                .strip()),
        ReplyOutcomes.wait(trouble));
  }

  private static FetchOutcome listing(
      Map<String, FeedEntry> articles, Window covered, List<String> gaps, Duration wait) {
    Feed feed =
        new Feed(
            "news-api",
            "NewsAPI",
            "https://newsapi.org/",
            List.copyOf(articles.values()),
            gaps,
            gaps.isEmpty());
    return new FetchOutcome.Fetched(feed, Validators.NONE, "", null, wait, covered);
  }
}
