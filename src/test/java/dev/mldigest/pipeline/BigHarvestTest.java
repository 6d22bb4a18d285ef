package dev.mldigest.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.issue.Considered;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.extract.Extractor;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.pipeline.harvest.Harvest;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.TestSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many sources at once: none makes another one late, and nobody's speed decides what is told. */
@Timeout(300)
class BigHarvestTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  @TempDir Path folder;
  private final List<HttpServer> servers = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private Duration deadline = Duration.ofSeconds(20);

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  /** What a path is answered; one that is not there is a 404. */
  private interface Site {
    String answer(String path) throws Exception;
  }

  private String site(String host, Site site) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(host, 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> serve(exchange, host, site));
    server.start();
    servers.add(server);
    return "http://" + host + ":" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange, String host, Site site) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(host + path);
    try (exchange) {
      byte[] body = site.answer(path).getBytes(UTF_8);
      exchange.sendResponseHeaders(
          body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (Exception e) {
      // the client went away
    }
  }

  private static String feed(String... items) {
    return "<rss version='2.0'><channel><title>t</title>"
        + String.join("", items)
        + "</channel></rss>";
  }

  private static String item(String link) {
    return item(link, "");
  }

  private static String item(String link, String text) {
    return "<item><title>Post</title><link>"
        + link
        + "</link><pubDate>Sun, 01 Mar 2026 06:00:00 GMT</pubDate><description>"
        + text
        + "</description></item>";
  }

  private static String words(String word) {
    return (word + " tells what we measured in production with the batches of a week. ").repeat(20);
  }

  private static String page(String word) {
    return "<html><body><article><p>" + words(word) + "</p></article></body></html>";
  }

  private static Source source(String id, String url) {
    return new Source(id, id, SourceKind.BLOG, URI.create(url), "s", 1, List.of(), null);
  }

  private Harvest.Result harvest(Store store, Source... sources) {
    return harvest(store, NOW, sources);
  }

  private Harvest.Result harvest(Store store, Instant now, Source... sources) {
    Settings settings = settings(sources);
    InstantSource clock = InstantSource.fixed(now);
    Window week = new Window(now.minus(Duration.ofDays(7)), now);
    try (Http http =
        Http.as(settings.network(), "ml-digest/1 (+test)")
            .clock(clock)
            .pauses(store.hostPauses())
            .build()) {
      return new Harvest(
              settings,
              store,
              new SourceReader(http),
              new Pages(http),
              new Extractor(),
              clock,
              Progress.SILENT)
          .run(Harvest.Asking.ALLOWED, week, now);
    }
  }

  /** The beginnings of the articles, by page; of one without, what became of it. */
  private static Map<String, String> articles(Store store) {
    Map<String, String> texts = new TreeMap<>();
    for (Considered one :
        store.ledger().considered(dev.mldigest.domain.Week.of(NOW, ZoneOffset.UTC), NOW)) {
      texts.put(
          one.entry().page().replaceFirst(":\\d+/", "/"),
          one.article() != null
              ? one.article().text().split(" ", 2)[0]
              : one.outcome() instanceof ExtractOutcome.Missing ? "missing" : "unread");
    }
    return texts;
  }

  // ------------------------------------------------------------------ nobody waits for others

  @Test
  void the_pages_of_a_slow_host_keep_no_other_host_waiting() throws Exception {
    CountDownLatch other = new CountDownLatch(1);
    String[] base = new String[2];
    base[0] =
        site(
            "127.1.0.1",
            path -> {
              if (path.startsWith("/p")) {
                other.await();
                return page("Slow");
              }
              return path.equals("/feed")
                  ? IntStream.range(0, 40)
                      .mapToObj(i -> item(base[0] + "/p" + i))
                      .collect(joining("", "<rss version='2.0'><channel>", "</channel></rss>"))
                  : "";
            });
    base[1] =
        site(
            "127.1.0.2",
            path -> {
              if (path.equals("/p")) {
                other.countDown();
              }
              return path.equals("/feed") ? feed(item(base[1] + "/p")) : page("Fast");
            });
    try (Store store = Store.open(folder)) {
      harvest(store, source("a", base[0] + "/feed"), source("b", base[1] + "/feed"));
      assertThat(articles(store)).hasSize(41).doesNotContainValue("missing");
    }
  }

  @Test
  void articles_are_read_while_other_sources_still_come_in() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    String[] base = new String[2];
    base[0] =
        site(
            "127.1.0.1",
            path -> {
              if (path.equals("/p")) {
                read.countDown();
              }
              return path.equals("/feed") ? feed(item(base[0] + "/p")) : page("Early");
            });
    base[1] =
        site(
            "127.1.0.2",
            path -> {
              read.await();
              return path.equals("/feed") ? feed(item(base[1] + "/p")) : page("Late");
            });
    try (Store store = Store.open(folder)) {
      Harvest.Result result =
          harvest(store, source("a", base[0] + "/feed"), source("b", base[1] + "/feed"));
      assertThat(result.reached()).isEqualTo(2);
      assertThat(result.pagesRead()).isEqualTo(2);
      assertThat(articles(store)).containsValues("Early", "Late");
    }
  }

  // ------------------------------------------------------------------ asked once more

  @Test
  void a_source_that_was_late_is_asked_once_more_when_all_others_are_through() throws Exception {
    deadline = Duration.ofSeconds(1);
    CountDownLatch never = new CountDownLatch(1);
    List<String> answered = new CopyOnWriteArrayList<>();
    String late =
        site(
            "127.1.0.1",
            path -> {
              if (asked.stream().filter("127.1.0.1/feed"::equals).count() == 1) {
                never.await();
              }
              answered.add("late" + path);
              return path.equals("/feed") ? feed() : "";
            });
    String[] base = new String[1];
    base[0] =
        site(
            "127.1.0.2",
            path -> {
              answered.add("other" + path);
              return path.equals("/feed")
                  ? feed(item(base[0] + "/p1"), item(base[0] + "/p2"))
                  : page("Text");
            });
    try (Store store = Store.open(folder)) {
      Harvest.Result result =
          harvest(store, source("late", late + "/feed"), source("other", base[0] + "/feed"));
      assertThat(result.polled()).isEqualTo(2);
      assertThat(result.reached()).isEqualTo(2);
      assertThat(answered).contains("other/p1", "other/p2").endsWith("late/feed");
      assertThat(store.sources().polls()).allMatch(poll -> poll.outcome().equals("fetched"));
    } finally {
      never.countDown();
    }
  }

  @Test
  void a_source_that_stays_silent_is_asked_twice_and_counts_as_one_failure() throws Exception {
    deadline = Duration.ofSeconds(1);
    CountDownLatch never = new CountDownLatch(1);
    Site hanging =
        path -> {
          never.await();
          return "";
        };
    Source silent = source("silent", site("127.1.0.1", hanging) + "/feed");
    String other = site("127.1.0.2", path -> path.equals("/feed") ? feed() : "");
    try (Store store = Store.open(folder)) {
      harvest(store, silent, source("other", other + "/feed"));
      assertThat(asked)
          .containsExactlyInAnyOrder("127.1.0.1/feed", "127.1.0.1/feed", "127.1.0.2/feed");
      assertThat(store.sources().state(silent).failures()).isEqualTo(1);
    } finally {
      never.countDown();
    }
  }

  // ------------------------------------------------------------------ hostile ones

  @Test
  void hostile_feeds_listed_first_change_nothing_of_the_others() throws Exception {
    String good =
        site(
            "127.1.0.1",
            path ->
                path.startsWith("/feed")
                    ? feed(item("http://nowhere.invalid" + path, words("Good")))
                    : "");
    List<Source> sources = new ArrayList<>();
    List<String> bombs =
        List.of(
            feed("<item><description>" + "&".repeat(9_000_000) + "</description></item>"),
            feed("<item><description>" + "&amp;".repeat(1_800_000) + "</description></item>"),
            feed("<item><title>t</title></item>".repeat(300_000)),
            feed("<item><title>" + "&lt;".repeat(2_000_000)));
    for (int i = 0; i < bombs.size(); i++) {
      String bomb = bombs.get(i);
      sources.add(source("bomb" + i, site("127.1.1." + (i + 1), path -> bomb) + "/feed"));
    }
    for (int i = 0; i < 40; i++) {
      sources.add(source("good" + i, good + "/feed" + i));
    }
    try (Store store = Store.open(folder)) {
      harvest(store, sources.toArray(Source[]::new));
      assertThat(store.sources().polls())
          .filteredOn(poll -> poll.sourceId().startsWith("good"))
          .hasSize(40)
          .allMatch(poll -> poll.outcome().equals("fetched") && poll.entries() == 1);
      assertThat(store.sources().polls())
          .filteredOn(poll -> poll.sourceId().startsWith("bomb"))
          .hasSize(4)
          .allMatch(poll -> poll.outcome().equals("partial") && !poll.detail().isEmpty());
    }
  }

  // ------------------------------------------------------------------ who speaks

  /** A page of the first source that a second one tells too, which may come before or after it. */
  private Map<String, String> told(Path state, boolean strangerFirst, boolean readable)
      throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    String[] base = new String[2];
    base[0] =
        site(
            "127.1.0.1",
            path -> {
              if (path.equals("/feed")) {
                if (strangerFirst) {
                  first.await();
                }
                return feed(item(base[0] + "/p"));
              }
              if (path.equals("/p") && !strangerFirst) {
                first.countDown();
              }
              return path.equals("/p") && readable ? page("Home") : "";
            });
    base[1] =
        site(
            "127.1.0.2",
            path -> {
              if (!path.equals("/feed")) {
                return "";
              }
              if (!strangerFirst) {
                first.await();
              }
              first.countDown();
              return feed(item(base[0] + "/p?utm_source=stranger", words("Stranger")));
            });
    try (Store store = Store.open(state)) {
      harvest(store, source("home", base[0] + "/feed"), source("stranger", base[1] + "/feed"));
      return articles(store);
    }
  }

  @Test
  void who_speaks_for_a_page_does_not_depend_on_who_came_first() throws Exception {
    assertThat(told(folder.resolve("1"), true, true)).containsValue("Home").hasSize(1);
    assertThat(told(folder.resolve("2"), false, true)).containsValue("Home").hasSize(1);
  }

  @Test
  void nor_does_it_where_the_page_cannot_be_had() throws Exception {
    assertThat(told(folder.resolve("1"), true, false)).containsValue("Stranger").hasSize(1);
    assertThat(told(folder.resolve("2"), false, false)).containsValue("Stranger").hasSize(1);
    assertThat(asked.stream().filter("127.1.0.1/p"::equals)).as("asked once a harvest").hasSize(2);
  }

  /** Its blog gives it a new date at each poll, but the one that counts is the first. */
  @Test
  void an_old_page_without_a_date_that_somebody_names_this_week_is_read() throws Exception {
    List<String> posts = new CopyOnWriteArrayList<>(List.of("/old"));
    String[] base = new String[1];
    base[0] =
        site(
            "127.1.0.1",
            path ->
                path.equals("/feed")
                    ? feed(
                        posts.stream().map(post -> undated(base[0] + post)).toArray(String[]::new))
                    : posts.size() > 1 ? page("Home") : "");
    String stranger =
        site("127.1.0.2", path -> path.equals("/feed") ? feed(item(base[0] + "/old")) : "");
    Source home = source("home", base[0] + "/feed");
    try (Store store = Store.open(folder)) {
      harvest(store, NOW.minus(Duration.ofDays(10)), home);
      harvest(store, NOW.minus(Duration.ofHours(2)), source("stranger", stranger + "/feed"));
      posts.addFirst("/new");
      assertThat(harvest(store, NOW, home).pagesRead()).isEqualTo(2);
      assertThat(articles(store)).hasSize(2).doesNotContainValue("missing");
    }
  }

  @Test
  void a_page_whose_reading_was_given_up_counts_as_not_read_yet() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    String elsewhere =
        site(
            "127.1.0.2",
            path -> {
              if (path.equals("/p")) {
                reading.countDown();
                never.await();
              }
              return "";
            });
    String base =
        site("127.1.0.1", path -> path.equals("/feed") ? feed(item(elsewhere + "/p")) : "");
    try (Store store = Store.open(folder)) {
      Thread run = Thread.ofPlatform().start(() -> harvest(store, source("a", base + "/feed")));
      reading.await();
      run.interrupt();
      run.join();
      assertThat(articles(store)).hasSize(1).containsValue("unread");
    } finally {
      never.countDown();
    }
  }

  private static String undated(String link) {
    return "<item><title>Post</title><link>" + link + "</link></item>";
  }

  private Settings settings(Source... sources) {
    return TestSettings.of(
        TestSettings.network(deadline, 10_000_000, 2, "127.1.0.0/16"), List.of(sources));
  }
}
