package dev.mldigest.pipeline.gate;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an issue must not leave with, found by the commands as an editor calls them. */
class GateTest {
  @TempDir Path folder;
  private Internet internet;
  private Program program;

  @BeforeEach
  void an_issue() throws IOException {
    internet = new Internet();
    program = new Program(folder, internet.configuration(""), Internet.NOW.toString());
    assertThat(program.run().code()).isZero();
  }

  @AfterEach
  void disconnect() {
    internet.close();
  }

  @Test
  void an_issue_as_it_was_made_has_nothing_that_must_be_mended() {
    Ended lint = lint();
    assertThat(lint.code()).as(lint.out()).isZero();
    assertThat(lint.out()).contains("Nobody looked at").doesNotContain("must");
    assertThat(call("approve").code()).isZero();
  }

  @Test
  void a_dead_link_blocks_and_one_that_turns_programs_away_does_not() throws IOException {
    answers("/gone", aResponse().withStatus(410));
    answers("/private", aResponse().withStatus(403));
    answers("/fine", aResponse().withBody("<p>Here."));
    say(
        "See [one](%1$s/gone), [two](%1$s/private) and [three](%1$s/fine)."
            .formatted(internet.address()));
    Ended lint = lint();
    assertThat(lint.code()).isEqualTo(6);
    assertThat(lint.out())
        .containsPattern("must +line \\d+: The link \\S+/gone .* leads to a page that is gone")
        .containsPattern("should +line \\d+: The link \\S+/private ")
        .doesNotContain("/fine");
  }

  @Test
  void a_link_that_was_asked_for_is_not_asked_for_again() throws IOException {
    answers("/fine", aResponse().withBody("<p>Here."));
    say("See [this](" + internet.address() + "/fine).");
    lint();
    int asked = internet.requests();
    lint();
    assertThat(internet.requests()).isEqualTo(asked);
  }

  @Test
  void a_heading_that_leads_to_another_site_blocks() throws IOException {
    String there = internet.address().replace("127.0.0.1", "localhost") + "/start";
    answers("/moved", aResponse().withStatus(302).withHeader("Location", there));
    answers("/start", aResponse().withBody("<p>Welcome."));
    own("### [A find](" + internet.address() + "/moved)\n\nIt is worth a look.\n\n");
    assertThat(lint().out()).containsPattern("must .*/moved of the item .* leads to another site");
  }

  @Test
  void what_the_editor_says_without_a_source_waits_for_a_reason() throws IOException {
    say("They sold 4,000 horses to NASA in Paris.");
    Ended refused = call("approve");
    assertThat(refused.code()).isEqualTo(6);
    assertThat(refused.err()).contains("4,000 horses", "Accept the item with a reason");
    Ended accepted = program.onOutput("accept", title(), "--reason", "Told by them.");
    assertThat(accepted.code()).as(accepted.err()).isZero();
    assertThat(call("approve").code()).isZero();
    assertThat(program.onOutput("history").out()).contains("Told by them.");
  }

  @Test
  void an_override_lets_it_pass_and_its_reason_is_kept() throws IOException {
    say("They sold 4,000 horses to NASA in Paris.");
    Ended approved = call("approve", "--override", "I know it.");
    assertThat(approved.code()).as(approved.err()).isZero();
    assertThat(program.onOutput("history").out()).contains("although something was found: I know");
  }

  @Test
  void words_for_later_comments_and_pictures_without_words_are_found() throws IOException {
    say("TODO check the number.\n\n<!-- ask Bo -->\n\n![](https://example.org/a.png)");
    String found = lint().out();
    assertThat(found)
        .containsPattern("must .*'TODO', which looks like something to be written later")
        .containsPattern("must .*a.png .*no words for those who do not see it")
        .containsPattern("should .*Your comment 'ask Bo'");
  }

