package dev.mldigest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.past.Retrospect;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor at work on an issue, with commands and in the file at once. */
class EditingTest {
  private static final String OWN = "My own words on what they measured.";

  @TempDir Path folder;
  private Internet internet;
  private Program program;
  private String made;

  @BeforeEach
  void an_issue() throws IOException {
    internet = new Internet();
    program = new Program(folder, internet.configuration(""), Internet.NOW.toString());
    assertThat(program.run().code()).isZero();
    made = digest();
  }

  @AfterEach
  void disconnect() {
    internet.close();
  }

  @Test
  void a_rejected_item_leaves_the_file_and_what_was_typed_meanwhile_stays() throws IOException {
    type(title(1), OWN);
    Ended rejected = onIssue("reject", title(0), "--reason", "seen before");
    assertThat(rejected.code()).as(rejected.err()).isZero();
    assertThat(digest()).doesNotContain("### [" + title(0)).contains(OWN);
    assertThat(onIssue("history").out())
        .contains("made the issue", "saved digest.md, with changes to '" + title(1))
        .contains("rejected '" + title(0), "seen before");
    assertThat(onIssue("history", title(1)).out()).hasLineCount(1);
    assertThat(program.run("--redo").code()).isZero();
    assertThat(digest()).doesNotContain("### [" + title(0)).contains(OWN);
    assertThat(onIssue("explain", title(0)).out()).contains("You took it out of the digest.");
  }

  @Test
  void an_editor_that_saves_what_it_had_open_brings_nothing_rejected_back() throws IOException {
    String open = digest();
    onIssue("reject", title(0));
    Files.writeString(program.digest(Internet.WEEK), typed(open, title(1), OWN));
    Ended history = onIssue("history");
    assertThat(history.code()).as(history.err()).isZero();
    assertThat(history.err()).contains("had been saved from an older state");
    assertThat(history.out()).as("whole seconds").doesNotContainPattern("T\\d\\d:\\d\\d:\\d\\d\\.");
    assertThat(digest()).doesNotContain("### [" + title(0)).contains(OWN);
    assertThat(onIssue("history").err()).as("told once").doesNotContain("older state");
  }

  @Test
  void a_page_of_the_harvest_goes_where_the_editor_wants_it() throws IOException {
    String id = bench().getFirst();
    onConfigured("pick", id, "--besides");
    String url =
        digest()
            .substring(digest().indexOf("<!-- item:" + id + " "))
            .replaceFirst("(?s).*?]\\((.*?)\\).*", "$1");
    onIssue("undo");
    String engineering = "    - { id: engineering";
    String papers = "    - { id: papers, title: Papers, slots: 1, at-least: 0 }\n";
    String configuration = internet.configuration("").replace(engineering, papers + engineering);
    program = new Program(folder, configuration, Internet.NOW.toString());
    for (String heading : List.of("Papers", "Engineering")) {
      Ended added = onConfigured("add", url, "--section", heading);
      assertThat(added.err()).contains("was put in under '" + heading + "'");
      assertThat(digest().substring(0, digest().indexOf("<!-- item:" + id + " ")))
          .matches("(?s).*\n## " + heading + "\n(?:(?!\n## ).)*");
      assertThat(digest().indexOf("\n## Papers") < digest().indexOf("\n## Engineering"))
          .as("as in feeds.yaml")
          .isTrue();
      onIssue("undo");
      assertThat(digest()).isEqualTo(made);
    }
    assertThat(onConfigured("add", url, "--section", "Nowhere").err())
        .contains("feeds.yaml has no section 'Nowhere'; it has Papers, Engineering");
  }

  @Test
  void an_item_without_its_anchor_is_known_again_by_commands() throws IOException {
    Files.writeString(
        program.digest(Internet.WEEK), made.replaceFirst("(?m)^<!-- item:.*-->\\R", ""));
    for (List<String> act :
        List.of(
            List.of("accept", title(0)),
            List.of("note", title(0), OWN),
            List.of("move", title(0), "--after", title(1)),
            List.of("reject", title(0)))) {
      Ended ended = onIssue(act.getFirst(), act.subList(1, act.size()).toArray(String[]::new));
      assertThat(ended.code()).as("%s: %s", act, ended.err()).isZero();
    }
    assertThat(digest()).doesNotContain("### [" + title(0)).contains("### [" + title(1));
  }

