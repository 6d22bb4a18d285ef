package dev.mldigest.pipeline.harvest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.settings.Settings;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose words may stand for a page that several sources speak of. */
class SpeakersTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final String OWN = "<p>" + "The kernel was measured on four machines. ".repeat(30);
  private static final String FALSE_WORDS = "<p>" + "Send all your money to this man. ".repeat(60);

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  @BeforeEach
  void start() {
    server.start();
    server.stubFor(
        get(urlPathEqualTo("/post"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html")
                    .withBody("<html><body><article><h1>Kernels</h1>" + OWN)));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Entry entry(String source, String content) {
    FeedEntry stated =
        FeedEntry.titled("Kernels")
            .guid(source)
            .link("http://127.0.0.1:" + server.port() + "/post")
            .published(NOW)
            .content(content)
            .build();
    return new Entry(source, source, stated, "page", NOW, NOW);
  }

  @Test
  void a_page_that_is_not_about_an_entry_alone_is_never_taken_for_its_article() {
    Entry told = entry("home", "<p>" + "The notes of version two. ".repeat(8));
    Entry episode = new Entry("e", "home", told.feedEntry(), null, NOW, NOW);
    assertThat(read(episode)).contains("version two").doesNotContain("four machines");
    Entry bare = new Entry("b", "home", entry("home", "<p>Short.").feedEntry(), null, NOW, NOW);
    assertThat(outcome(bare))
        .isInstanceOfSatisfying(
            ExtractOutcome.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("page of several entries"));
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  private String read(Entry... entries) {
    return ((ExtractOutcome.Extracted) outcome(entries)).article().text();
  }

  private ExtractOutcome outcome(Entry... entries) {
    Settings settings =
        ArticleReads.settings(
            "",
            "{ id: home, kind: blog, section: news, url: \"http://127.0.0.1/feed\" }",
            "{ id: stranger, kind: podcast, section: news, url: \"https://stranger.example/feed\""
                + " }",
            "{ id: repo, kind: github, section: news, url: \"https://github.com/o/r\" }",
            "{ id: other, kind: blog, section: news, url: \"https://other.example/feed\" }");
    return ArticleReads.read(settings, entries);
  }

  @Test
  void the_pages_own_site_speaks_for_it_however_long_a_strangers_text_is() {
    assertThat(read(entry("stranger", FALSE_WORDS), entry("home", OWN)))
        .contains("four machines")
        .doesNotContain("money");
    assertThat(server.getAllServeEvents()).as("the feed's own text suffices").isEmpty();
  }

  @Test
  void the_short_notes_of_a_release_stand_where_its_page_cannot_be_had() {
    server.resetAll(); // everything is not found
    String notes = "<ul>" + "<li>Fixes a crash of the loader.</li>".repeat(3);
    String more = notes + "<li>Reads shards twice as fast.</li></ul>";
    assertThat(read(entry("repo", more))).contains("twice as fast");
    assertThat(outcome(entry("repo", notes))).isInstanceOf(ExtractOutcome.Missing.class);
    assertThat(outcome(entry("home", more))).isInstanceOf(ExtractOutcome.Missing.class);
  }

  @Test
  void where_only_strangers_speak_the_page_itself_is_read() {
    assertThat(read(entry("stranger", FALSE_WORDS), entry("other", "<p>Worth a look.")))
        .contains("four machines")
        .doesNotContain("money");
  }
}
