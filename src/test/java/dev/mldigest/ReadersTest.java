package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.assemble.Prose;
import dev.mldigest.testkit.FakeButtondown;
import dev.mldigest.testkit.FakeService.Fault;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import dev.mldigest.testkit.StoringService.Sent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers did with an issue that went out is asked, kept without them, and shown by item. */
class ReadersTest {
  private static final String KEY = "bd-secret-of-the-editor";

  @TempDir Path folder;
  private Internet internet;
  private FakeButtondown service;
  private Program program;

  @BeforeEach
  void publishAnIssue() throws Exception {
    internet = new Internet();
    service = new FakeButtondown(KEY, 1000);
    Files.writeString(folder.resolve("key"), KEY + "\n");
    String publish =
        """
        publish:
          - { name: letter, kind: buttondown, url: "%s", api-key: { file: key } }
          - { name: hook, kind: webhook, url: "%s", api-key: { file: key } }
        """
            .formatted(service.address(), service.address());
    program = new Program(folder, internet.configuration("") + publish, Internet.NOW.toString());
    assertThat(program.run().code()).isZero();
    assertThat(program.onOutput("approve").code()).isZero();
    Ended made = Program.call(program.arguments("publish", "--to", "letter"));
    assertThat(made.code()).as(made.err()).isZero();
  }

  @AfterEach
  void disconnect() {
    internet.close();
    service.close();
  }

  private Ended readers(String... more) {
    return Program.call(program.arguments("readers", more));
  }

  /** The first link of each item, in order. */
  private List<String> links() throws IOException {
    return Stream.of(Files.readString(program.digest(Internet.WEEK)).split("(?m)^### "))
        .skip(1)
        .map(item -> Prose.links("### " + item).keySet().iterator().next())
        .toList();
  }

  /** Scanners follow every link, and the one to leave by; persons follow the items. */
  private void send(int... persons) throws IOException {
    List<Sent.Click> clicks = new ArrayList<>();
    List<String> links = links();
    for (int item = 0; item < links.size(); item++) {
      for (int person = 0; person < 20 + (item < persons.length ? persons[item] : 0); person++) {
        clicks.add(click(person, links.get(item) + "?utm_source=letter&utm_medium=email"));
      }
    }
    for (int person = 0; person < 22; person++) {
      clicks.add(
          click(
              person,
              "https://buttondown.example/unsubscribe?email=p%d%%40persons.example"
                  .formatted(person)));
    }
    clicks.add(click(0, "https://elsewhere.example/p0@persons.example?token=abc"));
    service.sent("em_1", new Sent(1000, 420, 130, 2, 5, clicks));
  }

  private static Sent.Click click(int person, String link) {
    return new Sent.Click("sub_" + person, "p" + person + "@persons.example", link);
  }

  @Test
  void totals_and_the_clicks_of_each_item_stand_in_a_table() throws IOException {
    send(40, 10);

    Ended ended = readers();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("hook (the webhook) counts no readers.");
    assertThat(ended.out())
        .contains("1000", "420 42 %", "130 13 %", "2 0.2 %", "5")
        .contains("Taken off as scanners: 20 for each link", "/unsubscribe")
        .contains("published figures alone")
        .contains("On links that are not in the issue: 23 on 2.")
        .contains("Clicks are not value")
        .containsPattern("(?m)^ +1 +60 +40 +\\d+  x")
        .containsPattern("(?m)^ +2 +30 +10 ");
  }

