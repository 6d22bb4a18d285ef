package dev.mldigest.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code feeds add URL}: what it asks, what it says, what it writes. */
class FeedsAddTest {
  @TempDir Path folder;
  @AutoClose private final Internet internet = new Internet();

  private Ended addTo(String configuration, String... arguments) throws IOException {
    Program program = new Program(folder, configuration, Internet.NOW.toString());
    String[] line = new String[arguments.length + 4];
    line[0] = "feeds";
    line[1] = "add";
    System.arraycopy(arguments, 0, line, 2, arguments.length);
    line[line.length - 2] = "--config";
    line[line.length - 1] = program.config().toString();
    return Program.call(line);
  }

  private Ended add(String... arguments) throws IOException {
    return addTo(internet.configuration(""), arguments);
  }

  private void answer(String path, int status, String type, String body) {
    internet
        .server()
        .stubFor(
            get(urlPathEqualTo(path))
                .willReturn(
                    aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", type)
                        .withBody(body)));
  }

  private String written() throws IOException {
    return Files.readString(folder.resolve("feeds.yaml"));
  }

  private long asked() {
    return internet.server().getAllServeEvents().size();
  }

  @ParameterizedTest
  @CsvSource({
    "https://arxiv.org/list/cs.LG/recent,kind 'arxiv'",
    "https://news.ycombinator.com/newest,kind 'hacker-news'",
    "https://huggingface.co/papers,kind 'hugging-face'",
    "https://www.reddit.com/settings,must be a subreddit",
    "https://www.youtube.com/watch?v=x,must be a channel",
    "https://github.com/pytorch,must be a repository",
  })
  void an_address_that_is_known_to_be_no_feed_is_answered_without_asking(String url, String said)
      throws IOException {
    String closed = internet.configuration("").replace("network:\n", "network:\n  proxy: %s\n");
    Ended ended = addTo(closed.formatted(internet.address()), url);
    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains(said);
    assertThat(asked()).isZero();
  }

  @Test
  void a_server_in_trouble_is_named_and_not_asked_for_more() throws IOException {
    answer("/busy", 500, "text/html", "");
    Ended ended = add(internet.address() + "/busy");
    assertThat(ended.code()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.err()).contains("answered 500").doesNotContain("sitemap");
    assertThat(internet.server().getAllServeEvents())
        .allMatch(event -> event.getRequest().getUrl().equals("/busy"));
  }

  @Test
  void what_is_not_public_is_said() throws IOException {
    String closed = internet.configuration("").replaceAll(" +allow-private.*\n", "");
    Ended ended = addTo(closed, internet.address() + "/blog");
    assertThat(ended.code()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.err()).contains("is not public", "network.allow-private");
  }

  @Test
  void a_host_that_cannot_be_reached_is_said() throws IOException {
    String address = internet.address();
    String yaml = internet.configuration("");
    internet.close();
    assertThat(addTo(yaml, address + "/blog").err())
        .contains("refused the connection")
        .doesNotContain("sitemap");
  }

  @Test
  void only_a_page_that_was_read_gets_the_hint() throws IOException {
    answer("/page", 200, "text/html", "<html><p>Hello</p></html>");
    assertThat(add(internet.address() + "/page").err()).contains("'sitemap'", "'listing'");
    answer("/broken", 200, "application/xml", "<rss><chan");
    assertThat(add(internet.address() + "/broken").err()).doesNotContain("'sitemap'");
  }

  @Test
  void a_page_of_several_dated_pieces_is_added_as_a_listing() throws IOException {
    String piece = "<h2>%s</h2><p>The sampler draws from the cache first.";
    answer(
        "/log",
        200,
        "text/html",
        "<title>A log</title>"
            + piece.formatted("2026-02-27")
            + piece.formatted("2026-02-20")
            + piece.formatted("2026-02-13"));
    assertThat(add(internet.address() + "/log").out())
        .contains("kind listing, 3 entries, 2026-02-13T00:00:00Z to 2026-02-27T00:00:00Z");
    assertThat(written())
        .contains("id: a-log", "kind: listing", "url: " + internet.address() + "/log");
  }

