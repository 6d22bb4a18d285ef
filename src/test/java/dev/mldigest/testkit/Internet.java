package dev.mldigest.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The outside world of a test on loopback: a few sources with articles, and a model provider. */
public final class Internet implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  public static final String WEEK = "2026-W10";
  public static final int SOURCES = 3;
  public static final int POSTS = 4;

  private static final String[] SUBJECTS = {
    "Serving a 70B language model on two consumer cards",
    "What broke when we moved our feature store to Iceberg",
    "Quantised KV caches: a measured look at long contexts",
    "Training data deduplication at a trillion tokens",
    "Why our reranker lost to a tuned BM25 baseline",
    "An evaluation harness that engineers trust",
    "Speculative decoding under real traffic",
    "Detecting label drift before the dashboard does",
    "Retrieval that survives a schema change",
    "Checkpointing large training runs every minute",
    "Batch scheduling for mixed inference workloads",
    "A post-mortem of a silent data leak in evaluation"
  };

  private final WireMockServer server;

  public Internet() {
    server = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    server.start();
    server.stubFor(get(urlEqualTo("/robots.txt")).willReturn(aResponse().withStatus(404)));
    for (int source = 0; source < SOURCES; source++) {
      publish(source);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + server.port();
  }

  public WireMockServer server() {
    return server;
  }

  /** The subject of a post. */
  public static String title(int source, int post) {
    return SUBJECTS[source * POSTS + post];
  }

  public void breakSource(int source, ResponseDefinitionBuilder response) {
    server.stubFor(get(urlPathEqualTo("/s" + source + "/feed.xml")).willReturn(response));
  }

  /** The provider answers every request like this. */
  public void provider(ResponseDefinitionBuilder response) {
    server.stubFor(post(urlPathEqualTo("/v1/chat/completions")).willReturn(response));
  }

  /** Something of a test's own. */
  public void answers(MappingBuilder stub) {
    server.stubFor(stub);
  }

  public List<LoggedRequest> modelCalls() {
    return server.findAll(
        com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor(
            urlPathEqualTo("/v1/chat/completions")));
  }

  public int requests() {
    return server.getAllServeEvents().size();
  }

  /** Replaces a source's feed by one with these items, each with its full text. */
  public void republish(int source, String... items) {
    String feed =
        "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
            + "<title>Source</title><link>http://127.0.0.1/</link>"
            + String.join("", items)
            + "</channel></rss>";
    breakSource(
        source, aResponse().withHeader("Content-Type", "application/rss+xml").withBody(feed));
  }

  /** An item with a full text of its own. */
  public String itemOn(String title, String path, Instant published) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      text.append("<p>Sentence ").append(i).append(" on how ").append(title);
      text.append(
          " changed the machine-learning inference platform of our team in production.</p>");
    }
    return "<item><title>"
        + title
        + "</title><link>"
        + address()
        + path
        + "</link><guid>urn:item:"
        + path
        + "</guid><pubDate>"
        + DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC))
        + "</pubDate><content:encoded><![CDATA["
        + text
        + "]]></content:encoded></item>";
  }

  /** feeds.yaml for this world; {@code model} is the model block or empty. */
  public String configuration(String model) {
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        """
        title: Test Digest
        time-zone: UTC
        audience:
          description: Engineers who train, serve and evaluate machine-learning models in production.
          wanted:
            - Speculative decoding under real traffic
          unwanted:
            - What is machine learning? An introduction
        issue:
          picks: 5
          sections:
            - { id: engineering, title: Engineering, slots: 5, at-least: 1 }
        network:
          deadline: 3s
          allow-private: [127.0.0.0/8]
        """);
    yaml.append(model);
    yaml.append("sources:\n");
    for (int source = 0; source < SOURCES; source++) {
      yaml.append("  - id: s").append(source).append('\n');
      yaml.append("    title: Source ").append(source).append('\n');
      yaml.append("    kind: blog\n    section: engineering\n");
      yaml.append("    url: ").append(address()).append("/s").append(source).append("/feed.xml\n");
    }
    return yaml.toString();
  }

  public String model() {
    return """
    model:
      provider: openai
      base-url: %s/v1
      name: test-model
      deadline: 3s
    """
        .formatted(address());
  }

  private void publish(int source) {
    StringJoiner items = new StringJoiner("\n");
    for (int post = 0; post < POSTS; post++) {
      String path = "/s" + source + "/post-" + post + ".html";
      items.add(item(source, post, address() + path));
      server.stubFor(
          get(urlEqualTo(path))
              .willReturn(
                  aResponse()
                      .withHeader("Content-Type", "text/html; charset=utf-8")
                      .withBody(page(source, post))));
    }
    String feed =
        "<rss version=\"2.0\"><channel><title>Source "
            + source
            + "</title><link>"
            + address()
            + "</link>"
            + items
            + "</channel></rss>";
    breakSource(
        source,
        aResponse()
            .withHeader("Content-Type", "application/rss+xml")
            .withHeader("ETag", "\"v" + source + "\"")
            .withBody(feed));
  }

  private static String item(int source, int post, String link) {
    Instant published = NOW.minus(Duration.ofHours(10L + 12L * (source * POSTS + post)));
    return "<item><title>"
        + title(source, post)
        + "</title><link>"
        + link
        + "</link><guid>urn:test:"
        + source
        + ":"
        + post
        + "</guid><pubDate>"
        + DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC))
        + "</pubDate></item>";
  }

  private static String page(int source, int post) {
    int n = source * POSTS + post;
    String subject = title(source, post).toLowerCase(Locale.ROOT);
    return """
    <!doctype html><html lang="en"><head><title>%1$s</title></head><body><nav><a href="/">Home</a></nav>
    <article><h1>%1$s</h1>
    <p>This post reports on %2$s, measured over %3$d days on the machine-learning platform that our team runs.</p>
    <p>We compared %4$d configurations of the model and the data pipeline with the same traffic, and kept every log.</p>
    <p>The best one cut the tail latency of inference by %5$d percent while accuracy on the held-out set did not change.</p>
    <p>Training cost fell as well, because the new batch size kept the accelerators busy during evaluation.</p>
    <p>Two approaches failed: caching embeddings across tenants, and retraining the ranker on clicks alone.</p>
    </article><footer>Imprint</footer></body></html>
    """
        .formatted(title(source, post), subject, 10 + n, 3 + n, 20 + n);
  }

  @Override
  public void close() {
    server.stop();
  }
}
