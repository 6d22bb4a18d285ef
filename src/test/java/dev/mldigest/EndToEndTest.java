package dev.mldigest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program against a world on loopback: what an editor sees, week by week. */
class EndToEndTest {
  private static final String NOW = Internet.NOW.toString();
  private static final int ENTRIES = Internet.SOURCES * Internet.POSTS;

  @TempDir Path folder;
  @AutoClose private final Internet internet = new Internet();

  @Test
  void a_happy_week_becomes_a_digest_and_every_entry_is_accounted_for() throws Exception {
    Program program = program("");

    Ended ended = program.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualToIgnoringNewLines(program.digest(Internet.WEEK).toString());
    String digest = Files.readString(program.digest(Internet.WEEK));
    assertThat(digest).contains("## Engineering").doesNotContain("Highlight:", "must-read");
    assertThat(digest.split("(?m)^### ")).hasSize(6);
    assertThat(weekLines(program)).hasSize(ENTRIES + Internet.SOURCES);
  }

  @Test
  void running_again_changes_nothing_and_asks_nobody() throws Exception {
    answering(VALID);
    Program program = program(internet.model());
    program.run();
    Map<String, String> before = files(program);
    int requests = internet.requests();

    Ended again = program.run();

    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("was made before");
    assertThat(files(program)).isEqualTo(before);
    assertThat(internet.requests()).isEqualTo(requests);
  }

  @Test
  void redoing_the_week_asks_for_no_answer_again_and_gives_the_same_bytes() throws Exception {
    answering(VALID);
    Program program = program(internet.model());
    program.run();
    Map<String, String> before = files(program);
    int calls = summaryCalls();
    assertThat(calls).isPositive();

    Ended redone = program.run("--redo");

    assertThat(redone.code()).isZero();
    assertThat(summaryCalls()).isEqualTo(calls);
    assertThat(files(program)).isEqualTo(before);
  }

  /** What the model stand-in answers fits these questions alone; faults are asked again. */
  private int summaryCalls() {
    return (int)
        internet.modelCalls().stream()
            .filter(call -> call.getBodyAsString().contains("summarise_"))
            .count();
  }

  @Test
  void what_the_editor_wrote_deleted_and_moved_survives_a_redo() throws Exception {
    Program program = program("");
    program.run();
    Path digest = program.digest(Internet.WEEK);
    String[] parts = Files.readString(digest).split("(?m)(?=^<!-- item:)");
    String edited = parts[0] + parts[2] + "My own two cents.\n\n" + parts[1] + parts[4] + parts[5];
    Files.writeString(digest, edited);

    Ended redone = program.run("--redo");

    assertThat(redone.code()).isZero();
    String now = Files.readString(digest);
    assertThat(blocks(now).subList(1, 4)).isEqualTo(blocks(edited).subList(1, 4));
    assertThat(program.run("--redo").err()).contains("edits were kept");
    assertThat(Files.readString(digest)).isEqualTo(now);
  }

  private static List<String> blocks(String digest) {
    return List.of(digest.split("(?m)(?=^<!-- item:|^## )"));
  }

  @Test
  void the_report_the_frozen_issue_and_the_digest_tell_of_the_items_that_the_editor_left()
      throws Exception {
    Program program = program("");
    program.run();
    Path digest = program.digest(Internet.WEEK);
    String before = Files.readString(digest);
    String[] parts = before.split("(?m)(?=^<!-- item:)");
    int items = parts.length - 1;
    Files.writeString(digest, before.replace(parts[1], ""));

    JsonNode report = new ObjectMapper().readTree(program.run("--redo", "--json").out());

    assertThat(report.path("funnel").path("picked").asInt()).isEqualTo(items - 1);
    assertThat(report.path("funnel").path("reasons").path("rejected").asInt()).isEqualTo(1);
    assertThat(Files.readString(digest))
        .contains("→ " + (items - 1) + " picks", "1 rejected")
        .doesNotContain("→ " + items + " picks");
    JsonNode frozen = new ObjectMapper().readTree(digest.resolveSibling("issue.json").toFile());
    assertThat(frozen.path("sections").findValues("id").toString())
        .doesNotContain(parts[1].replaceAll("(?s)<!-- item:(\\S+) .*", "$1"));
    assertThat(weekLines(program).stream().filter(line -> line.contains("\"picked\"")))
        .hasSize(items - 1);
  }

