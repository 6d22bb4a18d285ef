package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.fetch.http.Http;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which hosts a sitemap may send us to, how much of it is read, and when it is read again. */
@Timeout(60)
class SitemapTest {
  private static final Window NOTHING_PROVEN = new Window(Lab.WEEK.from(), Lab.WEEK.from());
  private static final String DATED =
      "<urlset><url><loc>https://lab.example/post</loc><lastmod>2026-02-27</lastmod></url></urlset>";
  private static final String UNDATED =
      "<urlset><url><loc>https://lab.example/post</loc></url></urlset>";

  private final Lab lab = new Lab();

  /** Bodies by host and path; what is not there is not found. */
  private final Map<String, String> bodies = new ConcurrentHashMap<>();

  private LoopbackSite site;
  private Http http;

  @BeforeEach
  void start() throws Exception {
    lab.dns = host -> List.of(InetAddress.getByName("127.1.0.1"));
    site =
        lab.site((n, request, out, s) -> {
          String body = bodies.get(name(request));
          if (body == null) {
            LoopbackSite.send(out, "404 Not Found", "");
          } else if (request.header("If-None-Match").contains("\"1\"")) {
            LoopbackSite.send(out, "304 Not Modified", "", "Cache-Control: max-age=7200");
          } else if (body.startsWith("http")) {
            LoopbackSite.send(out, "302 Found", "", "Location: " + body);
          } else {
            LoopbackSite.send(out, "200 OK", body, "ETag: \"1\"", "Cache-Control: max-age=3600");
          }
        });
    http = lab.http();
  }

  @AfterEach
  void stop() throws Exception {
    lab.close();
  }

  private static String name(LoopbackSite.Request request) {
    return request.header("Host").replaceFirst(":.*", "") + request.path();
  }

  private URI at(String name) {
    return URI.create("http://" + name.replaceFirst("/", ":" + site.at("/").getPort() + "/"));
  }

  private void index(String... names) {
    StringBuilder files = new StringBuilder();
    for (String name : names) {
      files.append("<sitemap><loc>").append(at(name)).append("</loc></sitemap>");
    }
    bodies.put("lab.example/sitemap.xml", "<sitemapindex>" + files + "</sitemapindex>");
  }

  private FetchOutcome fetch(SourceState state) {
    URI url = at("lab.example/sitemap.xml");
    Source source = new Source("s", "S", SourceKind.SITEMAP, url, "news", 1.0, List.of(), null);
    return new SourceReader(http, "en").fetch(source, state, Lab.WEEK);
  }

  private FetchOutcome.Fetched first() {
    FetchOutcome outcome = fetch(SourceState.NEW);
    assertThat(outcome).as(outcome.detail()).isInstanceOf(FetchOutcome.Fetched.class);
    return (FetchOutcome.Fetched) outcome;
  }

  private static SourceState after(FetchOutcome.Fetched got) {
    return SourceState.holding(got.validators(), got.bodyHash());
  }

  private List<String> asked() {
    return site.requests.stream().map(SitemapTest::name).toList();
  }

  @Test
  void a_plain_text_of_one_address_a_line_is_a_sitemap() {
    bodies.put(
        "lab.example/sitemap.xml",
        """
        \uFEFFhttps://lab.example/one\r

        https://lab.example/two?a=b
        https://lab.example/one
        """);
    assertThat(first().feed().entries().stream().map(entry -> entry.link()))
        .containsExactly("https://lab.example/one", "https://lab.example/two?a=b");
  }

  @Test
  void a_text_with_more_than_addresses_is_none() {
    bodies.put("lab.example/sitemap.xml", "See\nhttps://lab.example/one\n");
    assertThat(fetch(SourceState.NEW)).isInstanceOf(FetchOutcome.Failed.class);
  }

  @Test
  void files_of_another_site_are_left_and_said() {
    index("lab.example/a", "victim.test/b", "victim.test/c", "deep.victim.test/d");
    bodies.put("lab.example/a", DATED);
    FetchOutcome.Fetched got = first();
    assertThat(asked()).containsExactly("lab.example/sitemap.xml", "lab.example/a");
    assertThat(got.feed().entries()).hasSize(1);
    assertThat(got.detail())
        .isEqualTo("3 files that the sitemap names are of another site and were not read.");
    assertThat(got.covered()).isEqualTo(NOTHING_PROVEN);
  }