  @Test
  void nobody_who_reads_is_in_the_state_the_output_or_the_log() throws IOException {
    send(40, 10);

    Ended shown = readers();
    Ended json = readers("--json", "--offline");

    assertThat(shown.out() + shown.err() + json.out() + json.err())
        .doesNotContain("persons.example", "sub_", "192.0.2.7");
    try (Stream<Path> files = Files.walk(program.output())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains("persons.example") || bytes.contains("sub_1"))
            .as("" + file)
            .isFalse();
      }
    }
  }

  @Test
  void asking_again_replaces_and_waits_an_hour_unless_told() throws IOException {
    send(40);
    assertThat(readers().code()).isZero();
    int asked = service.requests().size();

    send(50);
    assertThat(readers().out()).contains("     60 ");
    assertThat(service.requests()).hasSize(asked);

    assertThat(readers("--offline").out()).contains("     60 ");
    assertThat(readers("--again").out()).contains("     70 ").doesNotContain("     60 ");
  }

  @Test
  void a_service_that_refuses_is_told_and_what_was_known_is_shown() throws IOException {
    send(40);
    assertThat(readers().code()).isZero();
    service.faults(() -> Fault.UNAUTHORIZED);
    Ended refused = readers("--again");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("letter, " + Internet.WEEK + ": 127.0.0.1 answered 401")
        .doesNotContain(KEY);
    assertThat(refused.out()).contains("420 42 %");

    service.faults(() -> Fault.BROKEN_BEFORE);
    assertThat(readers("--again").code()).isEqualTo(75);
  }

  @Test
  void a_draft_that_nobody_sent_yet_is_told_as_that() {
    Ended ended = readers();

    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("it was not sent from there yet");
    assertThat(ended.out()).contains("Of no issue is it known");
  }

  @Test
  void an_export_of_events_counts_the_same_without_its_persons() throws IOException {
    StringBuilder csv =
        new StringBuilder("id,token,email_id,subscriber__email,event_type,timestamp,metadata\n");
    String link = links().getFirst();
    for (int person = 0; person < 30; person++) {
      for (String type : List.of("delivered", "clicked", "clicked")) {
        csv.append(
            "e,t,em_1,p%d@persons.example,%s,2026-03-10,\"{\"\"url\"\": \"\"%s?utm_source=x\"\"}\"\n"
                .formatted(person, type, link));
      }
    }
    Path file = Files.writeString(folder.resolve("events.csv"), csv);

    Ended taken = readers("--import", file.toString(), "--json");

    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(taken.out())
        .contains("\"target\":\"letter\"", "\"recipients\":30", "\"clicks\":30", "\"opens\":null")
        .doesNotContain("persons.example");
    assertThat(service.requests()).noneMatch(request -> request.path().contains("analytics"));
    try (Stream<Path> files = Files.walk(program.output())) {
      for (Path kept : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1).contains("persons.example"))
            .as("" + kept)
            .isFalse();
      }
    }
  }

  @Test
  void a_table_of_posts_is_matched_by_title_and_what_matches_nothing_is_counted()
      throws IOException {
    String title =
        Files.readAllLines(program.digest(Internet.WEEK)).stream()
            .filter(line -> line.startsWith("# "))
            .findFirst()
            .orElseThrow()
            .substring(2);
    Path file =
        Files.writeString(
            folder.resolve("stats.csv"),
            "id,slug,title,post_date,views,opens,open_rate,clicks,sent\n1,a,\""
                + title
                + "\",2026-03-09,1,400,0.4,70,900\n2,b,Another,2026-03-02,1,300,0.3,60,800\n");

    Ended taken = readers("--import", file.toString());

    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(taken.out()).contains("substack", "  400 ", "  70 ");
    assertThat(taken.err())
        .contains("1 of 2 in the file could be matched with no issue", "1 issue was taken from");
    Path numberless =
        Files.writeString(
            folder.resolve("numberless.csv"),
            "id,title,sends,opens\n1,\"" + title + "\",40%,1.2\n");
    Ended none = readers("--import", numberless.toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("In none of its rows stands a number of readers");
    assertThat(none.out()).isEmpty();

    Path marked =
        Files.writeString(
            folder.resolve("marked.csv"),
            "id,slug,title,sends,opens\n1,digest-2026-w99-ab,X,5,4\n2,digest-2031-w02-ab,Y,5,4\n");
    Ended nothing = readers("--import", marked.toString());
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("2 of 2");
    assertThat(readers("--offline").code()).isZero();

    Path foreign =
        Files.writeString(
            folder.resolve("foreign.csv"),
            "campaign_id,subscriber_id,url\nem_1,3,https://e.org/\n");
    assertThat(readers("--import", foreign.toString()).code()).isEqualTo(2);

    Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
    Ended refused = readers("--import", other.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("was not taken");
  }
}
