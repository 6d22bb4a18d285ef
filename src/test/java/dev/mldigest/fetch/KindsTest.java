package dev.mldigest.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.mldigest.domain.Baseline;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceQuery;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of source that is more than a feed, in its own wire format. */
@Timeout(60)
class KindsTest {
  private static final Window WEEK =
      new Window(Instant.parse("2026-02-23T06:00:00Z"), Instant.parse("2026-03-02T06:00:00Z"));
  private static final String ENGINE = "http://engine.example/post";

  private final WireMockServer server =
      new WireMockServer(options().bindAddress("127.1.0.20").dynamicPort());
  private final Http http = HttpTest.http(Duration.ofSeconds(5));
  private final SourceReader reader = new SourceReader(http, "de-CH");

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    http.close();
    server.stop();
  }

  private Source source(SourceKind kind, String path, SourceQuery query) {
    URI url = URI.create("http://127.1.0.20:" + server.port() + path);
    return new Source("s", "S", kind, url, "news", 1.0, List.of(), null, query);
  }

  private Source asked(SourceKind kind, String words, int atLeast) {
    Secret key = new Secret("k3y-of-the-editor");
    return source(kind, "/api", new SourceQuery(words, atLeast, key, "article h2 a", null, null));
  }

  private FetchOutcome fetch(Source source) {
    return reader.fetch(source, SourceState.NEW, WEEK);
  }

  private static FetchOutcome.Fetched fetched(FetchOutcome outcome) {
    assertThat(outcome).as(outcome.detail()).isInstanceOf(FetchOutcome.Fetched.class);
    return (FetchOutcome.Fetched) outcome;
  }

  private static List<FeedEntry> entries(FetchOutcome outcome) {
    return fetched(outcome).feed().entries();
  }

  private void answer(String path, String type, String body) {
    answer(get(urlPathEqualTo(path)), aResponse().withHeader("Content-Type", type).withBody(body));
  }

  private void answer(MappingBuilder request, ResponseDefinitionBuilder response) {
    server.stubFor(request.willReturn(response));
  }

  // ------------------------------------------------------------------ all of them

  @ParameterizedTest
  @EnumSource(
      value = SourceKind.class,
      names = {
        "HACKER_NEWS",
        "REDDIT",
        "YOUTUBE",
        "GITHUB",
        "HUGGING_FACE",
        "NEWS_API",
        "SITEMAP",
        "LISTING"
      })
  void errors_and_nonsense_are_values(SourceKind kind) {
    Source source = asked(kind, "x", 0);
    for (int status : new int[] {403, 404, 410, 500}) {
      answer(any(anyUrl()), aResponse().withStatus(status));
      boolean robots = kind == SourceKind.LISTING && status == 500; // forbids all, RFC 9309
      assertThat(fetch(source).word())
          .as(kind + " " + status)
          .matches(
              status == 403
                  ? "http 403"
                  : status == 404
                      ? "not found"
                      : status == 410 ? "gone" : robots ? "refused|http 500" : "http 500");
    }
    answer(any(anyUrl()), aResponse().withStatus(429).withHeader("Retry-After", "3600"));
    assertThat(reader(kind).fetch(source, SourceState.NEW, WEEK))
        .isInstanceOfAny(FetchOutcome.RateLimited.class, FetchOutcome.Refused.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = SourceKind.class,
      names = {"HACKER_NEWS", "REDDIT", "YOUTUBE", "GITHUB", "HUGGING_FACE", "NEWS_API", "SITEMAP"})
  void what_is_no_document_of_the_kind_is_a_failure_never_an_empty_success(SourceKind kind) {
    for (String body :
        List.of("", "{", "[1,2", "<html><body>Log in", "null", "{\"a\":1}", "\u0000")) {
      answer(any(anyUrl()), aResponse().withBody(body));
      assertThat(fetch(asked(kind, "x", 0)))
          .as(kind + body)
          .isInstanceOf(FetchOutcome.Failed.class);
    }
    answer(any(anyUrl()), aResponse().withBody("[".repeat(200_000)));
    assertThat(fetch(asked(kind, "x", 0))).isInstanceOf(FetchOutcome.Failed.class);
  }

  /** A 429 is remembered by the client: each kind gets one of its own. */
  private SourceReader reader(SourceKind kind) {
    assertThat(kind).isNotNull();
    return new SourceReader(HttpTest.http(Duration.ofSeconds(5)));
  }

  // ------------------------------------------------------------------ Hacker News

  private static String hit(int id, String url, String rest) {
    return """
    {"objectID":"%d","title":"Story %d","url":%s,"author":"pg","created_at":"2026-02-27T10:00:00Z",\
    "created_at_i":%d,"_tags":["story"]%s}\
    """
        .formatted(id, id, url, 1_772_186_400L - id, rest);
  }

  private static String hits(int total, int pages, String... hits) {
    return "{\"hits\":["
        + String.join(",", hits)
        + "],\"nbHits\":"
        + total
        + ",\"page\":0,\"nbPages\":"
        + pages
        + ",\"hitsPerPage\":2}";
  }

  @Test
  void hacker_news_is_asked_by_words_and_date_and_keeps_points_as_signals() {
    answer(
        "/api/search_by_date",
        "application/json",
        hits(
            4,
            1,
            hit(1, "\"" + ENGINE + "\"", ",\"points\":120,\"num_comments\":45"),
            hit(2, "null", ",\"points\":80,\"story_text\":\"<p>How do you serve models?\""),
            hit(3, "\"javascript:alert(1)\"", ",\"points\":1e400"),
            "{\"objectID\":\"../x\",\"title\":\"no story\"}"));
    FetchOutcome.Fetched outcome =
        fetched(fetch(asked(SourceKind.HACKER_NEWS, "language model, \"vLLM\"", 50)));
    assertThat(outcome.feed().entries())
        .extracting(FeedEntry::link)
        .containsExactly(
            ENGINE,
            "https://news.ycombinator.com/item?id=2",
            "https://news.ycombinator.com/item?id=3");
    FeedEntry first = outcome.feed().entries().getFirst();
    assertThat(first.guid()).isEqualTo("hn:1");
    assertThat(first.signals().points()).isEqualTo(120);
    assertThat(first.signals().comments()).isEqualTo(45);
    assertThat(first.published()).isEqualTo("2026-02-27T09:59:59Z");
    assertThat(outcome.feed().entries().get(1).content()).contains("serve models");
    assertThat(outcome.feed().entries().get(2).signals().points()).isBetween(0, 1_000_000_000);
    assertThat(outcome.covered()).isEqualTo(WEEK);
    for (String words : List.of("language model", "\"vLLM\"")) {
      server.verify(
          getRequestedFor(urlPathEqualTo("/api/search_by_date"))
              .withQueryParam("query", equalTo(words))
              .withQueryParam("tags", equalTo("story"))
              .withQueryParam(
                  "numericFilters", equalTo("created_at_i>1771826400,created_at_i<=1772431200")));
    }
  }

  @Test
  void stories_without_the_points_that_are_wanted_are_left_out_by_us_not_by_the_search() {
    answer(
        get(urlPathEqualTo("/api/search_by_date"))
            .withQueryParam("numericFilters", containing("points")),
        aResponse()
            .withStatus(400)
            .withBody("{\"message\":\"invalid numeric attribute(points)\",\"status\":400}"));
    answer(
        get(urlPathEqualTo("/api/search_by_date"))
            .withQueryParam("numericFilters", notContaining("points")),
        aResponse()
            .withBody(
                hits(
                    4,
                    1,
                    hit(1, "null", ",\"points\":30"),
                    hit(2, "null", ",\"points\":29"),
                    hit(3, "null", ",\"points\":31"),
                    hit(4, "null", ",\"points\":null"))));
    FetchOutcome.Fetched outcome = fetched(fetch(asked(SourceKind.HACKER_NEWS, "", 30)));
    assertThat(outcome.feed().entries())
        .extracting(FeedEntry::guid)
        .containsExactly("hn:1", "hn:3");
    assertThat(outcome.feed().warnings()).singleElement().asString().contains("1 stories");
    assertThat(outcome.covered()).isEqualTo(WEEK);
  }

  @Test
  void a_slice_of_stories_that_all_lack_points_is_not_the_last() {
    answer(
        "/api/search_by_date",
        "application/json",
        hits(3, 1, hit(1, "null", ",\"points\":1"), hit(2, "null", ",\"points\":2")));
    answer(
        get(urlPathEqualTo("/api/search_by_date"))
            .withQueryParam(
                "numericFilters", equalTo("created_at_i>1771826400,created_at_i<=1772186398")),
        aResponse().withBody(hits(1, 1, hit(3, "null", ",\"points\":90"))));
    assertThat(entries(fetch(asked(SourceKind.HACKER_NEWS, "", 50))))
        .extracting(FeedEntry::guid)
        .containsExactly("hn:3");
  }

  @Test
  void a_number_of_stories_that_is_only_estimated_ends_no_search() {
    String estimate = hits(1, 1, hit(1, "null", ""));
    answer(
        "/api/search_by_date",
        "application/json",
        estimate.replace("\"nbPages\"", "\"exhaustiveNbHits\":false,\"nbPages\""));
    answer(
        get(urlPathEqualTo("/api/search_by_date"))
            .withQueryParam(
                "numericFilters", equalTo("created_at_i>1771826400,created_at_i<=1772186399")),
        aResponse().withBody(hits(2, 1, hit(1, "null", ""), hit(2, "null", ""))));
    assertThat(entries(fetch(asked(SourceKind.HACKER_NEWS, "", 0))))
        .extracting(FeedEntry::guid)
        .containsExactly("hn:1", "hn:2");
  }

  @Test
  void hacker_news_pages_are_read_to_the_last_and_past_the_reach_of_one_query() {
    answer("/api/search_by_date", "application/json", hits(3, 2, hit(1, "null", "")));
    answer(
        get(urlPathEqualTo("/api/search_by_date")).withQueryParam("page", equalTo("1")),
        aResponse().withBody(hits(3, 2, hit(2, "null", ""))));
    answer(
        get(urlPathEqualTo("/api/search_by_date"))
            .withQueryParam(
                "numericFilters", equalTo("created_at_i>1771826400,created_at_i<=1772186398")),
        aResponse().withBody(hits(2, 1, hit(2, "null", ""), hit(3, "null", ""))));
    assertThat(entries(fetch(asked(SourceKind.HACKER_NEWS, "", 0))))
        .extracting(FeedEntry::guid)
        .containsExactly("hn:1", "hn:2", "hn:3");
  }

  @Test
  void hacker_news_that_breaks_off_is_partial_and_covers_only_what_was_read() {
    answer("/api/search_by_date", "application/json", hits(3, 2, hit(1, "null", "")));
    answer(
        get(urlPathEqualTo("/api/search_by_date")).withQueryParam("page", equalTo("1")),
        aResponse().withStatus(500));
    FetchOutcome.Fetched outcome = fetched(fetch(asked(SourceKind.HACKER_NEWS, "", 0)));
    assertThat(outcome.word()).isEqualTo("partial");
    assertThat(outcome.covered())
        .isEqualTo(new Window(Instant.parse("2026-02-27T09:59:59Z"), WEEK.to()));
  }

  @Test
  void what_is_known_is_not_asked_again_but_for_the_days_in_which_points_still_come() {
    answer("/api/search_by_date", "application/json", hits(0, 0));
    SourceState known =
        SourceState.NEW.toBuilder()
            .bodyHash("")
            .coveredTo(Instant.parse("2026-03-01T00:00:00Z"))
            .build();
    FetchOutcome outcome = reader.fetch(asked(SourceKind.HACKER_NEWS, "", 1), known, WEEK);
    assertThat(fetched(outcome).covered())
        .isEqualTo(new Window(Instant.parse("2026-02-26T00:00:00Z"), WEEK.to()));
  }

  // ------------------------------------------------------------------ Reddit, YouTube, GitHub

  private static String atom(String entries) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\""
        + " xmlns:media=\"http://search.yahoo.com/mrss/\""
        + " xmlns:yt=\"http://www.youtube.com/xml/schemas/2015\"><title>T</title>"
        + entries
        + "</feed>";
  }

  private static String redditPost(String id, String link, String said) {
    String thread = "https://www.reddit.com/r/ml/comments/" + id + "/t/";
    String content =
        said
            + " &amp;#32; submitted by &amp;#32; &lt;a"
            + " href=&quot;https://www.reddit.com/user/x&quot;&gt; /u/x &lt;/a&gt; &lt;br/&gt;"
            + " &lt;span&gt;&lt;a href=&quot;"
            + (link.isEmpty() ? thread : link)
            + "&quot;&gt;[link]&lt;/a&gt;&lt;/span&gt; &lt;span&gt;&lt;a href=&quot;"
            + thread
            + "&quot;&gt;[comments]&lt;/a&gt;&lt;/span&gt;";
    return "<entry><author><name>/u/x</name></author><category term=\"ml\"/><content type=\"html\">"
        + content
        + "</content><id>t3_"
        + id
        + "</id><link href=\""
        + thread
        + "\"/><updated>2026-02-27T10:00:00+00:00</updated>"
        + "<published>2026-02-27T10:00:00+00:00</published><title>Post "
        + id
        + "</title></entry>";
  }

  @Test
  void a_link_that_the_poster_of_a_text_calls_link_is_not_where_the_post_leads() {
    String said =
        "&lt;div class=&quot;md&quot;&gt;&lt;p&gt;See &lt;a"
            + " href=&quot;https://trap.example/&quot;&gt;[link]&lt;/a&gt; for my"
            + " words&lt;/p&gt;&lt;/div&gt;";
    answer("/r/x/.rss", "application/atom+xml", atom(redditPost("1a", "", said)));
    FeedEntry post =
        entries(fetch(source(SourceKind.REDDIT, "/r/x/.rss", SourceQuery.NONE))).getFirst();
    assertThat(post.link()).isEqualTo("https://www.reddit.com/r/ml/comments/1a/t/");
    assertThat(post.content()).contains("for my words");
  }

  @Test
  void a_reddit_post_points_to_the_page_it_recommends_and_a_text_post_to_its_thread() {
    String said = "&lt;div class=&quot;md&quot;&gt;&lt;p&gt;My own words&lt;/p&gt;&lt;/div&gt;";
    answer(
        "/r/ml/.rss",
        "application/atom+xml",
        atom(
            redditPost("a", ENGINE, "")
                + redditPost("b", "", said)
                + redditPost("c", "https://i.redd.it/x.png", "")
                + redditPost("d", "javascript:alert(1)", "")));
    List<FeedEntry> posts =
        entries(fetch(source(SourceKind.REDDIT, "/r/ml/.rss", SourceQuery.NONE)));
    assertThat(posts)
        .extracting(FeedEntry::link)
        .containsExactly(
            ENGINE,
            "https://www.reddit.com/r/ml/comments/b/t/",
            "https://www.reddit.com/r/ml/comments/c/t/",
            "https://www.reddit.com/r/ml/comments/d/t/");
    assertThat(posts.getFirst().content()).isNull();
    assertThat(posts.getFirst().guid()).isEqualTo("t3_a");
    assertThat(posts.get(1).content()).isEqualTo("<p>My own words</p>");
  }

  @Test
  void a_video_is_described_by_its_own_words_and_its_likes_are_its_points() {
    answer(
        "/feeds/videos.xml",
        "text/xml",
        atom(
            """
            <entry><id>yt:video:abc</id><yt:videoId>abc</yt:videoId><title>Quantisation</title>
            <link rel="alternate" href="https://www.youtube.com/watch?v=abc"/>
            <published>2026-02-27T10:00:00+00:00</published><updated>2026-02-28T10:00:00+00:00</updated>
            <media:group><media:title>Quantisation</media:title>
            <media:content url="https://www.youtube.com/v/abc?version=3" type="application/x-shockwave-flash"/>
            <media:description>What 4 bits &lt; 8 bits cost.

            Chapters</media:description>
            <media:community><media:starRating count="4321" average="5.00" min="1" max="5"/>
            <media:statistics views="99999"/></media:community></media:group></entry>
            <entry><id>yt:video:def</id><title>Other</title><link rel="alternate" href="https://www.youtube.com/watch?v=def"/>
            <media:group><media:community><media:starRating count="99999999999999999999"/></media:community></media:group></entry>
            """));
    List<FeedEntry> videos =
        entries(
            fetch(
                source(SourceKind.YOUTUBE, "/feeds/videos.xml?channel_id=UC1", SourceQuery.NONE)));
    assertThat(videos.getFirst().summary())
        .isEqualTo("<p>What 4 bits &lt; 8 bits cost.</p><p>Chapters</p>");
    assertThat(videos.getFirst().signals().points()).isEqualTo(4321);
    assertThat(videos.get(1).signals().points()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "v2.5.0,v2.5.0,torch v2.5.0",
    "v2.5.0,Torch 2.5.0 Release,Torch 2.5.0 Release",
    "v2.5.0,Bug fixes,torch v2.5.0: Bug fixes",
    "ciflow%2Fx,ciflow/x,torch ciflow/x",
    "v2.5.0,'',torch v2.5.0",
  })
  void a_release_is_named_by_its_repository_and_tag(String tag, String title, String expected) {
    answer(
        "/o/torch/releases.atom",
        "application/atom+xml",
        atom(
            "<entry><id>tag:github.com,2008:Repository/1/x</id><title>"
                + title
                + "</title><link rel=\"alternate\" href=\"https://github.com/o/torch/releases/tag/"
                + tag
                + "\"/><updated>2026-02-27T10:00:00Z</updated></entry>"));
    assertThat(
            entries(fetch(source(SourceKind.GITHUB, "/o/torch/releases.atom", SourceQuery.NONE))))
        .extracting(FeedEntry::title)
        .containsExactly(expected);
  }

  // ------------------------------------------------------------------ Hugging Face

  private static String paper(String id, int upvotes) {
    return """
    {"paper":{"id":"%s","authors":[{"name":"A. Author","hidden":false}],"publishedAt":"2026-01-05T00:00:00.000Z",\
    "submittedOnDailyAt":"2026-02-27T03:10:00.000Z","title":"Paper\\n %s","summary":"We prune <b>x</b>.","upvotes":%d},\
    "title":"Paper\\n %s","numComments":3}\
    """
        .formatted(id, id, upvotes, id);
  }

  @Test
  void daily_papers_are_read_day_by_day_and_lead_to_arxiv_with_their_upvotes() {
    answer("/api/daily_papers", "application/json", "[]");
    answer(
        get(urlPathEqualTo("/api/daily_papers")).withQueryParam("date", equalTo("2026-02-27")),
        aResponse()
            .withBody(
                "["
                    + paper("2602.00001", 40)
                    + ","
                    + paper("2602.00002", 3)
                    + ","
                    + paper("../x", 99)
                    + "]"));
    FetchOutcome.Fetched outcome = fetched(fetch(asked(SourceKind.HUGGING_FACE, "", 10)));
    FeedEntry paper = outcome.feed().entries().getFirst();
    assertThat(outcome.feed().entries()).hasSize(1);
    assertThat(paper.guid()).isEqualTo("hf:2602.00001");
    assertThat(paper.link()).isEqualTo("https://arxiv.org/abs/2602.00001");
    assertThat(paper.title()).isEqualTo("Paper 2602.00001");
    assertThat(paper.summary()).isEqualTo("We prune &lt;b&gt;x&lt;/b&gt;.");
    assertThat(paper.published()).isEqualTo("2026-02-27T03:10:00Z");
    assertThat(paper.signals().points()).isEqualTo(40);
    assertThat(paper.signals().comments()).isEqualTo(3);
    server.verify(8, getRequestedFor(urlPathEqualTo("/api/daily_papers")));
    assertThat(outcome.covered())
        .isEqualTo(new Window(Instant.parse("2026-02-23T00:00:00Z"), WEEK.to()));
  }

  @Test
  void a_day_that_has_not_begun_there_ends_the_list_and_a_broken_one_is_said() {
    answer("/api/daily_papers", "application/json", "[]");
    answer(
        get(urlPathEqualTo("/api/daily_papers")).withQueryParam("date", equalTo("2026-03-02")),
        aResponse().withStatus(400).withBody("{\"error\":\"Invalid date\"}"));
    FetchOutcome.Fetched early = fetched(fetch(asked(SourceKind.HUGGING_FACE, "", 0)));
    assertThat(early.word()).isEqualTo("fetched");
    assertThat(early.covered())
        .isEqualTo(
            new Window(
                Instant.parse("2026-02-23T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z")));
    answer(
        get(urlPathEqualTo("/api/daily_papers")).withQueryParam("date", equalTo("2026-02-25")),
        aResponse().withStatus(503));
    FetchOutcome.Fetched broken = fetched(fetch(asked(SourceKind.HUGGING_FACE, "", 0)));
    assertThat(broken.word()).isEqualTo("partial");
    assertThat(broken.detail()).contains("2026-02-25");
    assertThat(broken.covered())
        .isEqualTo(
            new Window(
                Instant.parse("2026-02-23T00:00:00Z"), Instant.parse("2026-02-25T00:00:00Z")));
  }

  // ------------------------------------------------------------------ JSON services

  @ParameterizedTest
  @EnumSource(
      value = SourceKind.class,
      names = {"HACKER_NEWS", "HUGGING_FACE", "NEWS_API"})
  void an_answer_of_more_than_six_hundred_thousand_values_is_refused(SourceKind kind) {
    String padding = ",\"x\":[" + "[],".repeat(310_000) + "0]}";
    String service = "{\"hits\":[],\"status\":\"ok\",\"articles\":[]";
    answer(any(anyUrl()), aResponse().withBody(service + padding));
    try (Http large = HttpTest.http(Duration.ofSeconds(10), 2_000_000)) {
      SourceReader own = new SourceReader(large, "de-CH");
      FetchOutcome outcome = own.fetch(asked(kind, "x", 0), SourceState.NEW, WEEK);
      assertThat(outcome.word()).isEqualTo("malformed");
      assertThat(outcome.detail()).contains("600000");
    }
  }

  // ------------------------------------------------------------------ NewsAPI

  private static String articles(int total, int from, int count) {
    return "{\"status\":\"ok\",\"totalResults\":"
        + total
        + ",\"articles\":["
        + IntStream.range(from, from + count)
            .mapToObj(i ->
                """
                {"source":{"id":null,"name":"Wire"},"author":"A","title":"Story %d","description":"a < b",\
                "url":"https://wire.example/%d","urlToImage":null,"publishedAt":"2026-02-2%dT10:00:00Z","content":"cut [+99 chars]"}\
                """
                    .formatted(i, i, 8 - i / 100))
            .collect(Collectors.joining(","))
        + "]}";
  }

  @Test
  void news_api_is_asked_by_date_with_the_key_in_a_header_and_nowhere_else() {
    answer(
        "/api/everything",
        "application/json",
        articles(2, 0, 1)
            .replace(
                "]}",
                ",{\"title\":\"[Removed]\",\"url\":\"https://removed.com\"}"
                    + ",{\"title\":\"x\",\"url\":\"javascript:alert(1)\"}]}"));
    FetchOutcome.Fetched outcome = fetched(fetch(asked(SourceKind.NEWS_API, "a AND b", 0)));
    FeedEntry article = outcome.feed().entries().getFirst();
    assertThat(outcome.feed().entries()).hasSize(1);
    assertThat(article.link()).isEqualTo("https://wire.example/0");
    assertThat(article.summary()).isEqualTo("a &lt; b");
    assertThat(article.content()).isNull();
    assertThat(outcome.covered()).isEqualTo(WEEK);
    server.verify(
        1,
        getRequestedFor(urlPathEqualTo("/api/everything"))
            .withHeader("X-Api-Key", equalTo("k3y-of-the-editor"))
            .withQueryParam("q", equalTo("a AND b"))
            .withQueryParam("from", equalTo("2026-02-23T06:00:00Z"))
            .withQueryParam("to", equalTo("2026-03-02T06:00:00Z"))
            .withQueryParam("language", equalTo("de")));
    assertThat(server.getAllServeEvents())
        .noneMatch(event -> event.getRequest().getUrl().contains("k3y"));
  }

  @Test
  void the_key_does_not_follow_a_redirect_to_another_server() throws Exception {
    try (LoopbackSite other = LoopbackSite.answering("127.1.0.9", "200 OK", articles(0, 0, 0))) {
      answer(
          get(urlPathEqualTo("/api/everything")),
          aResponse().withStatus(302).withHeader("Location", other.at("/steal").toString()));
      fetch(asked(SourceKind.NEWS_API, "x", 0));
      assertThat(other.requests).hasSize(1);
      assertThat(other.requests.getFirst().header("X-Api-Key")).isEmpty();
    }
  }

  @Test
  void the_end_of_a_plan_leaves_what_was_read_and_says_so() {
    answer("/api/everything", "application/json", articles(300, 0, 100));
    answer(
        get(urlPathEqualTo("/api/everything")).withQueryParam("page", equalTo("2")),
        aResponse()
            .withStatus(426)
            .withBody("{\"status\":\"error\",\"code\":\"maximumResultsReached\"}"));
    FetchOutcome.Fetched outcome = fetched(fetch(asked(SourceKind.NEWS_API, "x", 0)));
    assertThat(outcome.word()).isEqualTo("partial");
    assertThat(outcome.detail()).contains("plan");
    assertThat(outcome.feed().entries()).hasSize(100);
    assertThat(outcome.covered())
        .isEqualTo(new Window(Instant.parse("2026-02-28T10:00:00Z"), WEEK.to()));
  }

  @ParameterizedTest
  @CsvSource({
    "1999-01-01T00:00:00Z", // long before the time asked for
    "2026-02-23T06:00:00Z", // its start, which is not of it
    "2062-01-01T00:00:00Z",
    "nonsense",
  })
  void one_article_of_another_time_does_not_prove_that_all_since_was_seen(String odd) {
    String page = articles(300, 0, 100);
    String last = articles(300, 100, 100);
    int at = last.lastIndexOf("2026-02-27T10:00:00Z");
    answer("/api/everything", "application/json", page.replaceFirst("2026-02-28T[0-9:]*Z", odd));
    answer(
        get(urlPathEqualTo("/api/everything")).withQueryParam("page", equalTo("2")),
        aResponse().withBody(last.substring(0, at) + odd + last.substring(at + 20)));
    answer(
        get(urlPathEqualTo("/api/everything")).withQueryParam("page", equalTo("3")),
        aResponse().withStatus(500));
    FetchOutcome.Fetched outcome = fetched(fetch(asked(SourceKind.NEWS_API, "x", 0)));
    assertThat(outcome.feed().entries()).hasSize(200);
    assertThat(outcome.covered())
        .isEqualTo(new Window(Instant.parse("2026-02-27T10:00:00Z"), WEEK.to()));
  }

  @ParameterizedTest
  @CsvSource({
    "401,apiKeyInvalid,refused",
    "400,parametersInvalid,bad query",
    "200,rateLimited,rate limited",
    "200,apiKeyInvalid,refused",
    "426,maximumResultsReached,plan",
    "400,unexpectedError,http 400",
  })
  void news_apis_own_errors_are_told_apart(int status, String code, String word) {
    answer(
        get(urlPathEqualTo("/api/everything")),
        aResponse()
            .withStatus(status)
            .withBody("{\"status\":\"error\",\"code\":\"" + code + "\",\"message\":\"No.\"}"));
    FetchOutcome outcome = fetch(asked(SourceKind.NEWS_API, "x", 0));
    assertThat(outcome.word()).isEqualTo(word);
    assertThat(outcome.detail()).doesNotContain("k3y");
  }

  // ------------------------------------------------------------------ sitemaps

  private static String urlset(String... urls) {
    return "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
        + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">"
        + String.join("", urls)
        + "</urlset>";
  }

  private static String url(String loc, String rest) {
    return "<url><loc>https://lab.example/" + loc + "</loc>" + rest + "</url>";
  }

  private static String changed(String date) {
    return "<lastmod>" + date + "</lastmod>";
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void a_sitemap_gives_what_changed_in_the_window_and_all_that_has_no_date() throws Exception {
    String base = "http://127.1.0.20:" + server.port();
    answer(
        "/sitemap.xml",
        "application/xml",
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>"
            + base
            + "/posts.xml.gz</loc></sitemap><sitemap><loc>"
            + base
            + "/news.xml</loc></sitemap><sitemap><loc>"
            + base
            + "/gone.xml</loc></sitemap></sitemapindex>");
    answer(
        get(urlPathEqualTo("/posts.xml.gz")),
        aResponse()
            .withHeader("Content-Type", "application/gzip")
            .withBody(
                zipped(
                    urlset(
                        url("new", changed("2026-02-27T10:00:00+00:00")),
                        url("old", changed("2025-02-27")),
                        url("undated", ""),
                        "<url><loc>javascript:alert(1)</loc></url>"))));
    answer(
        "/news.xml",
        "text/xml",
        urlset(
            url(
                "story",
                "<news:news><news:publication_date>2026-02-28</news:publication_date>"
                    + "<news:title>A story</news:title></news:news>"
                    + changed("2026-03-01"))));
    FetchOutcome.Fetched outcome =
        fetched(fetch(source(SourceKind.SITEMAP, "/sitemap.xml", SourceQuery.NONE)));
    assertThat(outcome.feed().entries())
        .extracting(e -> e.link() + " " + e.published() + " " + e.updated() + " " + e.title())
        .containsExactly(
            "https://lab.example/story 2026-02-28T00:00:00Z 2026-03-01T00:00:00Z A story",
            "https://lab.example/new null 2026-02-27T10:00:00Z ",
            "https://lab.example/old null 2025-02-27T00:00:00Z ");
    assertThat(outcome.word())
        .isEqualTo("partial"); // a file was gone, so undated pages do not count
    answer("/gone.xml", "text/xml", urlset());
    assertThat(entries(fetch(source(SourceKind.SITEMAP, "/sitemap.xml", SourceQuery.NONE))))
        .extracting(FeedEntry::link)
        .contains("https://lab.example/undated")
        .hasSize(4);
  }

  @Test
  void dates_of_the_day_the_sitemap_was_made_are_no_dates() {
    String[] urls =
        IntStream.range(0, 30)
            .mapToObj(i -> url("p" + i, changed("2026-03-01T04:00:00Z")))
            .toArray(String[]::new);
    answer("/sitemap.xml", "application/xml", urlset(urls));
    assertThat(entries(fetch(source(SourceKind.SITEMAP, "/sitemap.xml", SourceQuery.NONE))))
        .hasSize(30)
        .allMatch(entry -> entry.published() == null && entry.updated() == null);
  }

  @Test
  void a_sitemap_that_names_itself_ends() {
    String self = "http://127.1.0.20:" + server.port() + "/sitemap.xml";
    answer(
        "/sitemap.xml",
        "application/xml",
        "<sitemapindex><sitemap><loc>" + self + "</loc></sitemap></sitemapindex>");
    assertThat(entries(fetch(source(SourceKind.SITEMAP, "/sitemap.xml", SourceQuery.NONE))))
        .isEmpty();
    server.verify(1, getRequestedFor(urlPathEqualTo("/sitemap.xml")));
  }

  // ------------------------------------------------------------------ listings

  private Source listing(@Nullable String selector) {
    return source(SourceKind.LISTING, "/news", new SourceQuery("", 0, null, selector, null, null));
  }

  @Test
  void a_listing_gives_the_links_its_selector_names_with_titles_and_dates() {
    answer(get(urlPathEqualTo("/robots.txt")), aResponse().withStatus(404));
    answer(
        "/news",
        "text/html",
        """
        <html><head><title>News</title></head><body><nav><a href="/about">About</a></nav>
        <article><a href="/one#top"><img src="x"></a><h2><a href="/one">One thing</a></h2><time datetime="2026-02-27">27 Feb</time></article>
        <article><h2><a href="/two">Two things</a></h2></article>
        <article><h2><a href="javascript:x()">Bad</a></h2></article></body></html>
        """);
    FetchOutcome.Fetched outcome = fetched(fetch(listing("article h2 a")));
    String base = "http://127.1.0.20:" + server.port();
    assertThat(outcome.feed().entries())
        .extracting(e -> e.link() + " " + e.title() + " " + e.published())
        .containsExactly(
            base + "/one One thing 2026-02-27T00:00:00Z", base + "/two Two things null");
    SourceState known = SourceState.holding(outcome.validators(), outcome.bodyHash());
    assertThat(reader.fetch(listing("article h2 a"), known, WEEK))
        .isInstanceOf(FetchOutcome.NotModified.class);
    assertThat(fetch(listing("h6 a")).word()).isEqualTo("no links");
    assertThat(fetch(listing("a[[[")).word()).isEqualTo("bad selector");
  }

  @Test
  void a_listing_without_links_gives_the_dated_pieces_of_its_own_page() {
    answer(get(urlPathEqualTo("/robots.txt")), aResponse().withStatus(404));
    String piece = "<h2 id=%1$s>%1$s: Caches</h2><p>The time that a request waits is halved.";
    answer(
        "/news",
        "text/html",
        piece.formatted("2026-02-27")
            + piece.formatted("2026-02-25")
            + piece.formatted("2026-02-01"));
    String base = "http://127.1.0.20:" + server.port();
    assertThat(fetched(fetch(listing(null))).feed().entries())
        .extracting(e -> e.link() + " " + e.published())
        .startsWith(base + "/news#2026-02-27 2026-02-27T00:00:00Z")
        .hasSize(3);
    answer("/news", "text/html", "<h1>One post</h1><p>With one text.");
    assertThat(fetch(listing(null)))
        .isInstanceOfSatisfying(
            FetchOutcome.Failed.class,
            failed -> assertThat(failed.detail()).contains("several dated pieces", "'links'"));
  }

  @Test
  void a_listing_too_large_to_be_searched_is_said_to_be_incomplete() {
    answer(get(urlPathEqualTo("/robots.txt")), aResponse().withStatus(404));
    answer("/news", "text/html", "<a href=/one>One</a>" + "<b></b>".repeat(120_000));
    FetchOutcome.Fetched outcome;
    try (Http large = HttpTest.http(Duration.ofSeconds(10), 2_000_000)) {
      SourceReader own = new SourceReader(large, "de-CH");
      outcome = fetched(own.fetch(listing("a"), SourceState.NEW, WEEK));
    }
    assertThat(entries(outcome)).hasSize(1);
    assertThat(outcome.word()).isEqualTo("partial");
    assertThat(outcome.detail()).contains("too large for 'links'");
  }

  @Test
  void a_listing_that_robots_txt_forbids_is_not_asked() {
    answer("/robots.txt", "text/plain", "User-agent: *\nDisallow: /news\n");
    answer("/news", "text/html", "<a href=/x>x</a>");
    assertThat(fetch(listing("a"))).isInstanceOf(FetchOutcome.Refused.class);
    server.verify(0, getRequestedFor(urlPathEqualTo("/news")));
  }

  // ------------------------------------------------------------------ archives

  @Test
  void an_archive_gives_the_links_of_its_files_dated_by_front_matter_or_name(@TempDir Path folder)
      throws Exception {
    Files.writeString(
        folder.resolve("a.md"),
        """
        ---
        title: Issue
        date: 2026-02-09
        ---
        # News

        ### [A new engine for *inference*](https://e.example/a)

        ## News

        Text. [Paper](https://e.example/b) <https://e.example/c>

        ## Tools we love today
        <a href="https://e.example/d">Here</a>
        [x](javascript:alert(1)) [home](#top)
        """);
    Files.writeString(folder.resolve("2026-W08.md"), "[Old news](https://e.example/w)");
    Files.writeString(folder.resolve("plain.md"), "https://e.example/m");
    Files.writeString(folder.resolve("issue-20260112.md"), "https://e.example/n");
    Files.writeString(folder.resolve("2062-01-01.md"), "https://e.example/f");
    Files.writeString(folder.resolve("notes.txt"), "https://e.example/not");
    Source archive =
        new Source("s", "S", SourceKind.ARCHIVE, folder.toUri(), "news", 1.0, List.of(), null);
    FetchOutcome.Fetched outcome = fetched(fetch(archive));
    assertThat(outcome.feed().entries())
        .extracting(e -> e.link() + " " + e.title() + " " + e.published())
        .containsExactlyInAnyOrder(
            "https://e.example/a A new engine for inference 2026-02-09T00:00:00Z",
            "https://e.example/b News 2026-02-09T00:00:00Z",
            "https://e.example/c News 2026-02-09T00:00:00Z",
            "https://e.example/d Tools we love today 2026-02-09T00:00:00Z",
            "https://e.example/w Old news 2026-02-16T00:00:00Z",
            "https://e.example/n https://e.example/n 2026-01-12T00:00:00Z",
            "https://e.example/f https://e.example/f 2062-01-01T00:00:00Z",
            "https://e.example/m https://e.example/m " + Baseline.DATE);
    assertThat(outcome.feed().warnings())
        .containsExactlyInAnyOrder(
            "1 of 5 files has no date in its front matter or name: its links count as covered long"
                + " ago.",
            "2062-01-01.md is dated in the future, 2062-01-01: its links count from today.");
    assertThat(outcome.feed().complete()).isTrue();
    SourceState known = SourceState.holding(Validators.NONE, outcome.bodyHash());
    assertThat(reader.fetch(archive, known, WEEK)).isInstanceOf(FetchOutcome.NotModified.class);
    Files.writeString(folder.resolve("deep.md"), ">".repeat(100_000) + "[".repeat(100_000));
    assertThat(reader.fetch(archive, known, WEEK)).isInstanceOf(FetchOutcome.Fetched.class);
  }

  @Test
  void an_archive_that_is_not_there_is_said(@TempDir Path folder) {
    URI gone = folder.resolve("gone").toUri();
    Source archive = new Source("s", "S", SourceKind.ARCHIVE, gone, "news", 1.0, List.of(), null);
    assertThat(fetch(archive).word()).isEqualTo("no folder");
  }
}