  @Test
  void a_file_that_redirects_to_another_site_is_left() {
    index("lab.example/a");
    bodies.put("lab.example/a", at("victim.test/b").toString());
    FetchOutcome.Fetched got = first();
    assertThat(asked()).containsExactly("lab.example/sitemap.xml", "lab.example/a");
    assertThat(got.word()).isEqualTo("partial");
  }

  @Test
  void another_host_of_the_same_site_is_asked_what_it_allows_first() {
    index("maps.lab.example/a", "maps.lab.example/private/b");
    bodies.put("maps.lab.example/robots.txt", "User-agent: *\nDisallow: /private/\n");
    bodies.put("maps.lab.example/a", DATED);
    bodies.put("maps.lab.example/private/b", DATED.replace("post", "secret"));
    FetchOutcome.Fetched got = first();
    assertThat(asked())
        .containsExactly(
            "lab.example/sitemap.xml", "maps.lab.example/robots.txt", "maps.lab.example/a");
    assertThat(got.feed().entries()).hasSize(1);
    assertThat(got.detail()).isEqualTo("A file of the sitemap could not be read: refused.");
  }

  @Test
  void a_sitemap_that_has_not_changed_is_not_sent_again() {
    bodies.put("lab.example/sitemap.xml", DATED);
    FetchOutcome.Fetched got = first();
    assertThat(got.freshFor()).isEqualTo(Duration.ofHours(1));
    assertThat(fetch(after(got)))
        .isEqualTo(
            new FetchOutcome.NotModified(new Validators("\"1\"", null), Duration.ofHours(2)));
  }

  @Test
  void an_unchanged_sitemap_without_dates_still_proves_nothing() {
    bodies.put("lab.example/sitemap.xml", UNDATED);
    FetchOutcome.Fetched again = (FetchOutcome.Fetched) fetch(after(first()));
    assertThat(again.feed().entries()).isEmpty();
    assertThat(again.covered()).isEqualTo(NOTHING_PROVEN);
    assertThat(again.validators().entityTag()).isEqualTo("\"1\"");
    assertThat(fetch(after(again))).isEqualTo(again);
  }

  @Test
  void an_index_that_does_not_date_its_files_is_read_again() {
    index("lab.example/a");
    bodies.put("lab.example/a", DATED);
    assertThat(first().validators()).isEqualTo(Validators.NONE);
  }

  @Test
  void a_sitemap_of_which_something_was_left_is_read_again() {
    bodies.put(
        "lab.example/sitemap.xml",
        "<sitemapindex><sitemap><loc>/gone</loc><lastmod>2026-02-27</lastmod></sitemap>"
            + "</sitemapindex>");
    assertThat(first().validators()).isEqualTo(Validators.NONE);
    bodies.put("lab.example/gone", DATED);
    assertThat(first().validators().entityTag()).isEqualTo("\"1\"");
  }

  @Test
  void pages_past_the_most_are_counted() {
    index("lab.example/a", "lab.example/b", "lab.example/c", "lab.example/d");
    for (String file : List.of("a", "b", "c", "d")) {
      String pages =
          IntStream.range(0, 15_010)
              .mapToObj(i ->
                  "<url><loc>http://lab.example/%s%d</loc><lastmod>2025-11-%02d</lastmod></url>"
                      .formatted(file, i, 1 + i % 28))
              .collect(Collectors.joining());
      bodies.put("lab.example/" + file, "<urlset>" + pages + "</urlset>");
    }
    FetchOutcome.Fetched got = first();
    assertThat(got.feed().warnings())
        .containsExactly(
            "40 pages of the sitemap were left out, after the first 60000.",
            "40000 old pages were not taken as known.");
    assertThat(got.covered()).isEqualTo(NOTHING_PROVEN);
    assertThat(got.word()).isEqualTo("partial");
  }
}
