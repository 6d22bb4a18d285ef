package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceQuery;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.fetch.feed.FeedReading;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpTest;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a source says that could only be read in part: what was read, and no more than that. */
@Timeout(60)
class PartialAnswersTest {
  private static final Window WEEK =
      new Window(Instant.parse("2026-02-23T06:00:00Z"), Instant.parse("2026-03-02T06:00:00Z"));
  private static final Window NOTHING_PROVEN = new Window(WEEK.from(), WEEK.from());
  private static final Duration LONG = Duration.ofHours(5);

  private interface Answers {
    void answer(String path, OutputStream out) throws Exception;
  }

  private final Http http = HttpTest.http(Duration.ofSeconds(5));
  private final SourceReader reader = new SourceReader(http, "en");
  private Answers answers = (path, out) -> LoopbackSite.send(out, "404 Not Found", "");
  private LoopbackSite site;

  @BeforeEach
  void start() throws Exception {
    site = new LoopbackSite("127.1.0.21", (n, r, out, s) -> answers.answer(r.path(), out));
  }

  @AfterEach
  void stop() throws Exception {
    http.close();
    site.close();
  }

  private static void ok(OutputStream out, String body) throws Exception {
    LoopbackSite.send(out, "200 OK", body);
  }

  private static void limit(OutputStream out) throws Exception {
    LoopbackSite.send(out, "429 Slow down", "", "Retry-After: " + LONG.toSeconds());
  }

  private FetchOutcome fetch(
      SourceKind kind, String words, int atLeast, SourceState state, Answers answered) {
    answers = answered;
    SourceQuery query = new SourceQuery(words, atLeast, new Secret("key"), "a", null, null);
    URI url = site.at(kind == SourceKind.SITEMAP ? "/sitemap.xml" : "/api");
    return reader.fetch(
        new Source("s", "S", kind, url, "news", 1.0, List.of(), null, query), state, WEEK);
  }

  private FetchOutcome.Fetched read(SourceKind kind, String words, int atLeast, Answers answered) {
    return fetched(fetch(kind, words, atLeast, SourceState.NEW, answered));
  }

  private static FetchOutcome.Fetched fetched(FetchOutcome outcome) {
    assertThat(outcome).as(outcome.detail()).isInstanceOf(FetchOutcome.Fetched.class);
    return (FetchOutcome.Fetched) outcome;
  }

  // ------------------------------------------------------------------ sitemaps

  private static String urlset(int pages, String lastmod) {
    return IntStream.range(0, pages)
        .mapToObj(i ->
            "<url><loc>https://lab.example/%d</loc>%s</url>"
                .formatted(
                    i,
                    lastmod.isEmpty()
                        ? ""
                        : "<lastmod>" + lastmod.formatted(1 + i % 28) + "</lastmod>"))
        .collect(Collectors.joining("", "<urlset>", "</urlset>"));
  }

  private static String index(LoopbackSite site, String... names) {
    return List.of(names).stream()
        .map(name -> "<sitemap><loc>" + site.at(name) + "</loc></sitemap>")
        .collect(Collectors.joining("", "<sitemapindex>", "</sitemapindex>"));
  }

  private FetchOutcome.Fetched sitemap(@Nullable String hash, Answers answered) {
    SourceState state = SourceState.holding(Validators.NONE, hash);
    return fetched(fetch(SourceKind.SITEMAP, "", 0, state, answered));
  }

  @Test
  void a_sitemap_of_which_a_file_is_missing_proves_nothing_and_keeps_the_servers_wait() {
    FetchOutcome.Fetched got =
        sitemap(
            "all known",
            (path, out) -> {
              switch (path) {
                case "/sitemap.xml" -> ok(out, index(site, "/a", "/b"));
                case "/a" -> ok(out, urlset(5, "2026-02-%02d"));
                default -> limit(out);
              }
            });
    assertThat(got.covered()).isEqualTo(NOTHING_PROVEN);
    assertThat(got.word()).isEqualTo("partial");
    assertThat(got.freshFor()).isEqualTo(LONG);
  }

  @Test
  void a_sitemap_of_too_many_files_proves_nothing() {
    String[] names = IntStream.range(0, 60).mapToObj(i -> "/f" + i).toArray(String[]::new);
    FetchOutcome.Fetched got =
        sitemap(
            null,
            (path, out) -> ok(out, path.startsWith("/f") ? urlset(1, "") : index(site, names)));
    assertThat(got.covered()).isEqualTo(NOTHING_PROVEN);
    assertThat(got.feed().complete()).isFalse();
  }