  @Test
  void a_version_of_the_digest_can_be_listed_and_brought_back() throws Exception {
    Program program = program("");
    program.run();
    assertThat(program.onOutput("restore").code()).isEqualTo(2);
    Path digest = program.digest(Internet.WEEK);
    String before = Files.readString(digest);
    Files.writeString(digest, "");
    assertThat(program.run().err()).contains("was written again");
    assertThat(Files.readString(digest)).isEqualTo(before);
    String edited = before.replace("<!-- note: -->", "My own two cents.");
    Files.writeString(digest, edited);
    Files.writeString(
        program.config(), Files.readString(program.config()).replace("Test Digest", "New Title"));
    program.run("--redo");
    String renewed = Files.readString(digest);
    assertThat(renewed).contains("My own two cents.", "New Title");

    assertThat(program.onOutput("restore", Internet.WEEK, "--list").out())
        .containsPattern("(?m)^ +1 .* 0 items +0 bytes$")
        .containsPattern("(?m)^ +2 ");
    assertThat(program.onOutput("restore", Internet.WEEK).code()).isZero();
    assertThat(Files.readString(digest)).isEqualTo(edited);
    assertThat(program.onOutput("restore").err()).contains("Version 3 is back");
    assertThat(Files.readString(digest)).isEqualTo(renewed);
    assertThat(program.onOutput("restore", "--number", "77").code()).isEqualTo(2);
  }

  @Test
  void dead_sources_cost_their_own_entries_and_stand_in_the_header() throws Exception {
    internet.breakSource(1, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    Program program = program("");

    Ended ended = program.run();

    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("1 of 3 sources failed");
    assertThat(Files.readString(program.digest(Internet.WEEK))).contains("Source 1");
    assertThat(weekLines(program)).hasSize(ENTRIES - Internet.POSTS + Internet.SOURCES);
  }

  @Test
  void with_most_sources_dead_the_digest_is_made_but_the_exit_code_says_so() throws Exception {
    internet.breakSource(1, aResponse().withStatus(500));
    internet.breakSource(2, aResponse().withStatus(404));

    assertThat(program("").run().code()).isEqualTo(5);
  }

  @Test
  void without_a_network_there_is_one_sentence_and_no_digest() throws Exception {
    Program program = program("");
    internet.close();

    Ended ended = program.run();

    assertThat(ended.code()).isEqualTo(75);
    assertThat(ended.err()).contains("none of the 3 sources could be reached").contains("demo");
    assertThat(program.digest(Internet.WEEK)).doesNotExist();
  }

  @Test
  void a_model_that_is_down_costs_the_prose_and_never_the_issue() throws Exception {
    internet.provider(aResponse().withStatus(503));
    Program program = program(internet.model());

    Ended ended = program.run();

    assertThat(ended.code()).as(ended.err()).isEqualTo(8);
    assertThat(ended.err()).contains("Of 5 summaries 0 were written by the model.");
    assertThat(Files.readString(program.digest(Internet.WEEK)))
        .contains(
            "No summary was written by test-model: 5 summaries are made of sentences of the"
                + " source");
    assertThat(summaries(program)).hasSize(5).allMatch(line -> line.contains("\"evidence\":[{"));
  }

  @Test
  void a_model_that_lies_about_the_shape_of_its_answer_is_not_published() throws Exception {
    answering("{\\\"claims\\\": \\\"BUY CHEAP TOKENS NOW\\\", \\\"score\\\": 11}");
    Program program = program(internet.model());

    Ended ended = program.run();

    assertThat(ended.code()).isEqualTo(8);
    assertThat(Files.readString(program.digest(Internet.WEEK))).doesNotContain("CHEAP TOKENS");
    assertThat(summaries(program)).hasSize(5);
    answering(VALID);
    assertThat(program.run("--redo").code()).as("a fault settles nothing").isZero();
  }

  @Test
  void an_invented_claim_is_dropped_although_its_shape_is_perfect() throws Exception {
    answering(
        """
        {"claims":[{"claim":"The team raised 900 million dollars in Atlantis.","sentenceIds":[1],\
        "quote":"The team raised 900 million dollars in Atlantis."},{"claim":"It works.",\
        "sentenceIds":[99],"quote":"It works."}],"highlight":"HIGHLIGHT"}\
        """
            .replace("\"", "\\\""));
    Program program = program(internet.model());

    program.run();

    assertThat(Files.readString(program.digest(Internet.WEEK))).doesNotContain("Atlantis");
  }

  @Test
  void a_run_that_is_killed_goes_on_where_it_was_and_ends_in_the_same_digest() throws Exception {
    Program undisturbed = new Program(folder.resolve("a"), internet.configuration(""), NOW);
    undisturbed.run();
    internet.server().resetRequests();
    internet.server().setGlobalFixedDelay(150);
    Program killed = new Program(folder.resolve("b"), internet.configuration(""), NOW);

    Process process = fork(killed.arguments("run"));
    while (internet.requests() < Internet.SOURCES + 3 && process.isAlive()) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    assertThat(killed.digest(Internet.WEEK)).doesNotExist();
    internet.server().setGlobalFixedDelay(0);
    Ended resumed = killed.run();

    assertThat(resumed.code()).isZero();
    assertThat(files(killed)).isEqualTo(files(undisturbed));
    internet
        .server()
        .findAll(
            com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
                com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching(".*feed.xml")))
        .stream()
        .collect(java.util.stream.Collectors.groupingBy(r -> r.getUrl()))
        .forEach((url, requests) -> assertThat(requests).as(url).hasSize(1));
  }