  @Test
  void placeholders_slots_and_lists_are_named_by_their_lines() throws IOException {
    say("- It is so.\n- TODO check {{name}}\n\n| model | score |\n|---|---|\n| A | 99.4 % |");
    own(
        """
        - TK in a list

        <!-- slot: sponsor -->
        Buy {{this}} now
        <!-- /slot -->

        <!-- slot: guest -->
        They say [insert link]
        <!-- /slot -->

        """);
    String found = lint().out();
    assertThat(found)
        .contains(
            "must    line " + line("TODO check") + ": In '" + title() + "' stands '{{name}}'",
            "must    line " + line("{{this}}") + ": In ",
            "must    line " + line("slot: sponsor") + ": Between the slot")
        .containsPattern("line " + line("TK in") + ": In .* stands 'TK'")
        .containsPattern("line " + line("insert link") + ": In .* stands '\\[insert link]'")
        .containsPattern("line " + line("| model") + ": In .* stands 'model score")
        .doesNotContainPattern("(?m)^must +(?!line| )");
  }

  @Test
  void code_within_an_item_claims_nothing() throws IOException {
    say("It may run.\n\n```\nint x = 5000; // TODO\n```\n\n    foo(77)\n\n1. 2026");
    assertThat(lint().out()).doesNotContain("5000", "TODO", "foo", "'1.'", "'2026'");
  }

  @Test
  void what_is_said_beside_code_that_says_it_too_is_a_claim() throws IOException {
    say("It is 3x faster.\n\n#### TODO\n\n```\n# It is 3x faster\n# TODO\n```");
    assertThat(lint().out())
        .contains("stands 'It is 3x faster.': nothing in its source says so")
        .contains("stands 'TODO', which looks like");
  }

  @Test
  void what_readers_get_otherwise_than_it_was_typed_is_told() throws IOException {
    say("It may\u202E run, <b>so</b>.\n\nOr [here](javascript:x).");
    assertThat(lint().out())
        .containsPattern(
            "should +line "
                + line("It may")
                + ": .* nobody sees \\(RIGHT-TO-LEFT OVERRIDE, U\\+202E")
        .containsPattern("should +line " + line("<b>") + ": .* stands '<b>': readers see HTML as");
  }

  @Test
  void a_link_that_mails_have_the_words_of_alone_is_told() throws IOException {
    say("It may run.\n\nSee [here](e.org/x), [there](https://e.org/y) and [me](mailto:a@e.org).");
    assertThat(lint().out())
        .containsPattern(
            "should +line " + line("See") + ": .* a link leads to 'e.org/x', a place of")
        .doesNotContain("leads to 'https", "leads to 'mailto");
  }

  @Test
  void of_many_findings_of_a_kind_the_way_to_see_them_all_is_told() {
    assertThat(lint().out())
        .contains("should  2 more of the kind 'not seen': 'digest lint --all' prints them");
    assertThat(call("lint", "--all").out().lines().filter(line -> line.contains("Nobody looked")))
        .hasSize(5);
  }

