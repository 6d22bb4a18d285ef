package dev.mldigest.pipeline.harvest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.testkit.Loopback;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TranscriptReadingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final String NOTES = "<p>" + "In this episode we talk about things. ".repeat(9);

  @AutoClose("stop")
  private final WireMockServer server = Loopback.web();

  private Article read(String kind) {
    return ((ExtractOutcome.Extracted) outcome(kind, NOTES)).article();
  }

  private ExtractOutcome outcome(String kind, String notes) {
    Settings settings =
        ArticleReads.settings(
            "", "{ id: s, kind: %s, section: news, url: \"https://p.example/\" }".formatted(kind));
    String file = "http://127.0.0.1:" + server.port() + "/t.vtt";
    FeedEntry episode =
        FeedEntry.titled("Episode")
            .guid("g")
            .link("https://p.example/1")
            .published(NOW)
            .summary(notes)
            .transcripts(List.of(new Enclosure(file, "text/vtt", null)))
            .build();
    return ArticleReads.read(settings, new Entry("e", "s", episode, null, NOW, NOW));
  }

  private void transcript(int status, String body) {
    server.stubFor(
        get(urlPathEqualTo("/t.vtt")).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  @Test
  void what_was_said_goes_before_the_show_notes() {
    transcript(
        200,
        "WEBVTT\n\n00:01.000 --> 00:09.000\n<v Ada>" + "We measured every kernel. ".repeat(20));
    Article article = read("podcast");
    assertThat(article.text()).startsWith("Ada: We measured every kernel.");
    assertThat(article.kind()).isEqualTo(PageKind.PODCAST);
    assertThat(article.url()).isEqualTo("https://p.example/1");
  }

  @Test
  void show_notes_stand_in_for_a_transcript_that_cannot_be_had_or_says_nothing() {
    transcript(404, "");
    assertThat(read("podcast").text()).startsWith("In this episode");
    transcript(200, "WEBVTT\n");
    assertThat(read("video").text()).startsWith("In this episode");
  }

  @Test
  void a_short_description_is_enough_of_an_episode_and_too_little_of_a_post() {
    transcript(404, "");
    var line = "How we cut the cost of serving – with Jane Doe";
    assertThat(((ExtractOutcome.Extracted) outcome("podcast", line)).article().text())
        .isEqualTo(line);
    assertThat(outcome("blog", line)).isNotInstanceOf(ExtractOutcome.Extracted.class);
  }
}