  @Test
  void the_subject_the_preheader_and_the_introduction_are_written_and_chosen_by_command()
      throws IOException {
    assertThat(onIssue("subject", "A \"week\" of models").err()).contains("The subject is yours.");
    assertThat(digest()).contains("subject: \"A \\\"week\\\" of models\"\n");
    assertThat(onIssue("subject", "--preheader", "So it was").code()).isZero();
    assertThat(digest()).contains("preheader: \"So it was\"\n");
    assertThat(onIssue("subject").out()).contains("* ", "  A \"week\" of models");
    String first = onIssue("subject").out().lines().findFirst().orElseThrow();
    assertThat(first).startsWith("  1  ");
    assertThat(onIssue("subject", "--choose", "1").code()).isZero();
    assertThat(onIssue("subject").out()).startsWith("* 1" + first.substring(3));
    assertThat(onIssue("subject", "--introduction", "In my own words.").code()).isZero();
    assertThat(onIssue("subject", "--introduction").out()).isEqualTo("In my own words.\n");
    assertThat(onIssue("subject", "--introduction", "").err()).contains("was taken out");
    assertThat(digest()).doesNotContain("In my own words.");
    assertThat(onIssue("history").out()).contains("changed the subject: ", "introduction out");
    for (String[] wrong :
        new String[][] {
          {"subject", ""},
          {"subject", "--choose", "99"},
          {"subject", "x", "--choose", "1"},
          {"subject", "--preheader", "--introduction"}
        }) {
      Ended refused = onIssue(wrong[0], Arrays.copyOfRange(wrong, 1, wrong.length));
      assertThat(refused.code()).as(refused.err()).isEqualTo(2);
      assertThat(refused.err()).hasLineCount(1);
    }
    assertThat(onIssue("undo", "--steps", "5").code()).isZero();
    assertThat(digest()).isEqualTo(made);
  }

  @Test
  void a_pin_is_taken_out_in_words_that_say_what_follows() {
    assertThat(onIssue("pin", title(0)).err()).contains("is pinned.");
    assertThat(onIssue("pin", title(0), "--off").err())
        .contains("is not pinned: a pick may take its place.");
  }

  @Test
  void an_item_moves_to_no_section_that_nobody_made() throws IOException {
    Ended refused = onIssue("move", title(0), "--section", "Nope");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("The digest has no section 'Nope'; it has ");
    assertThat(digest()).isEqualTo(made);
    String heading = made.replaceFirst("(?s).*?\n## (.*?)\n.*", "$1");
    assertThat(onIssue("move", title(0), "--section", heading.toLowerCase(Locale.ROOT)).code())
        .isZero();
    Files.writeString(program.digest(Internet.WEEK), made + "\n## Tools of my own\n");
    assertThat(onIssue("move", title(0), "--section", "Tools of my own").code()).isZero();
    assertThat(digest()).containsPattern("## Tools of my own\n\n<!-- item:.*\n### \\[");
  }

  @Test
  void who_names_several_items_is_told_their_titles() {
    Ended rejected = onIssue("reject", "e");
    assertThat(rejected.err()).contains(" items; name one: ", "('" + title(0).substring(0, 20));
    Ended picked = onConfigured("pick", "e");
    assertThat(picked.err()).contains(" candidates; name one: ").contains("('");
  }

  @Test
  void all_is_taken_back_to_the_byte_and_done_again() throws IOException {
    onIssue("reject", title(0));
    type(title(1), OWN);
    onConfigured("pick", bench().getFirst());
    String last = digest();
    assertThat(onIssue("undo", "--steps", "9").code()).isZero();
    assertThat(digest()).isEqualTo(made);
    assertThat(onIssue("undo").err()).contains("nothing to take back").hasLineCount(1);
    assertThat(onIssue("undo").code()).isEqualTo(2);
    assertThat(onIssue("undo", "--back", "--steps", "9").code()).isZero();
    assertThat(digest()).isEqualTo(last);
    Ended first = onIssue("review", "--at", "1");
    assertThat(first.out()).isEqualTo(made);
    assertThat(onIssue("review", "--at", "99").err()).contains("There is no event 99");
  }

  @Test
  void undoing_over_a_run_brings_back_what_the_text_was_made_from() throws IOException {
    onIssue("reject", title(0));
    String rejected = digest();
    String json = Files.readString(json());
    assertThat(program.run("--redo").code()).isZero();
    onIssue("undo");
    assertThat(digest()).isEqualTo(rejected);
    assertThat(Files.readString(json())).isEqualTo(json);
    onIssue("undo");
    assertThat(digest()).isEqualTo(made);
    assertThat(program.run("--redo").code()).isZero();
    assertThat(digest()).contains("### [" + title(0));
  }