  private int line(String words) throws IOException {
    List<String> lines = Files.readAllLines(digest());
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(words)) {
        return i + 1;
      }
    }
    throw new AssertionError(words + " stands nowhere");
  }

  @Test
  void a_slot_is_no_comment_that_waits_for_an_answer() throws IOException {
    own("<!-- slot: sponsor -->\n\nThey pay for this.\n\n<!-- /slot -->\n\n");
    assertThat(lint().out()).doesNotContain("Your comment");
    own("<!-- slots are sold -->\n\n");
    assertThat(lint().out()).contains("Your comment 'slots are sold'");
  }

  @Test
  void a_mail_that_cannot_be_made_blocks() throws IOException {
    Path template = folder.resolve("mine.html");
    Files.writeString(template, "<html><body>{{body}}</body></html>");
    Files.writeString(
        program.config(), "\nmail:\n  template: mine.html\n", StandardOpenOption.APPEND);
    assertThat(lint().code()).as(lint().toString()).isZero();
    Files.writeString(template, "<html><body>{{bdy}}</body></html>");
    assertThat(lint().code()).isEqualTo(6);
    assertThat(lint().out()).containsPattern("must .*'\\{\\{bdy\\}\\}' is not known");
    assertThat(call("approve").code()).isEqualTo(6);
  }

  @Test
  void a_page_that_an_earlier_issue_had_is_found_by_link_and_by_title() throws IOException {
    String before = Files.readString(digest());
    String heading =
        before.lines().filter(line -> line.startsWith("### [")).findFirst().orElseThrow();
    program = new Program(folder, internet.configuration(""), "2026-03-09T06:00:00Z");
    internet.republish(
        0,
        internet.itemOn(
            "A fresh report on caches", "/fresh", java.time.Instant.parse("2026-03-08T06:00:00Z")));
    Ended run = program.run();
    assertThat(run.code()).as(run.err()).isIn(0, 4);
    own(heading + "\n\nIt is worth a look.\n\n");
    own(heading.replaceFirst("\\]\\(.*", "](https://example.org/other)") + "\n\nAgain.\n\n");
    assertThat(lint().out())
        .containsPattern("must .*stood in the issue 2026-W\\d\\d already")
        .containsPattern("must .*told in the issue 2026-W\\d\\d");
  }

  @Test
  void a_subject_that_tells_of_an_item_that_is_gone_blocks() throws IOException {
    String title = title();
    String digest = Files.readString(digest());
    Files.writeString(
        digest(), digest.replaceFirst("(?m)^subject: .*$", "subject: \"" + title + "\""));
    program.onOutput("reject", title);
    int line = Files.readAllLines(digest()).indexOf("subject: \"" + title + "\"") + 1;
    assertThat(lint().out())
        .containsPattern("must +line " + line + ": It no longer holds '.*the subject");
  }

  @Test
  void a_large_mail_is_warned_of_and_a_larger_one_blocked() throws IOException {
    say("It is so. ".repeat(8_400));
    assertThat(lint().out()).containsPattern("should +The mail has 8\\d KB");
    say("It is so. ".repeat(4_000));
    assertThat(lint().out()).containsPattern("must +The mail has 1\\d\\d KB");
  }

  @Test
  void an_approval_that_a_crash_cut_off_before_the_freezing_is_frozen_at_the_next_look() {
    IssueFiles files = new IssueFiles(program.output());
    Week week = Week.parse(Internet.WEEK);
    try (Store store = Store.open(files.state())) {
      Desk desk = Desks.open(week, store, files, () -> Internet.NOW, new ArrayList<>());
      desk.append(new Act.Approve("Because."), Desk.LATEST, "page");
      assertThat(store.revisions().of(week)).isEmpty();
      assertThat(new StandingRevision(store, files).of(week, desk.load()))
          .hasValueSatisfying(one -> assertThat(one.override()).isEqualTo("Because."));
      assertThat(store.revisions().of(week)).hasSize(1);
    }
    assertThat(call("approve").err()).contains("approved before: revision 1");
  }

  private Ended lint() {
    return call("lint");
  }

  private Ended call(String command, String... more) {
    return Program.call(program.arguments(command, more));
  }

  private Path digest() {
    List<String> weeks = new ArrayList<>(List.of("2026-W11", Internet.WEEK));
    return weeks.stream().map(program::digest).filter(Files::exists).findFirst().orElseThrow();
  }

  private String title() throws IOException {
    return Files.readString(digest())
        .lines()
        .filter(line -> line.startsWith("### ["))
        .map(line -> line.replaceFirst("### \\[(.*?)]\\(.*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  /** Above the first item's note slot. */
  private void say(String words) throws IOException {
    String digest = Files.readString(digest());
    int slot = digest.indexOf("<!-- note", digest.indexOf("### ["));
    Files.writeString(
        digest(), digest.substring(0, slot) + words + "\n\n" + digest.substring(slot));
  }

  private void own(String block) throws IOException {
    String digest = Files.readString(digest());
    int first = digest.indexOf("<!-- item:");
    Files.writeString(digest(), digest.substring(0, first) + block + digest.substring(first));
  }

  private void answers(String path, ResponseDefinitionBuilder response) {
    internet.answers(get(urlPathEqualTo(path)).willReturn(response));
  }
}
