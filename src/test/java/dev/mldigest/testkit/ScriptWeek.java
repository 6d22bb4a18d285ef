package dev.mldigest.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.mldigest.io.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A week of two feeds in one language, with a page for every entry, on loopback. The texts are our
 * own ({@code scripts/LANGUAGE.txt}): the first two, one of each feed, report the same news.
 */
public final class ScriptWeek implements AutoCloseable {
  /**
   * @param feed a or b
   */
  public record Piece(String feed, String title, List<String> paragraphs) {
    public Piece {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  private final String language;
  private final List<Piece> pieces;
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  /**
   * @param language a tag of BCP 47, as {@code ja}
   */
  public ScriptWeek(String language) {
    this.language = language;
    this.pieces = read(Resource.text("/scripts/" + language + ".txt"));
    server.start();
    serve("/robots.txt", "text/plain", "");
    for (String feed : List.of("a", "b")) {
      serve("/" + feed + ".xml", "application/rss+xml", feed(feed));
    }
    for (int i = 0; i < pieces.size(); i++) {
      serve(path(i), "text/html", page(pieces.get(i)));
    }
  }

  private static List<Piece> read(String text) {
    List<Piece> pieces = new ArrayList<>();
    List<String> paragraphs = new ArrayList<>();
    for (String line : text.lines().filter(line -> !line.startsWith("#")).toList().reversed()) {
      if (line.startsWith("[")) {
        pieces.addFirst(new Piece(line.substring(1, 2), line.substring(4), paragraphs.reversed()));
        paragraphs.clear();
      } else {
        paragraphs.add(line);
      }
    }
    return pieces;
  }

  /** All of both feeds; the first two report the same news. */
  public List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  public String configuration() {
    return """
    title: Test Digest
    time-zone: UTC
    language: %1$s
    audience:
      description: Engineers who train, serve and evaluate machine-learning models in production.
    issue:
      picks: 3
      sections:
        - { id: engineering, title: Engineering, slots: 3, at-least: 1 }
    network:
      deadline: 3s
      allow-private: [127.0.0.0/8]
    sources:
      - { id: a, title: Source A, kind: blog, section: engineering, url: '%2$s/a.xml' }
      - { id: b, title: Source B, kind: blog, section: engineering, url: '%2$s/b.xml' }
    """
        .formatted(language, address());
  }

  /** Where the page of a piece is. */
  public String url(int piece) {
    return address() + path(piece);
  }

  private String address() {
    return "http://127.0.0.1:" + server.port();
  }

  private static String path(int piece) {
    return "/p/" + piece;
  }

  private String feed(String name) {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).feed().equals(name)) {
        items.append(
            "<item><title>%1$s</title><link>%2$s</link><guid>%2$s</guid><pubDate>%3$02d Feb 2026 10:00:00 GMT</pubDate></item>"
                .formatted(escaped(pieces.get(i).title()), url(i), 24 + i / 2));
      }
    }
    return "<rss version='2.0'><channel><title>Source</title><link>"
        + address()
        + "</link>"
        + items
        + "</channel></rss>";
  }

  private String page(Piece piece) {
    StringBuilder paragraphs = new StringBuilder();
    piece.paragraphs().forEach(p -> paragraphs.append("<p>").append(escaped(p)).append("</p>\n"));
    return """
    <!doctype html><html lang="%1$s"><head><meta charset="utf-8"><title>%2$s</title></head><body>
    <nav><a href="/">Home</a> <a href="/about">About</a></nav>
    <article><h1>%2$s</h1>
    %3$s</article><footer>© 2026</footer></body></html>
    """
        .formatted(language, escaped(piece.title()), paragraphs);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private void serve(String path, String type, String body) {
    server.stubFor(
        get(urlEqualTo(path))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", type + "; charset=utf-8")
                    .withBody(body.getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public void close() {
    server.stop();
  }
}
