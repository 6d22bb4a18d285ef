package dev.mldigest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.mldigest.config.opml.Opml;
import dev.mldigest.config.opml.OpmlSources;
import dev.mldigest.config.opml.OutlineFeed;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OpmlTest {
  @TempDir Path folder;

  @Test
  void nested_outlines_are_flattened_and_keep_their_folder() throws IOException {
    assertThat(
            body(
                """
                <outline text="Tech">
                  <outline text="Papers">
                    <outline type="rss" text="A &amp; B" title="x" xmlUrl="https://a.example/f?x=1&amp;y=2"/>
                  </outline>
                  <outline title="Only a title" XMLURL=" http://b.example/feed "/>
                </outline>
                <outline xmlUrl="https://c.example/feed"/>
                """))
        .containsExactly(
            new OutlineFeed("A & B", URI.create("https://a.example/f?x=1&y=2"), "Papers", ""),
            new OutlineFeed("Only a title", URI.create("http://b.example/feed"), "Tech", ""),
            new OutlineFeed("c.example", URI.create("https://c.example/feed"), "", ""));
  }

  @Test
  void a_bad_outline_costs_only_itself() throws IOException {
    assertThat(
            body(
                """
                <outline text="1" xmlUrl="https://1.example/"/>
                <outline text="a bare &amp sign" xmlUrl="https://2.example/?a=1&b=2"/>
                <outline text="unclosed quote xmlUrl="https://bad.example/"/>
                <outline text="3" xmlUrl="https://3.example/"/>
                <outline text="a < b" xmlUrl="https://bad.example/"/>
                <outline text="4" xmlUrl="https://4.example/"/>
                <outline text="not an address" xmlUrl="javascript:alert(1)"/>
                <outline text="a password" xmlUrl="https://me:secret@bad.example/"/>
                <outline text="folder"><outline text="5" xmlUrl="https://5.example/"/>
                <outline text="6" text="twice" xmlUrl="https://bad.example/"/>
                <outline text="7" xmlUrl="https://7.example/"/></outline></outline></b>
                <outline text="8" xmlUrl="https://8.example/"/>
                """))
        .extracting(feed -> feed.url().getHost())
        .containsExactly(
            "1.example",
            "2.example",
            "3.example",
            "4.example",
            "5.example",
            "7.example",
            "8.example");
  }

  @Test
  void a_truncated_file_gives_its_whole_outlines() throws IOException {
    String text = "<opml><body><outline text='1' xmlUrl='https://1.example/'/><outline text='2' xm";
    assertThat(read(text)).extracting(OutlineFeed::title).containsExactly("1");
  }

  @Test
  void encodings_are_read_as_declared() throws IOException {
    String opml =
        "<?xml version=\"1.0\" encoding=\"%s\"?><opml><body><outline text=\"Zürich\""
            + " xmlUrl=\"https://1.example/\"/></body></opml>";
    for (String name : List.of("UTF-8", "ISO-8859-1", "windows-1252", "UTF-16")) {
      byte[] bytes = opml.formatted(name).getBytes(Charset.forName(name));
      assertThat(new Opml().read(new ByteArrayInputStream(bytes)))
          .as(name)
          .extracting(OutlineFeed::title)
          .containsExactly("Zürich");
    }
    assertThat(read("\uFEFF" + opml.formatted("no-such-charset")))
        .extracting(OutlineFeed::title)
        .containsExactly("Zürich");
  }

  @Test
  @Timeout(10)
  void external_entities_ask_no_server_and_read_no_file() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the-secret");
    WireMockServer server =
        new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    server.start();
    try {
      String doctype =
          """
          <!DOCTYPE opml SYSTEM "%1$s/outer.dtd" [
            <!ENTITY file SYSTEM "%2$s">
            <!ENTITY http SYSTEM "%1$s/entity">
            <!ENTITY %% param SYSTEM "%1$s/param"> %%param; ]>
          """
              .formatted(server.baseUrl(), secret.toUri());
      String body =
          "<opml><body><outline text='&file;' xmlUrl='https://1.example/'/>&http;&file;"
              + "<outline text='2' xmlUrl='https://2.example/'/></body></opml>";
      List<OutlineFeed> feeds = read("<?xml version='1.0'?>" + doctype + body);
      assertThat(feeds.toString()).doesNotContain("the-secret").contains("2.example");
      assertThat(server.getAllServeEvents()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  @Timeout(10)
  void hostile_files_end_quickly() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE opml [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    laughs.append(
        "]><opml><body><outline text='&l29;' xmlUrl='https://1.example/'/></body></opml>");
    assertThat(read(laughs.toString())).hasSize(1);

    String nested = "<opml><body>" + "<outline text='x'>".repeat(100_000);
    assertThatThrownBy(() -> read(nested))
        .isInstanceOf(IOException.class)
        .hasMessage("The OPML file is nested deeper than 100 levels.");

    String broken = "<opml><body>" + "<outline text='x' text='y' xmlUrl='z'/>".repeat(20_000);
    assertThat(read(broken)).isEmpty();
    assertThat(read("<opml>" + "&".repeat(1_000_000))).isEmpty();
    assertThat(read("<opml>" + "<outline ".repeat(200_000))).isEmpty();
    assertThatThrownBy(() -> read(" ".repeat(16_000_001))).hasMessageContaining("larger than");
  }

  @Test
  void what_is_no_opml_is_refused() {
    assertThatThrownBy(() -> read("<html><body>Hello</body></html>"))
        .isInstanceOf(IOException.class)
        .hasMessage("This is no OPML: it has no <opml> element.");
  }

  @Test
  void what_is_written_is_read_again() throws IOException {
    Settings settings =
        SettingsReaderTest.valid(
            SettingsReaderTest.MINIMAL
                + """
                  - { id: b, title: "A <b> & \\"c\\" é", kind: podcast, section: papers, url: "https://b.example/?a=1&b=2" }
                  - { id: arxiv, title: arXiv, kind: arxiv, section: papers, categories: [cs.LG, cs.CL] }
                """);
    String opml = new Opml().write(settings);
    assertThat(opml)
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">");
    assertThat(read(opml))
        .containsExactly(
            new OutlineFeed("a", URI.create("https://a.example/feed.xml"), "papers", "blog"),
            new OutlineFeed(
                "A <b> & \"c\" é", URI.create("https://b.example/?a=1&b=2"), "papers", "podcast"),
            new OutlineFeed(
                "arXiv", URI.create("https://rss.arxiv.org/atom/cs.LG+cs.CL"), "papers", "arxiv"));
  }

  @Test
  void the_shipped_sources_survive_a_round_trip() throws IOException {
    Settings settings = SettingsReaderTest.valid(Files.readString(Path.of("feeds.yaml")));
    List<OutlineFeed> feeds = read(new Opml().write(settings));
    List<Source> again =
        new OpmlSources().sources(feeds, settings.slots().sections(), "papers", Set.of(), Set.of());
    assertThat(again).hasSameSizeAs(settings.sources());
    assertThat(again)
        .extracting(source -> source.title() + source.section() + source.kind().isSpoken())
        .containsExactlyInAnyOrderElementsOf(
            settings.sources().stream()
                .map(source -> source.title() + source.section() + source.kind().isSpoken())
                .toList());
  }

  @Test
  void an_opml_file_alone_makes_settings() {
    List<OutlineFeed> feeds =
        List.of(
            feed("feed-12", "https://a.example/12"),
            feed("feed-12", "https://a.example/13"),
            feed("Ünïcode & Söns", "https://b.example/"),
            feed("日本語", "https://c.example/"),
            feed("again", "http://A.example/12/"),
            feed("Releases", "https://github.com/a/b/releases.atom"),
            feed("Talks", "https://www.youtube.com/feeds/videos.xml?channel_id=1"),
            feed("New papers", "https://rss.arxiv.org/rss/cs.LG"));
    SettingsReading reading =
        new OpmlSources().settings(feeds, Map.of("DIGEST_MODEL_PROVIDER", "none"));
    assertThat(reading)
        .isInstanceOfSatisfying(
            SettingsReading.Valid.class,
            valid -> {
              assertThat(valid.settings().zone().getId()).isEqualTo("UTC");
              assertThat(valid.settings().slots().sections()).hasSize(1);
              assertThat(valid.settings().sources())
                  .extracting(source -> source.id() + " " + source.kind().word())
                  .containsExactly(
                      "feed-12 blog",
                      "feed-12-2 blog",
                      "unicode-sons blog",
                      "feed blog",
                      "releases github",
                      "talks youtube",
                      "new-papers papers");
            });
    assertThat(new OpmlSources().settings(List.of(), Map.of()))
        .isEqualTo(
            new SettingsReading.Invalid(List.of("the OPML file holds no feed with an address")));
  }

  private static OutlineFeed feed(String title, String url) {
    return new OutlineFeed(title, URI.create(url), "", "");
  }

  private static List<OutlineFeed> body(String outlines) throws IOException {
    return read("<opml version='2.0'><head/><body>" + outlines + "</body></opml>");
  }

  private static List<OutlineFeed> read(String text) throws IOException {
    return new Opml().read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
