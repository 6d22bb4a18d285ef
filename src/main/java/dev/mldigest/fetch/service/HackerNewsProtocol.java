package dev.mldigest.fetch.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Signals;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches Hacker News by date through Algolia (https://hn.algolia.com/api): stories with these
 * words and at least so many points. Words parted by commas are searched for one after another.
 *
 * <p>Algolia's index filters by date alone: it answers 400 to a bound on points. So all stories of
 * a time are read, slice by slice of it, and those with too few points are left out here.
 */
public final class HackerNewsProtocol implements Protocol {
  /** Algolia gives up to 1,000 at once; half of that is under a megabyte. */
  static final int HITS = 500;

  /** A story gets most of its points in its first days: until then it may still reach the bound. */
  private static final Duration OVERLAP = Duration.ofDays(3);

  /** Each costs requests of its own: bounds what one line of feeds.yaml may ask for. */
  private static final int SEARCHES = 20;

  /** 30,000 stories, about a month of all; Algolia allows 10,000 requests an hour. */
  private static final int MOST_REQUESTS = 60;

  /** Algolia gives no more than so many hits of one query, whatever their number. */
  private static final int REACHABLE = 1_000;

  private static final String ITEM = "https://news.ycombinator.com/item?id=";

  private final JsonApi api;
  private final int hits;

  public HackerNewsProtocol(Http http) {
    this(http, HITS);
  }

  public HackerNewsProtocol(Http http, int hits) {
    this.api = new JsonApi(http);
    this.hits = hits;
  }

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    Search search = new Search(source, Since.from(state, window, OVERLAP), window.to());
    for (String words : searches(source.query().words())) {
      FetchOutcome trouble = search.all(words);
      if (trouble != null) {
        return trouble;
      }
    }
    return search.outcome();
  }

  private static List<String> searches(String words) {
    List<String> all =
        Arrays.stream(words.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
    return all.isEmpty() ? List.of("") : all.stream().limit(SEARCHES).toList();
  }

  /** One poll. */
  private final class Search {
    private final Source source;
    private final Instant from;
    private final Instant to;
    private final Map<String, FeedEntry> stories = new LinkedHashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private Instant complete;
    private Duration wait = Duration.ZERO;
    private boolean answered;
    private int requests;
    private int unrated;

    /** Whether words were not searched for at all, and may be when they are asked for again. */
    private boolean again;

    Search(Source source, Instant from, Instant to) {
      this.source = source;
      this.from = from;
      this.to = to;
      this.complete = from;
    }

    /** Trouble that left nothing to show at all, or null. */
    @Nullable FetchOutcome all(String words) {
      long until = to.getEpochSecond();
      while (until > from.getEpochSecond()) {
        Round round = round(words, until);
        if (round.trouble() != null && !answered) {
          return round.trouble();
        }
        if (round.trouble() != null) {
          again |= requests <= MOST_REQUESTS && until == to.getEpochSecond() && round.read() == 0;
          Duration wish = ReplyOutcomes.wait(round.trouble());
          wait = wish.compareTo(wait) > 0 ? wish : wait;
          missing(Instant.ofEpochSecond(round.oldest()), round.trouble());
          return null;
        }
        if (round.read() == 0 || round.read() >= round.total()) {
          return null;
        }
        // Past the reach of one query: the next slice ends where this one did.
        until = Math.min(round.oldest(), until - 1);
      }
      return null;
    }

    private void missing(Instant before, FetchOutcome trouble) {
      complete = before.isAfter(complete) ? before : complete;
      warnings.add(
          "Stories before %s are missing: %s %s"
              .formatted(before, trouble.word(), trouble.detail())
              .strip());
    }

    private record Round(int read, int total, long oldest, @Nullable FetchOutcome trouble) {}

    private Round round(String words, long until) {
      int read = 0;
      int total = 0;
      long oldest = until;
      int pages = 1;
      for (int page = 0; page < pages; page++) {
        JsonApi.Answer answer =
            ++requests > MOST_REQUESTS
                ? enough()
                : api.get(HttpRequest.json(query(words, until, page), null));
        switch (answer) {
          case JsonApi.Answer.Trouble(FetchOutcome trouble) -> {
            return new Round(read, total, oldest, trouble);
          }
          case JsonApi.Answer.Json(int status, JsonNode root) -> {
            if (status != 200 || !root.path("hits").isArray()) {
              return new Round(read, total, oldest, strange(root));
            }
            answered = true;
            for (JsonNode hit : root.path("hits")) {
              oldest = Math.min(oldest, keep(hit, oldest));
            }
            read += root.path("hits").size();
            total = total(root);
            pages = Math.min(JsonApi.count(root, "nbPages"), REACHABLE / hits + 1);
          }
        }
      }
      return new Round(read, total, oldest, null);
    }

    /** A number that Algolia only estimated proves no end: the next slice is asked for then. */
    private static int total(JsonNode root) {
      boolean estimated =
          root.has("exhaustiveNbHits") && !root.path("exhaustiveNbHits").asBoolean(true);
      return estimated ? Integer.MAX_VALUE : JsonApi.count(root, "nbHits");
    }

    private JsonApi.Answer enough() {
      return new JsonApi.Answer.Trouble(
          new FetchOutcome.Failed(
              FetchFailure.TOO_MANY,
              "More than " + MOST_REQUESTS + " pages match; ask for rarer words."));
    }

    private FetchOutcome strange(JsonNode root) {
      String message = JsonApi.text(root, "message");
      return new FetchOutcome.Failed(
          FetchFailure.MALFORMED,
          message == null
              ? "The answer holds no list of stories."
              : "The search was refused: " + TitleText.of(message));
    }

    private URI query(String words, long until, int page) {
      String filters = "created_at_i>" + from.getEpochSecond() + ",created_at_i<=" + until;
      return URI.create(
          source.url().toString().replaceFirst("/$", "")
              + "/search_by_date?tags=story&typoTolerance=false&advancedSyntax=true&query="
              + JsonApi.encoded(words)
              + "&numericFilters="
              + JsonApi.encoded(filters)
              + "&hitsPerPage="
              + hits
              + "&page="
              + page);
    }

    /** The second the story was posted in, or {@code oldest} if it does not say. */
    private long keep(JsonNode hit, long oldest) {
      String id = hit.path("objectID").asText("");
      Instant posted = JsonApi.seconds(hit, "created_at_i");
      if (id.matches("[0-9]{1,12}") && hasPoints(hit)) {
        stories.putIfAbsent(id, story(id, posted, hit));
      }
      return posted == null ? oldest : posted.getEpochSecond();
    }

    private boolean hasPoints(JsonNode hit) {
      int least = source.query().atLeast();
      unrated += least > 0 && !hit.path("points").isNumber() ? 1 : 0;
      return least <= 0 || JsonApi.count(hit, "points") >= least;
    }

    FetchOutcome outcome() {
      boolean complete = warnings.isEmpty();
      if (unrated > 0) {
        warnings.add(
            unrated
                + " stories came without their points and were left out, as 'at-least' is set.");
      }
      Feed feed =
          new Feed(
              "hacker-news",
              "Hacker News",
              "https://news.ycombinator.com/",
              List.copyOf(stories.values()),
              List.copyOf(warnings),
              complete);
      return new FetchOutcome.Fetched(
          feed,
          Validators.NONE,
          "",
          null,
          wait,
          again ? new Window(from, from) : new Window(this.complete, to));
    }
  }

  /** Ask HN and the like have no link of their own; what they say stands on the item's page. */
  private static FeedEntry story(String id, @Nullable Instant posted, JsonNode hit) {
    String link = Links.resolve(JsonApi.text(hit, "url"), null);
    boolean outside = link != null && Links.web(link);
    String author = JsonApi.text(hit, "author");
    // Who posted a link did not write what it leads to.
    return FeedEntry.titled(TitleText.folded(hit.path("title").asText("")))
        .guid("hn:" + id)
        .link(outside ? link : ITEM + id)
        .published(posted == null ? FeedDates.read(JsonApi.text(hit, "created_at")) : posted)
        .authors(outside || author == null ? List.of() : List.of(TitleText.folded(author)))
        .content(JsonApi.text(hit, "story_text"))
        .signals(
            new Signals(JsonApi.count(hit, "points"), JsonApi.count(hit, "num_comments"), false))
        .build();
  }
}