  @Test
  void a_site_that_is_made_anew_makes_no_news_of_its_old_pages() {
    FetchOutcome.Fetched first = sitemap(null, (path, out) -> ok(out, urlset(200, "2025-11-%02d")));
    assertThat(first.feed().entries())
        .hasSize(200)
        .allMatch(entry -> entry.updated() != null && entry.updated().isBefore(WEEK.from()));
    assertThat(first.covered()).isEqualTo(WEEK);
    FetchOutcome.Fetched again =
        sitemap(first.bodyHash(), (path, out) -> ok(out, urlset(201, "2026-03-01")));
    assertThat(links(again)).containsAll(links(first)).hasSize(201);
    FetchOutcome.Fetched usual =
        sitemap(again.bodyHash(), (path, out) -> ok(out, urlset(200, "2025-11-%02d")));
    assertThat(usual.feed().entries()).isEmpty();
  }

  @Test
  void undated_pages_are_no_news_where_the_first_poll_did_not_see_all() {
    FetchOutcome.Fetched first =
        sitemap(
            null,
            (path, out) -> {
              switch (path) {
                case "/sitemap.xml" -> ok(out, index(site, "/a", "/b"));
                case "/a" -> ok(out, urlset(30, "2025-11-%02d"));
                default -> LoopbackSite.send(out, "404 Not Found", "");
              }
            });
    assertThat(first.feed().entries()).hasSize(30);
    FetchOutcome.Fetched healed =
        sitemap(first.bodyHash(), (path, out) -> ok(out, urlset(60, "2026-03-01")));
    assertThat(healed.feed().entries()).isEmpty();
    assertThat(healed.covered()).isEqualTo(NOTHING_PROVEN);
    assertThat(healed.detail()).contains("60 pages");
  }

  @Test
  void a_sitemap_without_dates_finds_new_pages_but_proves_nothing() {
    FetchOutcome.Fetched first = sitemap(null, (path, out) -> ok(out, urlset(3, "")));
    assertThat(first.feed().entries()).hasSize(3);
    FetchOutcome.Fetched again = sitemap(first.bodyHash(), (path, out) -> ok(out, urlset(4, "")));
    assertThat(again.feed().entries()).hasSize(4);
    for (FetchOutcome.Fetched got : List.of(first, again)) {
      assertThat(got.covered()).isEqualTo(NOTHING_PROVEN);
      assertThat(got.detail()).contains("No page of the sitemap has a date");
    }
    assertThat(sitemap(null, (path, out) -> ok(out, urlset(3, "2026-02-%02d"))).covered())
        .isEqualTo(WEEK);
  }

  private static List<@Nullable String> links(FetchOutcome.Fetched got) {
    return got.feed().entries().stream().<@Nullable String>map(FeedEntry::link).toList();
  }

  // ------------------------------------------------------------------ listings

  @Test
  void a_listing_is_asked_where_it_is_configured_until_a_move_is_believed() {
    URI moved = site.at("/moved");
    SourceState once =
        SourceState.NEW.toBuilder()
            .validators(new Validators("\"old\"", "then"))
            .movedTo(moved)
            .bodyHash("hash")
            .moves(1)
            .build();
    FetchOutcome outcome =
        fetch(
            SourceKind.LISTING,
            "",
            0,
            once,
            (path, out) -> {
              switch (path) {
                case "/api" ->
                    LoopbackSite.send(
                        out, "301 Moved Permanently", "", "Location: " + site.at("/moved"));
                case "/moved" -> LoopbackSite.send(out, "304 Not Modified", "", "ETag: \"new\"");
                default -> LoopbackSite.send(out, "404 Not Found", "");
              }
            });
    assertThat(outcome).isInstanceOf(FetchOutcome.NotModified.class);
    FetchOutcome.NotModified same = (FetchOutcome.NotModified) outcome;
    assertThat(same.movedTo()).isEqualTo(moved);
    assertThat(same.validators()).isEqualTo(new Validators("\"new\"", "then"));
  }

  // ------------------------------------------------------------------ Hacker News

  private static String hits(int id, int total, int pages) {
    return """
    {"hits":[{"objectID":"%d","title":"T","created_at_i":%d,"points":9}],"nbHits":%d,"nbPages":%d}\
    """
        .formatted(id, 1_772_186_400L - id, total, pages);
  }

