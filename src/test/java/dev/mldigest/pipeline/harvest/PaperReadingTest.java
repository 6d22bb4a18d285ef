package dev.mldigest.pipeline.harvest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.extract.Pdfs;
import dev.mldigest.testkit.Loopback;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PaperReadingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final String PAPER = "https://arxiv.org/abs/2602.01234";
  private static final String ABSTRACT =
      "A second pass over the cells of a table halves the error. ".repeat(5);
  private static final String SENTENCE = "Each cell of a table is read again by the model. ";

  @AutoClose("stop")
  private final WireMockServer server = Loopback.web();

  private String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  private Article read(String link, @Nullable String summary, boolean articles) {
    Settings settings =
        ArticleReads.settings(
            ", articles: %s, per-host-gap: 0s".formatted(articles),
            "{ id: s, kind: arxiv, section: news, categories: [cs.LG] }");
    FeedEntry listed =
        FeedEntry.titled("Tables").guid("g").link(link).published(NOW).summary(summary).build();
    return ((ExtractOutcome.Extracted)
            ArticleReads.read(
                settings,
                new PaperPages(URI.create(address("/"))),
                new Entry("e", "s", listed, link, NOW, NOW)))
        .article();
  }

  private void serve(String path, String type, byte[] body) {
    server.stubFor(
        get(urlPathEqualTo(path))
            .willReturn(aResponse().withHeader("Content-Type", type).withBody(body)));
  }

  private void servePage() {
    String page =
        "<html><title>Tables</title><article class=ltx_document><section class=ltx_section>"
            + "<h2 class=ltx_title>1 Introduction</h2><p class=ltx_p>"
            + SENTENCE.repeat(60)
            + "</section></article>";
    serve("/html/2602.01234", "text/html", page.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] pdf() {
    return new Pdfs()
        .line("Reading Tables Twice", 180, 90, 17, Pdfs.BOLD)
        .line("Abstract", 270, 130, 11, Pdfs.BOLD)
        .lines(60, 150, (SENTENCE + "\n").repeat(50))
        .bytes();
  }

  private List<String> asked() {
    return server.getAllServeEvents().reversed().stream()
        .map(event -> event.getRequest().getUrl())
        .filter(path -> !path.equals("/robots.txt"))
        .toList();
  }

  @Test
  void the_full_text_of_a_listed_paper_is_read_from_its_page() {
    servePage();

    Article article = read(PAPER, ABSTRACT, true);

    assertThat(article.markdown()).startsWith("## 1 Introduction\n\nEach cell");
    assertThat(article.kind()).isEqualTo(PageKind.PAPER);
    assertThat(asked()).containsExactly("/html/2602.01234");
  }

  @Test
  void a_paper_without_a_page_is_read_from_its_pdf() {
    serve("/pdf/2602.01234", "application/pdf", pdf());

    Article article = read(PAPER, ABSTRACT, true);

    assertThat(article.markdown()).startsWith("## Abstract\n\nEach cell");
    assertThat(article.kind()).isEqualTo(PageKind.PAPER);
    assertThat(asked()).containsExactly("/html/2602.01234", "/pdf/2602.01234");
  }

  @Test
  void a_paper_without_either_keeps_the_abstract_of_the_list() {
    serve("/pdf/2602.01234", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));

    assertThat(read(PAPER, ABSTRACT, true).text()).isEqualTo(ABSTRACT.strip());
    assertThat(asked()).containsExactly("/html/2602.01234", "/pdf/2602.01234");
  }

  @Test
  void no_full_text_is_asked_for_where_pages_are_switched_off() {
    servePage();

    assertThat(read(PAPER, ABSTRACT, false).text()).isEqualTo(ABSTRACT.strip());
    assertThat(asked()).isEmpty();
  }

  @Test
  void a_pdf_that_a_feed_links_to_is_read() {
    serve("/report.pdf", "application/pdf", pdf());

    assertThat(read(address("/report.pdf"), null, true).text()).contains(SENTENCE.strip());
  }
}