  @Test
  void a_run_that_is_killed_amid_its_calls_pays_at_most_those_in_flight_twice() throws Exception {
    answering(VALID);
    Program undisturbed =
        new Program(folder.resolve("a"), internet.configuration(internet.model()), NOW);
    undisturbed.run();
    int calls = summaryCalls();
    internet.server().resetRequests();
    Program killed =
        new Program(folder.resolve("b"), internet.configuration(internet.model()), NOW);

    Process process = fork(killed.arguments("run"));
    while (internet.modelCalls().isEmpty() && process.isAlive()) {
      Thread.onSpinWait();
    }
    // The first goes alone; the others are caught on their way.
    internet.server().setGlobalFixedDelay(1_000);
    while (internet.modelCalls().size() < 3 && process.isAlive()) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    assertThat(killed.digest(Internet.WEEK)).doesNotExist();
    assertThat(killed.onOutput("costs", "--json").out()).contains("Nothing was heard of it");
    internet.server().setGlobalFixedDelay(0);
    Ended resumed = killed.run();

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(files(killed)).isEqualTo(files(undisturbed));
    int slots = 4;
    assertThat(summaryCalls()).isBetween(calls, calls + slots);
    internet.modelCalls().stream()
        .collect(java.util.stream.Collectors.groupingBy(call -> call.getBodyAsString()))
        .values()
        .forEach(same -> assertThat(same).hasSizeLessThanOrEqualTo(2));
    int before = summaryCalls();
    killed.run("--redo");
    assertThat(summaryCalls()).isEqualTo(before);
    assertThat(files(killed)).isEqualTo(files(undisturbed));
  }

  @Test
  void an_output_folder_that_cannot_be_written_is_one_sentence() throws Exception {
    Program program = program("");
    Files.writeString(program.output(), "a file where a folder should be");

    Ended ended = program.run();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("cannot be").doesNotContain("at dev.mldigest");
  }

  @Test
  void a_damaged_state_file_stops_the_run_and_is_kept() throws Exception {
    Program program = program("");
    Path state = Files.createDirectories(program.output().resolve("state"));
    Files.writeString(state.resolve("digest.db"), "damaged beyond recognition, but perhaps dear");

    Ended ended = program.run();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("is damaged");
    assertThat(state.resolve("digest.db"))
        .hasContent("damaged beyond recognition, but perhaps dear");
  }

  @Test
  void a_page_that_holds_only_what_no_digest_may_print_is_replaced_and_the_issue_is_made()
      throws Exception {
    String filler = "Lorem ipsum on machine-learning inference for production number ";
    StringBuilder page = new StringBuilder("<html><body><article><h1>Inference</h1>");
    for (int i = 0; i < 12; i++) {
      page.append("<p>").append(filler).append(i).append(" for production.</p>");
    }
    for (int post = 0; post < Internet.POSTS; post++) {
      internet
          .server()
          .stubFor(
              get(urlEqualTo("/s0/post-" + post + ".html"))
                  .willReturn(
                      aResponse()
                          .withHeader("Content-Type", "text/html")
                          .withBody(page + "</article></body></html>")));
    }
    Program program = program("");

    Ended ended = program.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    String digest = Files.readString(program.digest(Internet.WEEK));
    assertThat(digest).doesNotContain("Lorem ipsum");
    assertThat(digest.split("(?m)^### ")).hasSizeGreaterThan(3);
  }

