package dev.mldigest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.mldigest.testkit.Loopback;
import dev.mldigest.testkit.Program;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds no article is named in the ledger and never told in a digest. */
class UnreadablePagesTest {
  private static final Map<String, String> REASONS =
      Map.of(
          "listing", "The page lists articles and is none itself.",
          "paywall", "the rest is paid for.",
          "cookie-wall", "The page shows its cookie notice and no article.",
          "bot-check", "The site asks for proof of a human reader instead of its page.",
          "login", "The page asks the reader to log in.",
          "empty", "The page holds no article text");

  @TempDir Path folder;

  @AutoClose("stop")
  private final WireMockServer server = Loopback.web();

  private static byte[] page(String name) throws Exception {
    try (InputStream in =
        UnreadablePagesTest.class.getResourceAsStream("/pages/kinds/" + name + ".html")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  /** A source of two entries without a text of their own, whose pages are of one kind. */
  private String source(String kind) throws Exception {
    String base = "http://127.0.0.1:" + server.port() + "/" + kind;
    StringBuilder feed = new StringBuilder("<rss><channel><title>" + kind + "</title>");
    for (int number = 1; number <= 2; number++) {
      String title = (number == 1 ? "First " : "Second ") + kind.replace('-', ' ');
      feed.append("<item><title>" + title + "</title><link>" + base + "-" + number + "</link>");
      feed.append("<pubDate>Wed, 25 Feb 2026 08:30:00 GMT</pubDate></item>");
      server.stubFor(
          get(urlEqualTo("/" + kind + "-" + number))
              .willReturn(
                  aResponse()
                      .withHeader("Content-Type", "text/html; charset=utf-8")
                      .withBody(page(kind + "-" + number))));
    }
    server.stubFor(
        get(urlEqualTo("/" + kind + "/feed"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/rss+xml")
                    .withBody(feed.append("</channel></rss>").toString())));
    return "  - { id: " + kind + ", kind: blog, section: all, url: \"" + base + "/feed\" }\n";
  }

  @Test
  void a_digest_tells_nothing_of_them_and_the_ledger_names_each() throws Exception {
    StringBuilder yaml =
        new StringBuilder(
            """
            title: T
            time-zone: UTC
            audience: { description: "People who measure kernels." }
            network: { allow-private: [127.0.0.0/8] }
            issue: { sections: [{ id: all, slots: 30 }] }
            sources:
            """);
    for (String kind : REASONS.keySet()) {
      yaml.append(source(kind));
    }
    yaml.append(source("post"));
    Program program = new Program(folder, yaml.toString(), "2026-03-02T06:00:00Z");

    Program.Ended ended = program.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    String digest = Files.readString(Path.of(ended.out().strip()));
    assertThat(digest).contains("post-1").doesNotContain("Accept all", "CAPTCHA", "Archive");
    REASONS.keySet().forEach(kind -> assertThat(digest).doesNotContain("/" + kind + "-"));
    List<String> ledger =
        Program.call(program.arguments("inspect week", "--json")).out().lines().toList();
    REASONS.forEach((kind, reason) ->
        assertThat(ledger)
            .filteredOn(line -> line.contains("/" + kind + "-"))
            .hasSize(2)
            .allSatisfy(line -> assertThat(line).contains("unreadable", reason)));
  }
}
