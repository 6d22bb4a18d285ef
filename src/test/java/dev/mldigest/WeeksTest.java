package dev.mldigest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens between issues, and when one is not finished. */
class WeeksTest {
  private static final Instant MONDAY = Internet.NOW;
  private static final Instant NEXT_MONDAY = MONDAY.plus(Duration.ofDays(7));

  @TempDir Path folder;
  @AutoClose private final Internet internet = new Internet();

  @Test
  void a_post_dated_before_the_cut_off_that_appeared_after_it_is_in_the_next_issue()
      throws Exception {
    assertThat(at(MONDAY, "").run().code()).isZero();
    internet.republish(
        0,
        internet.itemOn(
            "a batching trick for inference", "/late", MONDAY.minus(Duration.ofHours(7))),
        internet.itemOn("a quantised cache for serving", "/new", MONDAY.plus(Duration.ofDays(2))));

    Ended second = at(NEXT_MONDAY, "").run();

    assertThat(second.code()).as(second.err()).isZero();
    assertThat(Files.readString(at(NEXT_MONDAY, "").digest("2026-W11")))
        .contains("/late")
        .contains("/new");
  }

  @Test
  void what_one_issue_covered_does_not_come_again() throws Exception {
    at(MONDAY, "").run();
    Program next = at(NEXT_MONDAY, "");

    Ended second = next.run();

    assertThat(second.code()).as(second.err()).isEqualTo(4);
    assertThat(next.digest("2026-W11")).doesNotExist();
  }

  @Test
  void what_was_linked_behind_a_redirect_does_not_come_again_by_its_own_address() throws Exception {
    redirected("/go/1", "/kept");
    internet.republish(0, linking("/go/1", MONDAY.minus(Duration.ofDays(1))));
    Program first = at(MONDAY, "");
    assertThat(first.run().code()).isZero();
    assertThat(Files.readString(first.digest(Internet.WEEK))).contains("/kept)");

    redirected("/go/2", "/kept");
    internet.republish(1, linking("/kept", NEXT_MONDAY.minus(Duration.ofDays(1))));
    internet.republish(2, linking("/go/2", NEXT_MONDAY.minus(Duration.ofDays(1))));
    Program second = at(NEXT_MONDAY, "");
    second.run();

    assertThat(Program.call(second.arguments("inspect week", "--json")).out().lines())
        .filteredOn(line -> line.contains("A look at "))
        .hasSize(2)
        .allMatch(line -> line.contains("Covered in 2026-W10"));
  }

  /** An item without its text, which must be read where it leads. */
  private String linking(String path, Instant published) {
    String item = internet.itemOn("A look at " + path, path, published);
    return item.replaceAll("<content:encoded>.*</content:encoded>", "");
  }

  private void redirected(String from, String to) {
    String page = "<p>Caching keys lowered the latency of model serving in production by half.</p>";
    internet
        .server()
        .stubFor(
            get(urlPathEqualTo(from))
                .willReturn(aResponse().withStatus(302).withHeader("Location", to)));
    internet
        .server()
        .stubFor(
            get(urlPathEqualTo(to))
                .willReturn(
                    aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withBody(
                            "<html><body><article><h1>Caching keys</h1>"
                                + page.repeat(20)
                                + "</article></body></html>")));
  }

  @Test
  void of_a_page_of_several_essays_each_entry_has_its_own() throws Exception {
    StringBuilder page = new StringBuilder("<html><body><h1>Notes</h1>");
    for (String name : List.of("caches", "owls")) {
      page.append(
              "<h2 id='%1$s'>On %1$s</h2><p>What we learned of %1$s in production.</p>"
                  .formatted(name))
          .append(
              "<p>The latency of %s in model serving fell by half this week.</p>"
                  .formatted(name)
                  .repeat(9));
    }
    internet
        .server()
        .stubFor(
            get(urlPathEqualTo("/notes"))
                .willReturn(
                    aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withBody(page + "</body></html>")));
    internet.republish(
        0,
        linking("/notes#caches", MONDAY.minus(Duration.ofDays(1))),
        linking("/notes#owls", MONDAY.minus(Duration.ofDays(2))));
    Program program = at(MONDAY, "");
    assertThat(program.run().code()).isZero();

    assertThat(Program.call(program.arguments("inspect week", "--json", "--text")).out().lines())
        .filteredOn(line -> line.contains("/notes#"))
        .hasSize(2)
        .anyMatch(line -> line.contains("learned of owls") && !line.contains("learned of caches"))
        .anyMatch(line -> line.contains("learned of caches") && !line.contains("learned of owls"));
  }