  @Test
  void a_feed_that_a_page_names_and_that_fails_is_the_reason() throws IOException {
    answer(
        "/page",
        200,
        "text/html",
        "<html><link rel=alternate type=application/rss+xml href=/gone.xml></html>");
    assertThat(add(internet.address() + "/page").err()).contains("/gone.xml", "answered 404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<enclosure url='https://e.example/a' type='audio/mpeg' length='1'/>",
        "<enclosure url='https://e.example/a.mp3?x=1'/>",
        "<itunes:duration xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>1:00"
            + "</itunes:duration>",
        "<p:transcript xmlns:p='https://podcastindex.org/namespace/1.0'"
            + " url='https://e.example/t.vtt' type='text/vtt'/>",
      })
  void what_is_listened_to_is_added_as_a_podcast(String sign) throws IOException {
    answer(
        "/talks.xml",
        200,
        "application/rss+xml",
        "<rss version='2.0'><channel><title>Talks</title><item><title>One</title>"
            + sign
            + "</item></channel></rss>");
    assertThat(add(internet.address() + "/talks.xml").code()).isZero();
    assertThat(written()).contains("id: talks\n", "kind: podcast\n");
  }

  @Test
  void one_recording_among_posts_makes_no_podcast() throws IOException {
    answer(
        "/blog.xml",
        200,
        "application/rss+xml",
        "<rss version='2.0'><channel><title>Talks</title><item><title>One</title>"
            + "<enclosure url='https://e.example/a' type='audio/mpeg' length='1'/></item>"
            + "<item><title>Two</title></item><item><title>Three</title></item></channel></rss>");
    assertThat(add(internet.address() + "/blog.xml").code()).isZero();
    assertThat(written()).doesNotContain("kind: podcast");
  }

  @Test
  void a_password_in_the_address_is_refused_and_not_repeated() throws IOException {
    String host = internet.address().replace("http://", "");
    for (String url :
        new String[] {
          "http://me:hunter2@" + host, "me:hunter2@" + host, "https://me:hunter2@a b/"
        }) {
      Ended ended = add(url);
      assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
      assertThat(ended.err() + ended.out())
          .contains("must not hold a user name or password")
          .doesNotContain("hunter2");
    }
    assertThat(asked()).isZero();
  }

  @Test
  void an_address_without_a_scheme_is_completed_in_the_answer() throws IOException {
    assertThat(add("blog.example.org/feed").err()).contains("https://blog.example.org/feed");
    assertThat(add("localhost:8080/feed").err()).contains("https://localhost:8080/feed");
    assertThat(add("ftp://blog.example.org/feed").err()).contains("must begin with https://");
  }

  @Test
  void the_scheme_may_be_written_in_capitals() throws IOException {
    answer("/new.xml", 200, "text/xml", "<rss version='2.0'><channel><title>New</title></channel>");
    Ended ended = add(internet.address().replace("http", "HTTP") + "/new.xml");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(written()).contains("url: " + internet.address() + "/new.xml");
  }

  @Test
  void what_is_known_beforehand_is_said_before_anything_is_asked() throws IOException {
    Ended section = add(internet.address() + "/new.xml", "--section", "none");
    assertThat(section.code()).isEqualTo(ExitCode.USAGE);
    assertThat(section.err()).contains("no section 'none'");
    assertThat(add(internet.address() + "/s0/feed.xml").err()).contains("has this feed already");
    assertThat(asked()).isZero();
  }

  @Test
  void a_feed_with_neither_title_nor_entries_is_refused() throws IOException {
    answer("/empty.xml", 200, "text/xml", "<rss version='2.0'><channel></channel></rss>");
    Ended ended = add(internet.address() + "/empty.xml");
    assertThat(ended.code()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.err()).contains("neither a title nor entries");
    assertThat(written()).doesNotContain("empty.xml");
  }

  @Test
  void a_selector_that_is_none_is_a_mistake() throws IOException {
    String yaml =
        internet.configuration("")
            + "  - { id: l, kind: listing, section: engineering, url: https://l.example, links:"
            + " \"a[\" }\n";
    assertThat(addTo(yaml, "https://l.example/feed").err()).contains("source 'l': 'links'");
  }
}