  @Test
  void the_run_report_is_one_json_object_whose_reasons_add_up() throws Exception {
    Program program = program("");

    Ended ended = program.run("--json");

    JsonNode report = new ObjectMapper().readTree(ended.out());
    assertThat(report.path("exitCode").asInt()).isEqualTo(ended.code()).isZero();
    assertThat(report.path("outcome").asText()).isEqualTo("made");
    assertThat(report.path("sources")).hasSize(Internet.SOURCES);
    int sum = 0;
    for (JsonNode entries : report.path("funnel").path("reasons")) {
      sum += entries.asInt();
    }
    assertThat(sum).isEqualTo(ENTRIES).isEqualTo(report.path("funnel").path("harvested").asInt());
  }

  @Test
  void while_another_run_is_at_work_a_second_one_says_so_and_touches_nothing() throws Exception {
    Program program = program("");
    Path state = Files.createDirectories(program.output().resolve("state"));
    try (FileChannel channel =
            FileChannel.open(
                state.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();

      Ended ended = program.run();

      assertThat(ended.code()).isEqualTo(75);
      assertThat(ended.err()).contains("another run is at work");
    }
    assertThat(internet.requests()).isZero();
    assertThat(program.run().code()).isZero();
  }

  @Test
  void a_file_where_the_week_s_folder_should_be_is_one_sentence_and_nothing_is_lost()
      throws Exception {
    Program program = program("");
    Files.createDirectories(program.output());
    Path inTheWay = Files.writeString(program.output().resolve(Internet.WEEK), "in the way");

    Ended ended = program.run();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains(inTheWay + " cannot be written");
    Files.delete(inTheWay);
    assertThat(program.run().code()).isZero();
    assertThat(program.digest(Internet.WEEK)).exists();
  }

  @Test
  void published_and_rendered_forms_hold_the_edits_and_no_anchors() throws Exception {
    Program program = program("");
    program.run();
    Path digest = program.digest(Internet.WEEK);
    Files.writeString(
        digest, Files.readString(digest).replaceFirst("<!-- note: -->", "My own two cents."));

    for (String format : List.of("md", "html", "txt", "atom")) {
      Ended rendered = program.onOutput("render", "--to", format);
      assertThat(rendered.code()).as(format).isZero();
      assertThat(rendered.out()).as(format).contains("My own two cents.").doesNotContain("item:");
    }
    assertThat(new ObjectMapper().readTree(program.onOutput("render", "--to", "json").out()))
        .isNotEmpty();
    Path published = folder.resolve("issue.md");
    assertThat(program.onOutput("publish", "--to", "file", "--file", published.toString()).code())
        .isZero();
    assertThat(Files.readString(published)).contains("My own two cents.").doesNotContain("<!--");
  }

  @Test
  void what_is_asked_to_be_explained_means_itself_and_acts_on_no_terminal() throws Exception {
    internet.republish(
        1,
        internet.itemOn("Half of it: 50% of ML_ops!", "/x/1", Internet.NOW.minusSeconds(7_200)),
        internet.itemOn(
            "A model with \u009b31m\u202e in it", "/x/2", Internet.NOW.minusSeconds(7_300)));
    Program program = program("");
    program.run();

    assertThat(program.onOutput("explain", "%", "--json").out().lines()).hasSize(1);
    assertThat(program.onOutput("explain", "_", "--json").out().lines()).hasSize(1);
    assertThat(program.onOutput("explain", "s!", "--json").out().lines()).hasSize(1);
    assertThat(program.onOutput("explain", "50%_of").code()).isEqualTo(2);
    assertThat(program.onOutput("explain", " ").code()).isEqualTo(2);
    String json = program.onOutput("explain", "a model with", "--json").out();
    String week = Program.call(program.arguments("inspect week", "--json", "--text")).out();
    for (String lines : List.of(json, week)) {
      assertThat(lines).doesNotContain("\u009b", "\u202e");
      assertThat(lines.lines().map(EndToEndTest::parsed).toList()).isNotEmpty();
    }
  }

  private static com.fasterxml.jackson.databind.JsonNode parsed(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_digest_without_an_item_says_so_and_is_not_published() throws Exception {
    for (int source = 0; source < Internet.SOURCES; source++) {
      internet.republish(source, "<item><title>No link " + source + "</title></item>");
    }
    Program program = program("");

    assertThat(program.run().code()).isZero();

    assertThat(Files.readString(program.digest(Internet.WEEK))).contains("It has no items");
    assertThat(program.onOutput("publish", "--to", "stdout").code()).isEqualTo(6);
  }

  @Test
  void coverage_is_called_current_only_where_it_is_and_a_gap_stands_in_the_digest()
      throws Exception {
    internet.breakSource(1, aResponse().withStatus(500));
    internet.republish(2, itemOfDays(3), itemOfDays(10));
    Program earlier =
        new Program(
            folder, internet.configuration(""), Internet.NOW.minus(Duration.ofDays(2)).toString());
    assertThat(Program.call(earlier.arguments("harvest")).code()).isZero();
    assertThat(Program.call(earlier.arguments("coverage", "--json")).out().lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("\"s1\",\"state\":\"unread\""))
        .anyMatch(line -> line.contains("\"s2\",\"state\":\"current\""))
        .anyMatch(line -> line.contains("\"s0\",\"state\":\"partly\""));

    internet.republish(2, itemOfDays(0), itemOfDays(1));
    Program program = program("");
    assertThat(program.run().code()).isZero();

    assertThat(Program.call(program.arguments("coverage")).out())
        .contains("gap 2026-02-28 06:00 to 2026-03-01 06:00: The document held nothing known")
        .contains("last poll: http 500");
    assertThat(Files.readString(program.digest(Internet.WEEK)))
        .contains("Some entries may be missing of Source 2 (28 February to 1 March).");
  }

  private String itemOfDays(int days) {
    return internet.itemOn(
        "A measured look at day " + days,
        "/days/" + days,
        Internet.NOW.minus(Duration.ofDays(days)));
  }

  @Test
  void every_entry_can_be_explained() throws Exception {
    Program program = program("");
    program.run();

    Ended ended = program.onOutput("explain", Internet.title(0, 0));

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("2026-W10: ");
    assertThat(program.onOutput("explain", "no such thing").code()).isEqualTo(2);
  }

  /** A valid answer for any article: quotes a sentence that every page of this world holds. */
  private static final String VALID =
      """
      {"claims":[{"claim":"Two approaches failed: caching embeddings across tenants, and retraining the \
      ranker on clicks alone.","sentenceIds":[5],"quote":"Two approaches failed: caching embeddings across \
      tenants, and retraining the ranker on clicks alone."},{"claim":"Training cost fell as well, because \
      the new batch size kept the accelerators busy during evaluation.","sentenceIds":[4],"quote":"Training \
      cost fell as well, because the new batch size kept the accelerators busy during evaluation."}],\
      "highlight":"HIGHLIGHT"}\
      """
          .replace("\"", "\\\"");

  private void answering(String content) {
    String highlight = "machine-learning engineers who keep pipelines running";
    internet.provider(
        aResponse()
            .withHeader("Content-Type", "application/json")
            .withBody(
                """
                {"id":"1","object":"chat.completion","created":1,"model":"test-model","choices":[{"index":0,
                "message":{"role":"assistant","content":"%s"},"finish_reason":"stop"}],
                "usage":{"prompt_tokens":100,"completion_tokens":50,"total_tokens":150}}
                """
                    .formatted(content.replace("HIGHLIGHT", highlight))));
  }

  private Program program(String model) throws Exception {
    return new Program(folder, internet.configuration(model), NOW);
  }

  private static List<String> weekLines(Program program) {
    return Program.call(program.arguments("inspect week", "--json")).out().lines().toList();
  }

  private static List<String> summaries(Program program) {
    return weekLines(program).stream().filter(line -> line.contains("\"summary\"")).toList();
  }

  /** Every file of the issue, with its content. */
  private static Map<String, String> files(Program program) throws Exception {
    Map<String, String> files = new TreeMap<>();
    Path issue = program.output().resolve(Internet.WEEK);
    try (Stream<Path> walk = Files.walk(issue)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(issue.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static Process fork(String[] arguments) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Stream<String> command =
        Stream.concat(
            Stream.of(java, "-cp", System.getProperty("java.class.path"), "dev.mldigest.Main"),
            Stream.of(arguments));
    return new ProcessBuilder(command.toList())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