  @Test
  void entries_that_share_one_guid_and_one_link_are_all_accounted_for() throws Exception {
    String same = "<guid>home</guid><link>" + internet.address() + "/home</link>";
    internet.republish(
        0,
        "<item><title>First</title>" + same + "</item>",
        "<item><title>Second</title>" + same + "</item>");
    Program program = at(MONDAY, "");
    program.run();

    List<String> lines =
        Program.call(program.arguments("inspect week", "--json")).out().lines().toList();

    assertThat(lines).anyMatch(line -> line.contains("\"title\":\"First\""));
    assertThat(lines).anyMatch(line -> line.contains("\"title\":\"Second\""));
  }

  @Test
  void a_redo_that_could_not_write_its_files_is_completed_by_the_next_run() throws Exception {
    Program program = at(MONDAY, "");
    program.run();
    Path json = program.output().resolve(Internet.WEEK).resolve("issue.json");
    Files.delete(json);
    Files.createDirectories(json.resolve("in the way"));
    Files.writeString(
        program.config(), Files.readString(program.config()).replace("Test Digest", "New Title"));
    assertThat(program.run("--redo").code()).isEqualTo(2);
    Files.delete(json.resolve("in the way"));
    Files.delete(json);

    Ended next = program.run();

    assertThat(next.code()).isZero();
    assertThat(Files.readString(program.digest(Internet.WEEK))).contains("# New Title");
    assertThat(Files.readString(json)).contains("New Title");
    assertThat(program.run("--redo").err()).doesNotContain("edits were kept");
  }

  @Test
  void a_first_digest_that_was_edited_before_its_writing_was_finished_keeps_the_edits()
      throws Exception {
    Program program = at(MONDAY, "");
    Path digest = program.digest(Internet.WEEK);
    assertThat(program.run().code()).isZero();
    try (Connection state =
            DriverManager.getConnection(
                "jdbc:sqlite:" + program.output().resolve("state/digest.db"));
        Statement statement = state.createStatement()) {
      statement.execute("update issue set merged_from = ''"); // as a crash leaves it
    }
    String edited = Files.readString(digest).replace("## Engineering", "## My own words");
    Files.writeString(digest, edited);

    assertThat(program.run().code()).isZero();

    String[] parts = edited.split("(?m)(?=^<!-- item:)");
    assertThat(Files.readString(digest))
        .contains("## My own words")
        .contains(List.of(parts).subList(1, parts.length));
    assertThat(digest.resolveSibling("digest.kept-1.md")).doesNotExist();
  }

  @Test
  void a_digest_that_the_state_does_not_know_is_kept_aside() throws Exception {
    Program program = at(MONDAY, "");
    Path digest = program.digest(Internet.WEEK);
    Files.createDirectories(program.output().resolve(Internet.WEEK));
    Files.writeString(digest, "an editor's hour of work");

    program.run();

    assertThat(digest.resolveSibling("digest.kept-1.md")).hasContent("an editor's hour of work");
    assertThat(Files.readString(digest)).contains("# Test Digest");
  }

  @Test
  void a_provider_that_says_wait_zero_seconds_for_ever_is_not_hammered() throws Exception {
    internet.provider(aResponse().withStatus(429).withHeader("Retry-After", "0"));
    Program program = at(MONDAY, internet.model().replace("deadline: 3s", "deadline: 1s"));
    Thread run = Thread.ofVirtual().start(program::run);
    while (internet.modelCalls().size() < 8 && run.isAlive()) {
      Thread.onSpinWait();
    }
    long start = System.nanoTime();
    int before = internet.modelCalls().size();
    while (System.nanoTime() - start < 1_000_000_000L) {
      Thread.onSpinWait();
    }

    assertThat(internet.modelCalls().size() - before).isLessThan(60);
    internet.provider(aResponse().withStatus(401));
    run.join();
    assertThat(internet.server().findAll(postRequestedFor(urlPathEqualTo("/v1/chat/completions"))))
        .isNotEmpty();
  }

  private Program at(Instant now, String model) throws Exception {
    return new Program(folder, internet.configuration(model), now.toString());
  }
}