  @Test
  void a_pick_takes_the_place_of_the_weakest_with_its_evidence_and_outlives_a_run()
      throws IOException {
    String id = bench().getFirst();
    List<String> before = titles(digest());
    Ended picked = onConfigured("pick", id);
    assertThat(picked.code()).as(picked.err()).isZero();
    assertThat(titles(digest())).hasSameSizeAs(before);
    assertThat(digest()).contains("<!-- item:" + id + " ");
    String title = titles(digest()).stream().filter(t -> !before.contains(t)).findFirst().get();
    assertThat(digest()).as("no longer also seen").doesNotContain("- [" + title);
    JsonNode item = item(id, onIssue("render", "--to", "json").out());
    assertThat(item.at("/summary/by").asText()).isEqualTo("offline");
    assertThat(item.at("/summary/sentences/0/evidence")).isNotEmpty();

    assertThat(program.run("--redo").code()).isZero();

    assertThat(digest()).contains("<!-- item:" + id + " ");
    assertThat(titles(digest())).hasSameSizeAs(before);
    assertThat(item(id, Files.readString(json())).at("/summary/sentences/0/evidence")).isNotEmpty();
    assertThat(item(id, onIssue("render", "--to", "json").out()).at("/summary/by").asText())
        .isEqualTo("offline");
  }

  @Test
  void what_the_editor_wrote_in_makes_no_room_and_a_named_item_does() throws IOException {
    for (int i = 0; i < titles(made).size(); i++) {
      type(title(i), OWN + " " + i);
    }
    Ended picked = onConfigured("pick", bench().getFirst());
    assertThat(picked.err()).contains("none made room");
    assertThat(titles(digest())).hasSize(titles(made).size() + 1);
    onConfigured("pick", bench().getFirst(), "--instead-of", title(2));
    assertThat(digest()).doesNotContain("### [" + title(2));
  }

