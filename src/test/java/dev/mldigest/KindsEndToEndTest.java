package dev.mldigest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with several kinds of source at once. */
class KindsEndToEndTest {
  @TempDir Path folder;
  private Internet internet;

  @BeforeEach
  void connect() {
    internet = new Internet();
    answer("/robots.txt", "User-agent: *\nAllow: /\n");
  }

  @AfterEach
  void disconnect() {
    internet.close();
  }

  private void answer(String path, String body) {
    internet
        .server()
        .stubFor(
            get(urlPathEqualTo(path))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody(body)));
  }

  private void page(String path, String title) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      text.append("<p>How ").append(title).append(" made the machine-learning inference platform");
      text.append(" of our team faster in production, number ").append(i).append(".</p>");
    }
    answer(
        path,
        "<html><head><title>%s</title></head><body><article><h1>%s</h1>%s</article></body></html>"
            .formatted(title, title, text));
  }

  private String sources() {
    return """
      - { id: hn, title: Hacker News, kind: hacker-news, section: engineering, query: inference, at-least: 10, url: %1$s/hn }
      - { id: group, title: Group, kind: listing, section: engineering, url: %1$s/group, links: li a }
      - { id: talks, title: Talks, kind: podcast, section: engineering, url: %1$s/talks.xml }
      - { id: past, title: Our own issues, kind: archive, folder: past }
    """
        .formatted(internet.address())
        .indent(0)
        .replaceAll("(?m)^ +- ", "  - ");
  }

  @Test
  void newsletters_in_a_mailbox_are_evidence_for_the_stories_they_name() throws Exception {
    Files.writeString(
        folder.resolve("letters.mbox"),
        """
        From x Fri Feb 27 10:00:00 2026
        From: Plum <n@l.example>
        Date: Fri, 27 Feb 2026 10:00:00 +0000
        Message-ID: <1@l.example>
        Subject: The week in plums
        Content-Type: text/html

        <p>Good morning. This week <a href="https://t.example/x">Speculative decoding under real traffic</a> was what everybody in the
        house read, and the machine-learning inference platform of our team is faster for it.</p>

        From x Fri Feb 27 10:00:00 2026
        Date: Fri, 27 Feb 2026 11:00:00 +0000
        Message-ID: <2@l.example>
        Subject: Nothing

        """);
    String letters =
        "  - { id: letters, title: Plum letters, kind: newsletter, path: letters.mbox }\n";
    Program program =
        new Program(folder, internet.configuration("") + letters, Internet.NOW.toString());

    Ended ended = program.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(Files.readString(program.digest(Internet.WEEK)))
        .contains("· mentioned in Plum letters*")
        .doesNotContain("The week in plums");
    List<String> lines =
        Program.call(program.arguments("inspect week", "--json")).out().lines().toList();
    assertThat(lines.stream().filter(line -> line.contains("@l.example")))
        .hasSize(2)
        .allMatch(line -> line.contains("round-up") && line.contains("it is a newsletter"));
    assertThat(ended.err()).doesNotContain("letters");
  }

  @Test
  void a_page_of_several_dated_pieces_is_an_item_a_piece() throws Exception {
    StringBuilder log = new StringBuilder("<html><head><title>Notes</title></head><body><main>");
    for (String piece : List.of("26 caches", "24 owls", "3 moths")) {
      String day = piece.substring(0, piece.indexOf(' '));
      String of = piece.substring(piece.indexOf(' ') + 1);
      log.append("<h2 id=%s>%s February 2026: Serving with %s</h2>".formatted(of, day, of))
          .append("<p>What our team learned of %s in production.</p>".formatted(of))
          .append(
              "<p>The latency of %s in model serving fell by half this week.</p>"
                  .formatted(of)
                  .repeat(3));
    }
    answer("/log", log + "</main></body></html>");
    String source =
        "  - { id: log, title: Log, kind: listing, section: engineering, url: %s/log }\n"
            .formatted(internet.address());
    Program program =
        new Program(folder, internet.configuration("") + source, Internet.NOW.toString());

    Ended ended = program.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(Program.call(program.arguments("inspect week", "--json", "--text")).out().lines())
        .filteredOn(line -> line.contains("/log#") && !line.contains("too-old"))
        .hasSize(2)
        .anyMatch(line -> line.contains("#owls") && told(line, "owls", "caches"))
        .anyMatch(line -> line.contains("#caches") && told(line, "caches", "owls"));
  }

  private static boolean told(String line, String of, String other) {
    return line.contains("learned of " + of) && !line.contains("learned of " + other);
  }

  @Test
  void several_kinds_end_in_one_digest_and_every_entry_is_accounted_for() throws Exception {
    Instant friday = Instant.parse("2026-02-27T10:00:00Z");
    internet.republish(
        0,
        internet.itemOn(
            "Sparse kernels for serving large recommendation models", "/kernels", friday),
        internet.itemOn("Cheaper checkpoints for long training runs", "/checkpoints", friday),
        internet.itemOn("Plain old notes about vector indexes", "/plain-old", friday));
    page("/story", "Batched decoding at the edge");
    page("/plain-old", "A plain old page");
    page("/old-post", "A year of evaluation harnesses");
    answer(
        "/hn/search_by_date",
        """
        {"hits":[{"objectID":"7","title":"Batched decoding at the edge","url":"%s/story","points":77,"num_comments":5,
        "created_at_i":%d}],"nbHits":1,"nbPages":1}\
        """
            .formatted(internet.address(), friday.getEpochSecond()));
    answer("/group", "<ul><li><a href=/old-post>A year of evaluation harnesses</a></li></ul>");
    answer(
        "/talks.xml",
        """
        <rss version="2.0"><channel><title>Talks</title><item><title>Talking about tokenizers</title><guid>t1</guid>
        <pubDate>Fri, 27 Feb 2026 10:00:00 GMT</pubDate><description>Notes.</description>
        <link>%s/talk</link></item></channel></rss>\
        """
            .formatted(internet.address()));
    Path past = Files.createDirectories(folder.resolve("past"));
    Files.writeString(
        past.resolve("2026-W08.md"),
        "# Issue\n\n### [Cheaper checkpoints](%s/checkpoints?utm_source=us)\n"
            .formatted(internet.address()));
    Files.writeString(past.resolve("plain.md"), "[Notes](" + internet.address() + "/plain-old)");
    Program program =
        new Program(folder, internet.configuration("") + sources(), Internet.NOW.toString());

    Ended ended = program.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    // 3 of s0, 4 of each of s1 and s2, one of each other kind; the archive's two are none of them
    assertThat(ended.err()).contains("2026-W10: 14 harvested, ");
    List<String> lines =
        Program.call(program.arguments("inspect week", "--json")).out().lines().toList();
    assertThat(lines)
        .anyMatch(line -> line.contains("\"past\"") && line.contains("stands in the archive"))
        .anyMatch(line ->
            line.contains("/checkpoints")
                && line.contains("Covered in 2026-W08")
                && line.contains("(Our own issues, 2026-W08.md)"))
        .anyMatch(
            line -> line.contains("/plain-old") && line.contains("past newsletter without a date"))
        .anyMatch(line -> line.contains("/old-post") && line.contains("first read: not news"))
        .anyMatch(line -> line.contains("/story") && line.contains("\"picked\""));
    String digest = Files.readString(program.digest(Internet.WEEK));
    assertThat(digest)
        .contains("/story")
        .contains("All 6 sources were read.", "14 entries harvested → ")
        .doesNotContain("/checkpoints")
        .doesNotContain("/old-post");

    page("/new-post", "Why our tracing of agents was wrong");
    answer(
        "/group",
        "<ul><li><a href=/new-post>Why our tracing of agents was wrong</a></li>"
            + "<li><a href=/old-post>A year of evaluation harnesses</a></li></ul>");
    Program later =
        new Program(folder, internet.configuration("") + sources(), "2026-03-09T06:00:00Z");
    assertThat(later.run().code()).isZero();
    assertThat(Files.readString(later.digest("2026-W11")))
        .contains("/new-post")
        .doesNotContain("/old-post");
  }

  @Test
  void an_archive_is_no_source_of_items_and_is_missed_by_the_editor_alone() throws Exception {
    Path past = Files.createDirectories(folder.resolve("past"));
    Files.writeString(past.resolve("2026-W07.md"), "x".repeat(2_000_001));
    Files.writeString(past.resolve("2026-W08.md"), "[Zero](https://example.org/zero)\n");
    String archive = "  - { id: past, title: Our own issues, kind: archive, folder: past }\n";
    Program program =
        new Program(folder, internet.configuration("") + archive, Internet.NOW.toString());

    Ended ended = program.run("--json");

    assertThat(ended.err())
        .contains("The archive 'past' was not read whole", "(partial)")
        .doesNotContain("sources failed");
    assertThat(ended.out()).contains("\"newEntries\":12,");
    assertThat(Files.readString(program.digest(Internet.WEEK)))
        .contains("All 3 sources were read.")
        .doesNotContain("Our own issues");

    Files.writeString(past.resolve("2026-W09.md"), "[One](https://example.org/one)\n");
    Program later =
        new Program(folder, internet.configuration("") + archive, "2026-03-09T06:00:00Z");
    assertThat(Program.call(later.arguments("harvest")).err())
        .contains("3 sources asked, 3 answered, 0 new entries");
    assertThat(later.onOutput("explain", "https://example.org/one").out()).contains("One");
  }

  @Test
  void a_page_without_a_title_of_its_own_is_found_by_the_one_it_was_read_with() throws Exception {
    page("/quiet", "Quiet tensors under load");
    page("/undated", "Undated notes");
    answer(
        "/map.xml",
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>%1$s/quiet</loc>"
                .formatted(internet.address())
            + "<lastmod>2026-02-27T10:00:00Z</lastmod></url></urlset>");
    answer("/group", "<ul><li><a href=/undated>Undated notes of ours</a></li></ul>");
    String sources =
        """
          - { id: map, kind: sitemap, section: engineering, url: %1$s/map.xml }
          - { id: group, kind: listing, section: engineering, url: %1$s/group, links: li a }
        """
            .formatted(internet.address());
    Program program =
        new Program(folder, internet.configuration("") + sources, Internet.NOW.toString());
    assertThat(program.run().code()).isZero();

    Ended found = program.onOutput("explain", "quiet tensors");
    assertThat(found.out()).startsWith("Quiet tensors under load").contains("2026-02-27T10:00:00Z");
    assertThat(Program.call(program.arguments("inspect week")).out())
        .contains(" Quiet tensors under load [map]");
    assertThat(program.onOutput("explain", "Undated notes").out())
        .contains("undated, first seen 2026-03-02")
        .doesNotContain("1995");
  }
}