  @Test
  void hacker_news_keeps_what_it_read_when_the_requests_are_used_up() {
    int[] asked = {0};
    FetchOutcome.Fetched got =
        read(
            SourceKind.HACKER_NEWS,
            "a,b,c",
            1,
            (path, out) -> ok(out, hits(++asked[0], path.contains("query=a") ? 100_000 : 1, 6)));
    assertThat(asked[0]).isEqualTo(60);
    assertThat(got.feed().entries()).hasSize(60);
    assertThat(got.word()).isEqualTo("partial");
    assertThat(got.detail()).contains("too many");
    assertThat(got.covered()).isEqualTo(new Window(WEEK.to(), WEEK.to()));
  }

  @Test
  void words_that_hacker_news_does_not_answer_are_asked_for_again_from_where_they_were() {
    FetchOutcome.Fetched got =
        read(
            SourceKind.HACKER_NEWS,
            "a,b",
            1,
            (path, out) -> {
              if (path.contains("query=a")) {
                ok(out, hits(1, 1, 1));
              } else {
                limit(out);
              }
            });
    assertThat(got.feed().entries()).hasSize(1);
    assertThat(got.feed().complete()).isFalse();
    assertThat(got.covered()).isEqualTo(NOTHING_PROVEN);
    assertThat(got.freshFor()).isEqualTo(LONG);
  }

  // ------------------------------------------------------------------ Hugging Face

  private static String papers(int from, int count, int upvotes) {
    return IntStream.range(from, from + count)
        .mapToObj(i ->
            "{\"paper\":{\"id\":\"2602.%05d\",\"title\":\"T\",\"upvotes\":%d}}"
                .formatted(i, upvotes))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void a_page_of_papers_that_nobody_liked_is_not_the_last() {
    FetchOutcome.Fetched got =
        read(
            SourceKind.HUGGING_FACE,
            "",
            10,
            (path, out) -> {
              boolean day = path.contains("date=2026-02-27");
              ok(out, !day ? "[]" : path.endsWith("p=0") ? papers(0, 100, 1) : papers(100, 1, 50));
            });
    assertThat(links(got)).containsExactly("https://arxiv.org/abs/2602.00100");
  }

  @Test
  void a_later_day_that_is_refused_for_a_time_keeps_the_servers_wait() {
    FetchOutcome.Fetched got =
        read(
            SourceKind.HUGGING_FACE,
            "",
            0,
            (path, out) -> {
              if (path.contains("date=2026-02-25")) {
                limit(out);
              } else {
                ok(out, "[]");
              }
            });
    assertThat(got.word()).isEqualTo("partial");
    assertThat(got.freshFor()).isEqualTo(LONG);
  }

  // ------------------------------------------------------------------ NewsAPI

  @Test
  void a_second_page_that_is_refused_for_a_time_keeps_the_servers_wait() {
    FetchOutcome.Fetched got =
        read(
            SourceKind.NEWS_API,
            "x",
            0,
            (path, out) -> {
              if (path.endsWith("page=1")) {
                ok(
                    out,
                    "{\"status\":\"ok\",\"totalResults\":300,\"articles\":[{\"title\":\"T\","
                        + "\"url\":\"https://wire.example/1\"}]}");
              } else {
                ok(out, "{\"status\":\"error\",\"code\":\"rateLimited\"}");
              }
            });
    assertThat(got.word()).isEqualTo("partial");
    assertThat(got.freshFor()).isEqualTo(Duration.ofHours(12));
  }

  // ------------------------------------------------------------------ archives

  @Test
  void an_archive_is_not_left_by_a_link_but_may_be_named_by_one(@TempDir Path folder)
      throws Exception {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path secret = folder.resolve("secret.md");
    Files.writeString(secret, "[Secret](https://e.example/secret)");
    Files.writeString(inside.resolve("own.md"), "[Own](https://e.example/own)");
    Files.createSymbolicLink(inside.resolve("link.md"), secret);
    Files.createSymbolicLink(inside.resolve("up"), folder);
    Path named = Files.createSymbolicLink(folder.resolve("named"), inside);
    for (Path path : List.of(inside, named)) {
      Source archive =
          new Source("s", "S", SourceKind.ARCHIVE, path.toUri(), "news", 1.0, List.of(), null);
      assertThat(links(fetched(reader.fetch(archive, SourceState.NEW, WEEK))))
          .containsExactly("https://e.example/own");
    }
  }

  // ------------------------------------------------------------------ JSON feeds

  @Test
  void a_json_feed_of_more_than_six_hundred_thousand_values_is_refused() {
    String many = "{\"items\":[" + "{},".repeat(310_000) + "{}]}";
    assertThat(new FeedParser().parse(Lab.utf8(many), "application/feed+json", null))
        .isInstanceOf(FeedReading.Unreadable.class);
  }
}
