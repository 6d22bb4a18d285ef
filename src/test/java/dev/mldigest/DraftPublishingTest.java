package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.FakeButtondown;
import dev.mldigest.testkit.FakeService.Fault;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approved issue goes into a newsletter service as a draft, once. */
class DraftPublishingTest {
  private static final String KEY = "bd-secret-of-the-editor";

  @TempDir Path folder;
  private Internet internet;
  private FakeButtondown service;
  private Program program;

  @BeforeEach
  void makeAnIssue() throws Exception {
    internet = new Internet();
    service = new FakeButtondown(KEY, 1000);
    Files.writeString(folder.resolve("key"), KEY + "\n");
    String publish =
        """
        publish:
          - { name: letter, kind: buttondown, url: "%s", api-key: { file: key } }
          - { name: site, kind: ghost, url: "%s", api-key: { file: key } }
          - { name: keyless, kind: kit, api-key: { file: nothing-here } }
        """
            .formatted(service.address(), service.address());
    program = new Program(folder, internet.configuration("") + publish, Internet.NOW.toString());
    assertThat(program.run().code()).isZero();
  }

  @AfterEach
  void disconnect() {
    internet.close();
    service.close();
  }

  private Ended publish(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "--to";
    all[1] = "letter";
    System.arraycopy(more, 0, all, 2, more.length);
    return Program.call(program.arguments("publish", all));
  }

  private void approve() {
    Ended ended = program.onOutput("approve");
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  @Test
  void only_what_is_approved_leaves_and_it_leaves_once() throws IOException {
    Ended before = publish();
    assertThat(before.code()).as(before.err()).isEqualTo(3);
    assertThat(before.err()).contains("not approved", "digest approve");
    assertThat(service.requests()).isEmpty();

    approve();
    Ended made = publish("--json");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out()).contains("\"outcome\":\"drafted\"", "\"id\":\"em_1\"");
    Ended again = publish();
    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("already");
    assertThat(service.kept()).hasSize(1);
    assertThat(service.leaving()).isEmpty();
    assertThat(service.kept().getFirst().fields().path("body").asText())
        .startsWith("<!-- buttondown-editor-mode: plaintext -->\n\n# ")
        .doesNotContain("item:", "subject:");

    Path digest = program.digest(Internet.WEEK);
    Files.writeString(digest, Files.readString(digest).replace("## ", "## New: "));
    Ended changed = publish();
    assertThat(changed.code()).isEqualTo(3);
    assertThat(changed.err()).contains("changed after revision 1");
    approve();
    assertThat(program.onOutput("undo").code()).isZero();
    assertThat(publish().err()).contains("The approval of revision 2", "was taken back");
    approve();
    Ended second = publish();
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.err()).contains("em_2", "out of date", "em_1");
    assertThat(service.kept()).hasSize(2);
  }

  @Test
  void a_dry_run_shows_the_request_without_the_key_and_asks_for_nothing() {
    approve();

    Ended shown = publish("--dry-run", "--week", Internet.WEEK);

    assertThat(shown.code()).as(shown.err()).isZero();
    assertThat(shown.out())
        .contains("POST " + service.address() + "/v1/emails")
        .contains("X-API-Version: 2026-04-01", "Authorization: ***", "\"status\" : \"draft\"")
        .doesNotContain(KEY);
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void a_target_that_feeds_yaml_does_not_name_is_told_with_those_it_does() {
    Ended ended = Program.call(program.arguments("publish", "--to", "leter"));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("'leter'", "file, stdout, letter, site, keyless");
  }

  @Test
  void a_key_that_is_not_there_stops_publishing_there_and_nothing_else() {
    approve();
    Ended ended = Program.call(program.arguments("publish", "--to", "keyless"));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("nothing-here");

    Ended doctor = Program.call(program.arguments("doctor", "--offline"));
    assertThat(doctor.out())
        .contains("publish letter", "key present in the file key")
        .contains("FAIL publish keyless")
        .doesNotContain(KEY);
    assertThat(program.run("--redo").code()).isZero();
  }

  @Test
  void a_key_of_another_form_than_its_service_has_is_told_before_anything_is_asked()
      throws IOException {
    approve();
    for (String wrong : List.of("onlyonehalf", "64f0c1:0011zz", "64f0c1:001", ":0011")) {
      Files.writeString(folder.resolve("key"), wrong);
      for (String mode : List.of("--json", "--dry-run")) {
        Ended ended = Program.call(program.arguments("publish", "--to", "site", mode));
        assertThat(ended.code()).as(wrong + ended.err()).isEqualTo(2);
        assertThat(ended.out() + ended.err())
            .contains("Admin API key")
            .doesNotContain(wrong, "Exception");
      }
      Ended doctor = Program.call(program.arguments("doctor", "--offline"));
      assertThat(doctor.out())
          .contains("FAIL publish site", "Admin API key")
          .doesNotContain(wrong, "FAIL publish letter");
    }
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void no_secret_is_told_when_the_service_answers_with_it() {
    approve();
    service.faults(() -> Fault.UNAUTHORIZED);

    Ended refused = publish();

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("could not be looked up", "401").doesNotContain(KEY);
    assertThat(service.kept()).isEmpty();
  }

  @Test
  void a_service_that_is_out_of_order_may_be_tried_later() {
    approve();
    service.faults(() -> Fault.BROKEN_BEFORE);
    Ended broken = publish();
    assertThat(broken.code()).as(broken.err()).isEqualTo(75);
    service.faults(() -> Fault.NONE);
    assertThat(publish().code()).isZero();
  }

  @Test
  void what_the_service_is_about_to_send_is_set_back_and_said_loudly() {
    approve();
    service.sends(true);

    Ended alarm = publish();

    assertThat(alarm.code()).isEqualTo(2);
    assertThat(alarm.err()).contains("ALARM", "em_1", "set back");
    assertThat(service.kept()).hasSize(1);
    assertThat(service.leaving()).isEmpty();
  }

  @Test
  void a_draft_that_somebody_changed_in_the_service_stays_as_it_is() {
    approve();
    publish();
    service.change("em_1", "body", "what the editor wrote there");

    Ended again = publish();

    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("em_1 was changed in Buttondown");
    assertThat(service.kept()).hasSize(1);
    assertThat(service.kept().getFirst().fields().path("body").asText())
        .isEqualTo("what the editor wrote there");
  }

  @Test
  void two_at_once_make_one_draft() {
    approve();
    var all =
        List.of(1, 2, 3).stream().map(one -> CompletableFuture.supplyAsync(this::publish)).toList();
    List<Integer> codes = all.stream().map(one -> one.join().code()).toList();

    assertThat(codes).contains(0).isSubsetOf(0, 75);
    assertThat(service.kept()).hasSize(1);
  }

  @Test
  void checking_alone_hands_on_nothing() throws IOException {
    Ended clean = publish("--check");
    assertThat(clean.code()).as(clean.err()).isIn(0, 6);
    Path digest = program.digest(Internet.WEEK);
    Files.writeString(digest, Files.readString(digest) + "\n<!-- begun\n");
    Ended faulty = publish("--check", "--json");
    assertThat(faulty.code()).isEqualTo(6);
    assertThat(faulty.out()).contains("\"severity\":\"must\"");
    assertThat(service.requests()).isEmpty();
  }
}
