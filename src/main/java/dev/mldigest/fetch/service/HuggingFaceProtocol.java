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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Hugging Face's daily papers day by day ({@code /daily_papers?date=}). A paper counts from
 * the day it was put on the list, which may be weeks after arXiv had it; the link leads to arXiv.
 */
public final class HuggingFaceProtocol implements Protocol {
  /** The most that the service hands out at once. */
  static final int LIMIT = 100;

  /** Upvotes come in for some days, and the lists of weekends are filled late. */
  private static final Duration OVERLAP = Duration.ofDays(3);

  /** A month: older lists are of no issue that is still made. */
  private static final int MOST_DAYS = 31;

  /** Of one day: 500 papers, against a list that never ends. */
  private static final int MOST_PAGES = 5;

  private static final Pattern ARXIV = Pattern.compile("[0-9]{4}\\.[0-9]{4,5}(?:v[0-9]{1,3})?");

  private final JsonApi api;
  private final int limit;

  public HuggingFaceProtocol(Http http) {
    this(http, LIMIT);
  }

  public HuggingFaceProtocol(Http http, int limit) {
    this.api = new JsonApi(http);
    this.limit = limit;
  }

  @Override
  public FetchOutcome fetch(Source source, SourceState state, Window window) {
    LocalDate last = day(window.to());
    LocalDate first = day(Since.from(state, window, OVERLAP));
    LocalDate earliest = last.minusDays(MOST_DAYS - 1L);
    LocalDate start = first.isBefore(earliest) ? earliest : first;
    Map<String, FeedEntry> papers = new LinkedHashMap<>();
    for (LocalDate day = start; !day.isAfter(last); day = day.plusDays(1)) {
      FetchOutcome trouble = list(source, day, papers);
      if (trouble != null && unknown(trouble, day, last)) {
        return outcome(
            papers,
            start,
            midnight(day),
            List.of(),
            Duration.ZERO); // the last day has not begun there
      }
      if (trouble != null) {
        return day.equals(start)
            ? trouble
            : outcome(
                papers,
                start,
                midnight(day),
                List.of(
                    "The lists from %s on are missing: %s %s"
                        .formatted(day, trouble.word(), trouble.detail())
                        .strip()),
                ReplyOutcomes.wait(trouble));
      }
    }
    return outcome(papers, start, window.to(), List.of(), Duration.ZERO);
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static boolean unknown(FetchOutcome trouble, LocalDate day, LocalDate last) {
    return day.equals(last)
        && trouble instanceof FetchOutcome.Failed failed
        && (failed.status() == 400 || failed.why() == FetchFailure.NOT_FOUND);
  }

  private static FetchOutcome outcome(
      Map<String, FeedEntry> papers,
      LocalDate start,
      Instant to,
      List<String> warnings,
      Duration wait) {
    Feed feed =
        new Feed(
            "hugging-face",
            "Hugging Face daily papers",
            "https://huggingface.co/papers",
            new ArrayList<>(papers.values()),
            warnings,
            warnings.isEmpty());
    return new FetchOutcome.Fetched(
        feed, Validators.NONE, "", null, wait, new Window(midnight(start), to));
  }

  /** Adds a day's papers; trouble, or null. */
  private @Nullable FetchOutcome list(Source source, LocalDate day, Map<String, FeedEntry> papers) {
    Set<String> listed = new HashSet<>(); // whatever their upvotes
    int size = limit;
    for (int page = 0; page < MOST_PAGES && size >= limit; page++) {
      switch (api.get(HttpRequest.json(address(source, day, page), null))) {
        case JsonApi.Answer.Trouble(FetchOutcome trouble) -> {
          return trouble;
        }
        case JsonApi.Answer.Json(int status, JsonNode root) -> {
          if (status != 200) {
            return FetchOutcome.Failed.http(status, said(root));
          }
          if (!root.isArray()) {
            return new FetchOutcome.Failed(
                FetchFailure.MALFORMED, "The answer is no list of papers.");
          }
          int before = listed.size();
          for (JsonNode item : root) {
            listed.add(item.path("paper").path("id").asText(""));
            keep(source, day, item, papers);
          }
          // A server that knows no pages gives the same one again.
          size = listed.size() == before ? 0 : root.size();
        }
      }
    }
    return null;
  }

  private static String said(JsonNode root) {
    String error = JsonApi.text(root, "error");
    return "Hugging Face says: " + (error == null ? "a bad request." : TitleText.of(error));
  }

  private URI address(Source source, LocalDate day, int page) {
    return URI.create(
        source.url().toString().replaceFirst("/$", "")
            + "/daily_papers?date="
            + day
            + "&limit="
            + limit
            + "&p="
            + page);
  }

  private static void keep(
      Source source, LocalDate day, JsonNode item, Map<String, FeedEntry> papers) {
    JsonNode paper = item.path("paper");
    String id = paper.path("id").asText("");
    int upvotes = Math.max(JsonApi.count(paper, "upvotes"), JsonApi.count(item, "upvotes"));
    if (ARXIV.matcher(id).matches() && upvotes >= source.query().atLeast()) {
      papers.put(id, entry(id, day, item, upvotes));
    }
  }

  private static FeedEntry entry(String id, LocalDate day, JsonNode item, int upvotes) {
    JsonNode paper = item.path("paper");
    String title = JsonApi.text(item, "title");
    String summary = JsonApi.text(paper, "summary");
    Instant listed = FeedDates.read(JsonApi.text(paper, "submittedOnDailyAt"));
    List<String> authors = new ArrayList<>();
    for (JsonNode author : paper.path("authors")) {
      String name = JsonApi.text(author, "name");
      if (name != null && authors.size() < 200) {
        authors.add(TitleText.folded(name));
      }
    }
    return FeedEntry.titled(
            TitleText.folded(title == null ? paper.path("title").asText("") : title))
        .guid("hf:" + id)
        .link("https://arxiv.org/abs/" + id.replaceFirst("v[0-9]+$", ""))
        .published(listed != null && day(listed).equals(day) ? listed : midnight(day))
        .authors(authors)
        .summary(summary == null ? null : TitleText.html(TitleText.folded(summary)))
        .signals(new Signals(upvotes, JsonApi.count(item, "numComments"), false))
        .build();
  }
}
