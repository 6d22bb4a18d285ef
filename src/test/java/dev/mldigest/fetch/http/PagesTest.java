package dev.mldigest.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.fetch.Lab;
import dev.mldigest.fetch.LoopbackSite;
import dev.mldigest.fetch.feed.FeedFinder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PagesTest {
  private final Http http = HttpTest.http();
  private final Pages pages = new Pages(http);

  private PageOutcome transcript(URI url, URI feed) {
    return pages.transcript(url, feed, outcome -> outcome);
  }

  private PageOutcome paper(URI url) {
    return pages.paper(url, outcome -> outcome);
  }

  private final List<LoopbackSite> sites = new ArrayList<>();

  @AfterEach
  void closeAll() throws IOException {
    http.close();
    for (LoopbackSite site : sites) {
      site.close();
    }
  }

  private LoopbackSite site(String robotsStatus, String robots, String type) throws IOException {
    LoopbackSite site =
        new LoopbackSite(
            "127.1.0.4",
            (n, r, out, s) -> {
              switch (r.path()) {
                case "/robots.txt" -> LoopbackSite.send(out, robotsStatus, robots);
                case "/go" -> LoopbackSite.send(out, "302 Found", "", "Location: /private/x");
                case "/gone" -> LoopbackSite.send(out, "404 No", "");
                default -> LoopbackSite.send(out, "200 OK", "<p>x</p>", "Content-Type: " + type);
              }
            });
    sites.add(site);
    return site;
  }

  @Test
  void a_page_is_fetched_and_robots_read_once_even_by_many() throws Exception {
    LoopbackSite site = site("200 OK", "User-agent: *\nDisallow: /private/", "text/html");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<PageOutcome>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        URI url = site.at("/a/" + i);
        all.add(threads.submit(() -> pages.fetch(url)));
      }
      for (Future<PageOutcome> one : all) {
        assertThat(one.get()).isInstanceOf(PageOutcome.Page.class);
      }
    }
    assertThat(site.requests).filteredOn(r -> r.path().equals("/robots.txt")).hasSize(1);
  }

  @Test
  void what_robots_forbid_is_not_asked_for() throws Exception {
    LoopbackSite site =
        site(
            "200 OK",
            "User-agent: ml-digest\nDisallow: /private/\n\nUser-agent: *\nDisallow:",
            "text/html");
    assertThat(pages.fetch(site.at("/private/x"))).isInstanceOf(PageOutcome.Blocked.class);
    assertThat(pages.fetch(site.at("/a"))).isInstanceOf(PageOutcome.Page.class);
    assertThat(pages.fetch(site.at("/go"))).isInstanceOf(PageOutcome.Blocked.class);
    assertThat(site.requests).extracting(LoopbackSite.Request::path).doesNotContain("/private/x");
  }

  @Test
  void a_host_that_must_not_be_asked_is_named_so_and_not_its_robots() {
    for (String host : List.of("10.0.0.7", "169.254.169.254", "[::1]", "192.168.1.1")) {
      assertThat(pages.fetch(URI.create("http://" + host + "/article")))
          .isInstanceOfSatisfying(
              PageOutcome.Failed.class,
              failed ->
                  assertThat(failed.reason())
                      .startsWith("The address of ")
                      .contains("is not public")
                      .doesNotContain("robots"));
    }
  }

  @Test
  void a_robots_file_that_sends_us_to_a_forbidden_host_says_nothing_of_its_own() throws Exception {
    LoopbackSite site =
        new LoopbackSite(
            "127.1.0.5",
            (n, r, out, s) ->
                LoopbackSite.send(out, "302 Found", "", "Location: http://10.0.0.7/robots.txt"));
    sites.add(site);
    assertThat(pages.fetch(site.at("/article")))
        .isInstanceOfSatisfying(
            PageOutcome.Failed.class,
            failed -> assertThat(failed.reason()).contains("robots.txt of 127.1.0.5"));
  }

  @Test
  void a_feed_speaks_for_its_own_site_alone() throws Exception {
    LoopbackSite site = site("200 OK", "User-agent: *\nDisallow: /private/", "text/vtt");
    URI own = site.at("/feed.xml");
    URI foreign = URI.create("https://feeds.example/feed.xml");
    assertThat(transcript(site.at("/private/t"), own)).isInstanceOf(PageOutcome.Page.class);
    assertThat(site.requests).extracting(LoopbackSite.Request::path).containsOnly("/private/t");
    assertThat(transcript(site.at("/private/u"), foreign)).isInstanceOf(PageOutcome.Blocked.class);
    assertThat(transcript(site.at("/go"), foreign)).isInstanceOf(PageOutcome.Blocked.class);
    assertThat(transcript(site.at("/t"), foreign)).isInstanceOf(PageOutcome.Page.class);
  }

  @Test
  void thousands_of_links_to_arxiv_hold_a_run_for_minutes_only() throws Exception {
    Lab lab = new Lab();
    try {
      lab.arxivGap = HostRules.ARXIV_GAP;
      lab.dns = host -> List.of(InetAddress.getByName("127.1.0.1"));
      LoopbackSite site =
          lab.site((n, r, out, s) -> {
            String to = r.path().replaceFirst("/to/", "");
            switch (r.path()) {
              case "/robots.txt" -> LoopbackSite.send(out, "404 No", "");
              case String path when path.startsWith("/to/") ->
                  LoopbackSite.send(
                      out,
                      "302 Found",
                      "",
                      "Location: http://" + r.header("Host").replace("blog.test", to) + "/abs/9");
              default -> LoopbackSite.send(out, "200 OK", "<p>x</p>", "Content-Type: text/html");
            }
          });
      String port = ":" + site.at("/").getPort();
      Pages bounded = new Pages(lab.http());
      List<PageOutcome> got = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        String paper = "http://n" + i + ".arxiv.org" + port + "/abs/" + i;
        String detour = "http://blog.test" + port + "/to/N" + i + ".arxiv.org";
        got.add(
            i % 5 == 0
                ? bounded.transcript(
                    URI.create(paper), URI.create("http://pod.test/feed"), page -> page)
                : bounded.fetch(URI.create(i % 2 == 0 ? paper : detour)));
      }
      assertThat(got).filteredOn(PageOutcome.Page.class::isInstance).hasSize(Pages.MOST_ARXIV);
      assertThat(got.subList(Pages.MOST_ARXIV, 500))
          .containsOnly(
              new PageOutcome.Failed(
                  "postponed: After 100 pages of arXiv, more are not asked for in one run."));
      assertThat(lab.time.passed()).isLessThan(Duration.ofMinutes(11));
      assertThat(bounded.fetch(URI.create("http://blog.test" + port + "/post")))
          .isInstanceOf(PageOutcome.Page.class);
    } finally {
      lab.close();
    }
  }

  @Test
  void full_texts_of_papers_have_a_smaller_share_than_links() throws Exception {
    LoopbackSite site = site("404 No", "", "text/html");
    for (int i = 0; i < Pages.MOST_PAPERS; i++) {
      assertThat(paper(site.at("/html/" + i))).isInstanceOf(PageOutcome.Page.class);
    }
    assertThat(paper(site.at("/html/last"))).isInstanceOf(PageOutcome.Failed.class);
    assertThat(pages.fetch(site.at("/abs/last"))).isInstanceOf(PageOutcome.Page.class);
  }

  @ParameterizedTest
  @CsvSource({"404 No, Page", "403 No, Page", "500 Oops, Failed", "503 Busy, Failed"})
  void missing_robots_allow_and_failing_robots_forbid_for_now(String status, String outcome)
      throws Exception {
    LoopbackSite site = site(status, "", "text/html");
    assertThat(pages.fetch(site.at("/a")).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void only_text_is_a_page() throws Exception {
    LoopbackSite picture = site("404 No", "", "image/png");
    assertThat(pages.fetch(picture.at("/a")))
        .isEqualTo(new PageOutcome.Failed("not a page but image/png"));
    assertThat(pages.fetch(picture.at("/gone"))).isEqualTo(new PageOutcome.Failed("http 404"));
    LoopbackSite pdf = site("404 No", "", "application/pdf");
    assertThat(pages.fetch(pdf.at("/a"))).isInstanceOf(PageOutcome.Page.class);
    LoopbackSite xhtml = site("404 No", "", "application/xhtml+xml; charset=utf-8");
    assertThat(pages.fetch(xhtml.at("/a"))).isInstanceOf(PageOutcome.Page.class);
  }

  @Test
  void feeds_are_found_by_name_by_custom_or_on_the_spot() throws Exception {
    String rss = "<rss version=\"2.0\"><channel><title>T</title></channel></rss>";
    LoopbackSite site =
        new LoopbackSite(
            "127.1.0.4",
            (n, r, out, s) -> {
              switch (r.path()) {
                case "/blog/" ->
                    LoopbackSite.send(
                        out,
                        "200 OK",
                        "<html><link rel=alternate type=application/rss+xml href=named.xml><link"
                            + " rel=alternate type=application/atom+xml href=/none.xml></html>");
                case "/bare" -> LoopbackSite.send(out, "200 OK", "<html></html>");
                case "/blog/named.xml", "/index.xml" -> LoopbackSite.send(out, "200 OK", rss);
                default -> LoopbackSite.send(out, "404 No", "");
              }
            });
    sites.add(site);
    FeedFinder finder = new FeedFinder(http);
    assertThat(found(finder.find(site.at("/blog/"))))
        .extracting(FeedFinder.Found::url)
        .containsExactly(site.at("/blog/named.xml"));
    assertThat(found(finder.find(site.at("/bare"))))
        .extracting(FeedFinder.Found::url)
        .containsExactly(site.at("/index.xml"));
    assertThat(found(finder.find(site.at("/blog/named.xml")))).hasSize(1);
    int before = site.requests.size();
    assertThat(finder.findNamed(site.at("/none")))
        .isEqualTo(new FeedFinder.Finding.Nothing("127.1.0.4 answered 404."));
    assertThat(finder.findNamed(site.at("/bare"))).isEqualTo(new FeedFinder.Finding.PageWithout());
    assertThat(site.requests).as("no customary place is asked").hasSize(before + 2);
  }

  private static List<FeedFinder.Found> found(FeedFinder.Finding finding) {
    return finding instanceof FeedFinder.Finding.Feeds(var feeds) ? feeds : List.of();
  }
}