  @Test
  void a_page_that_no_source_brought_is_fetched_read_and_told() throws IOException {
    String paragraph =
        "<p>The team measured speculative decoding on %d production replicas and found that the"
            + " acceptance rate of drafts fell by a third once prompts grew beyond 8,000"
            + " tokens.</p>";
    internet.answers(
        get(urlPathEqualTo("/elsewhere"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html")
                    .withBody(
                        "<html><head><title>What drafts cost</title></head><body><article>"
                            + "<h1>What drafts cost</h1>"
                            + String.join(
                                "", IntStream.range(3, 15).mapToObj(paragraph::formatted).toList())
                            + "</article></body></html>")));
    String url = internet.address() + "/elsewhere";
    Ended added = onConfigured("add", url, "--section", "Engineering");
    assertThat(added.code()).as(added.err()).isZero();
    assertThat(digest()).contains("### [What drafts cost](" + url + ")", "acceptance rate");
    assertThat(titles(digest())).hasSize(titles(made).size() + 1);
    assertThat(onConfigured("add", url).err()).contains("It stands in the digest already.");
    onIssue("undo");
    assertThat(digest()).isEqualTo(made);
    Ended gone = onConfigured("add", internet.address() + "/nowhere");
    assertThat(gone.code()).isEqualTo(75);
    assertThat(gone.err()).contains("nothing was put in:").hasLineCount(1);
  }

  @Test
  void an_approved_issue_is_frozen_and_a_later_edit_makes_a_new_revision() throws IOException {
    Ended approved = onIssue("approve");
    assertThat(approved.err()).contains("revision 1");
    assertThat(onIssue("approve").err()).contains("approved before: revision 1");
    type(title(1), OWN);
    assertThat(onIssue("approve").err()).contains("nothing in its source says so");
    onIssue("accept", title(1), "--reason", "I measured it myself.");
    assertThat(onIssue("approve").err()).contains("Approved: revision 2");
    onIssue("undo", "--steps", "3");
    assertThat(onIssue("approve").err()).contains("approved before: revision 1");
  }

  @Test
  void what_must_not_be_published_is_not_approved_without_a_reason() throws IOException {
    type(title(1), "Dear {{ first_name }}, " + OWN);
    Ended refused = onIssue("approve");
    assertThat(refused.code()).isEqualTo(6);
    assertThat(refused.err()).contains("With --override REASON it is approved all the same.");
    assertThat(onIssue("approve", "--override", "It is about templates.").code()).isZero();
    assertThat(onIssue("history").out()).contains("It is about templates.");
    type(title(2), "<!-- never closed");
    assertThat(onIssue("approve", "--override", "So what.").code()).isEqualTo(6);
  }

  @Test
  void an_issue_without_an_item_is_not_approved_whatever_the_reason() {
    for (String title : titles(made)) {
      assertThat(onIssue("reject", title).code()).isZero();
    }
    Ended refused = onIssue("approve", "--override", "It is a quiet week.");
    assertThat(refused.code()).isEqualTo(6);
    assertThat(refused.err()).contains("The digest holds no item.").doesNotContain("--override");
  }

  @Test
  void what_is_cut_again_and_again_is_offered_as_a_house_rule_and_never_applied()
      throws IOException {
    onIssue("reject", title(0));
    Files.writeString(program.digest(Internet.WEEK), made.replace("held-out set", "set"));
    onIssue("history");
    List<String> told;
    List<String> declined;
    try (Store store = Store.open(program.output().resolve("state"))) {
      IssueFiles files = new IssueFiles(program.output());
      told = Retrospect.until(Week.parse(Internet.WEEK), store, files);
      Retrospect.decline("held-out", true, files);
      declined = Retrospect.until(Week.parse(Internet.WEEK), store, files);
    }
    assertThat(declined).as("asked once, for good").noneMatch(one -> one.contains("held-out"));
    assertThat(told)
        .anyMatch(sentence -> sentence.startsWith("The review of 2026-W10: "))
        .anyMatch(sentence -> sentence.startsWith("You cut 'held-out' 5 times: ban it?"));
    assertThat(Files.readString(Path.of("prompts/banned.txt"))).doesNotContain("held-out");
  }

  @Test
  void bad_input_is_one_sentence_and_exit_code_2() {
    for (List<String> bad :
        List.of(
            List.of("reject", "no such title"),
            List.of("reject", "e"),
            List.of("reject", ""),
            List.of("reject", title(0), "--week", "2026-W01"),
            List.of("reject", title(0), "--week", "nonsense"),
            List.of("undo", "--steps", "0"),
            List.of("undo"),
            List.of("undo", "--back"),
            List.of("history", "no such title"),
            List.of("approve", "--week", "2026-W01"))) {
      Ended ended = onIssue(bad.getFirst(), bad.subList(1, bad.size()).toArray(String[]::new));
      assertThat(ended.code()).as("%s: %s", bad, ended.err()).isEqualTo(2);
      assertThat(ended.err()).as("%s", bad).hasLineCount(1);
    }
    for (List<String> bad :
        List.of(
            List.of("pick", "no such title"),
            List.of("pick", title(0)),
            List.of("pick", "e"),
            List.of("pick", "x", "--besides", "--instead-of", "y"),
            List.of("pick", "--besides"),
            List.of("pick", "--instead-of", title(0)),
            List.of("add", "not an address"),
            List.of("add", "https://user:secret@example.org/"),
            List.of("add", "http://192.168.0.1/x"),
            List.of("add", internet.address() + "/x", "--section", "Nowhere"))) {
      Ended ended = onConfigured(bad.getFirst(), bad.subList(1, bad.size()).toArray(String[]::new));
      assertThat(ended.code()).as("%s: %s", bad, ended.err()).isEqualTo(2);
      assertThat(ended.err()).as("%s", bad).hasLineCount(1);
    }
  }

  private static JsonNode item(String id, String json) throws IOException {
    for (JsonNode section : new ObjectMapper().readTree(json).path("sections")) {
      for (JsonNode item : section.path("items")) {
        if (item.path("id").asText().equals(id)) {
          return item;
        }
      }
    }
    throw new AssertionError("no item " + id + " in " + json);
  }

  /** Ids of what could be picked, best first. */
  private List<String> bench() {
    return onConfigured("pick").out().lines().map(line -> line.split(" ", 2)[0]).toList();
  }

  private Ended onIssue(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--now", Internet.NOW.toString()));
    arguments.addAll(List.of(more));
    return program.onOutput(command, arguments.toArray(String[]::new));
  }

  private Ended onConfigured(String command, String... more) {
    return Program.call(program.arguments(command, more));
  }

  private String title(int place) {
    return titles(made).get(place);
  }

  private static List<String> titles(String digest) {
    return digest
        .lines()
        .filter(line -> line.startsWith("### ["))
        .map(line -> line.replaceFirst("### \\[(.*?)]\\(.*", "$1"))
        .toList();
  }

  private void type(String title, String words) throws IOException {
    Files.writeString(program.digest(Internet.WEEK), typed(digest(), title, words));
  }

  /** With words of the editor's above the item's note slot. */
  private static String typed(String digest, String title, String words) {
    int slot = digest.indexOf("<!-- note", digest.indexOf("### [" + title));
    return digest.substring(0, slot) + words + "\n\n" + digest.substring(slot);
  }

  private Path json() {
    return program.output().resolve(Internet.WEEK).resolve("issue.json");
  }

  private String digest() throws IOException {
    return Files.readString(program.digest(Internet.WEEK));
  }
}
