package dev.mldigest.cli.inspect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.cli.Digest;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectArticleCommandTest {
  private static final String PAGE =
      "<title>Title</title><article><img src=/p.png width=640 alt=A><h1>Title</h1><p>The only"
          + " paragraph of this page, which is about nothing in particular and links <a"
          + " href='b'>on</a>.</p></article>";

  @TempDir Path folder;

  private static List<String> run(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      assertThat(Digest.run(args)).isZero();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void every_block_is_explained_on_demand() throws IOException {
    Path page = Files.writeString(folder.resolve("p.html"), "<nav>Home and away</nav>" + PAGE);
    assertThat(run("inspect", "article", "--explain", page.toString()))
        .anyMatch(line -> line.startsWith("+ The only paragraph"))
        .contains("- Home and away  [is furniture of the site]");
  }

  @Test
  void a_page_is_fetched_as_a_harvest_would() throws IOException {
    try (Internet internet = new Internet()) {
      answer(internet, "/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n");
      answer(internet, "/post", "text/html", PAGE);
      answer(internet, "/private", "text/html", PAGE);
      Program program = new Program(folder, internet.configuration(""), Internet.NOW.toString());

      String site = internet.server().baseUrl();
      String config = program.config().toString();
      assertThat(run("inspect", "article", "--explain", site + "/post", "--config", config))
          .anyMatch(line -> line.contains("/post · post, "))
          .anyMatch(line -> line.startsWith("+ The only paragraph"));
      assertThat(Digest.run("inspect", "article", site + "/private", "--config", config))
          .isEqualTo(ExitCode.UNREACHABLE);
      internet.server().verify(0, getRequestedFor(urlPathEqualTo("/private")));
    }
  }

  private static void answer(Internet internet, String path, String type, String body) {
    internet
        .server()
        .stubFor(
            get(urlPathEqualTo(path))
                .willReturn(aResponse().withHeader("Content-Type", type).withBody(body)));
  }

  @Test
  void pages_of_a_folder_are_read_in_order_with_the_addresses_of_the_manifest() throws IOException {
    Path pages = Files.createDirectory(folder.resolve("html"));
    try (var gz = new GZIPOutputStream(Files.newOutputStream(pages.resolve("a.html.gz")))) {
      gz.write(PAGE.getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(pages.resolve("b.html.gz"), "this is not gzip");
    Files.writeString(pages.resolve("c.html"), "<title>Just a moment...</title><p>Access denied");
    Path manifest = folder.resolve("manifest.jsonl");
    Files.writeString(
        manifest, "{\"file\":\"html/a.html.gz\",\"url\":\"https://example.org/a\",\"id\":\"x\"}\n");

    List<String> lines =
        run("inspect", "article", "--json", "--manifest", manifest.toString(), pages.toString());

    assertThat(lines).hasSize(3);
    JsonNode first = JsonLines.read(lines.get(0));
    assertThat(first.get("file").asText()).endsWith("a.html.gz");
    assertThat(first.get("ok").asBoolean()).isTrue();
    assertThat(first.get("error").isNull()).isTrue();
    assertThat(first.get("url").asText()).isEqualTo("https://example.org/a");
    assertThat(first.get("title").asText()).isEqualTo("Title");
    assertThat(first.get("kind").asText()).isEqualTo("post");
    assertThat(first.get("published").isNull()).isTrue();
    assertThat(first.get("words").asInt()).isEqualTo(15);
    assertThat(first.get("image"))
        .hasToString("{\"url\":\"https://example.org/p.png\",\"alt\":\"A\"}");
    assertThat(first.get("text").asText()).startsWith("The only paragraph").endsWith("on.");
    assertThat(first.get("markdown").asText()).contains("[on](https://example.org/b)");
    JsonNode second = JsonLines.read(lines.get(1));
    assertThat(second.get("ok").asBoolean()).isFalse();
    assertThat(second.get("error").asText()).endsWith(".");
    JsonNode third = JsonLines.read(lines.get(2));
    assertThat(third.get("ok").asBoolean()).isTrue();
    assertThat(third.get("kind").asText()).isEqualTo("bot check");
    assertThat(third.get("text").asText()).isNotEmpty();
    assertThat(third.get("image").isNull()).isTrue();
  }

  @Test
  void without_json_a_person_can_read_it() throws IOException {
    Path page = Files.writeString(folder.resolve("a.html"), PAGE);

    assertThat(String.join("\n", run("inspect", "article", page.toString())))
        .contains("post, 15 words", "# Title", "The only paragraph");
  }
}
