package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.testkit.CompromisedModel;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.PageClient;
import dev.mldigest.testkit.PageClient.Tab;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Reviewing;
import dev.mldigest.testkit.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code digest review}, from the command to the page and back into the file. */
class ReviewPageTest {
  @TempDir Path folder;
  private Internet internet;
  private CompromisedModel model;
  private Program program;
  private String made;
  private Reviewing review;
  private PageClient browser;

  @BeforeEach
  void a_review() throws Exception {
    internet = new Internet();
    model = new CompromisedModel();
    String configuration = internet.configuration(model.configuration());
    program = new Program(folder, configuration, Internet.NOW.toString());
    assertThat(program.run().code()).isZero();
    made = digest();
    review = new Reviewing(program.arguments("review", "--no-open"));
    browser = review.browser();
  }

  @AfterEach
  void end() throws Exception {
    review.close();
    model.close();
    internet.close();
  }

  private String digest() throws IOException {
    return Files.readString(program.digest(Internet.WEEK));
  }

  private List<String> items() throws IOException {
    return Arrays.stream(digest().split("<!-- item:"))
        .skip(1)
        .map(block -> block.replaceFirst("(?s) .*", ""))
        .toList();
  }

  @Test
  void an_item_of_the_bench_takes_the_place_of_the_weakest_and_an_undo_gives_it_back()
      throws IOException {
    String bench = browser.get("/bench").body();
    String seat = bench.replaceFirst("(?s).*?data-seat=\"([^\"]+)\".*", "$1");
    String out = bench.replaceFirst("(?s).*?data-out=\"([^\"]+)\".*", "$1");
    assertThat(items()).contains(out).doesNotContain(seat);
    Tab tab = browser.tab();
    JsonNode told = tab.send(tab.act("pick", seat));
    assertThat(told.get("outcome").textValue()).as(told.toString()).isEqualTo("saved");
    assertThat(items()).contains(seat).doesNotContain(out);
    tab.send(tab.act("undo", ""));
    assertThat(digest()).isEqualTo(made);
  }

  @Test
  void what_cannot_be_put_in_is_refused_in_a_sentence() throws IOException {
    Tab tab = browser.tab();
    for (String url : List.of("file:///etc/passwd", "javascript:alert(1)", "//x", "no address")) {
      JsonNode told = tab.send(tab.act("add", "").put("url", url));
      assertThat(told.get("outcome").textValue()).isEqualTo("refused");
      assertThat(told.get("sentence").textValue()).contains("begins with https://");
    }
    JsonNode gone = tab.send(tab.act("add", "").put("url", internet.address() + "/gone"));
    assertThat(gone.get("outcome").textValue()).isEqualTo("refused");
    assertThat(digest()).isEqualTo(made);
  }

  @Test
  void a_version_is_looked_at_before_it_is_taken_and_taking_it_costs_nothing_more()
      throws IOException {
    Tab tab = browser.tab();
    String item = items().get(1);
    String place = "/items/" + item + "/rewrite";
    JsonNode first = tab.post(place, tab.body().put("instruction", "Tell what failed."));
    assertThat(first.get("html").textValue()).contains("<ins>");
    assertThat(first.get("cost").textValue()).contains("tokens");
    assertThat(first.get("left").intValue()).isEqualTo(4);
    assertThat(digest()).as("nothing is replaced").isEqualTo(made);
    int calls = model.calls();
    JsonNode taken = tab.send(tab.act("rewrite", item).put("version", "1"));
    assertThat(taken.get("outcome").textValue()).as(taken.toString()).isEqualTo("saved");
    assertThat(digest()).isNotEqualTo(made);
    assertThat(model.calls()).isEqualTo(calls);
    tab.send(tab.act("undo", ""));
    assertThat(digest()).isEqualTo(made);
  }

  @Test
  void a_version_takes_the_place_of_what_it_was_shown_beside_and_of_nothing_newer()
      throws IOException {
    Tab tab = browser.tab();
    String item = items().get(1);
    String place = "/items/" + item + "/rewrite";
    tab.post(place, tab.body().put("instruction", "Tell what failed."));
    tab.post(place, tab.body().put("instruction", "Write it once more."));
    assertThat(take(tab, item, "1").get("outcome").textValue()).isEqualTo("saved");
    assertThat(take(tab, item, "2").get("outcome").textValue()).isEqualTo("saved");
    assertThat(take(tab, item, "1").get("outcome").textValue()).isEqualTo("saved");
    Program.Ended redone =
        Program.call(
            program.arguments("redo", item, "--instruction", "Write it once more, and once more."));
    assertThat(redone.code()).as(redone.err()).isZero();
    String newer = digest();
    JsonNode told = take(tab, item, "1");
    assertThat(told.get("outcome").textValue()).isEqualTo("refused");
    assertThat(told.get("sentence").textValue()).contains("changed elsewhere");
    assertThat(digest()).isEqualTo(newer);
  }

  private static JsonNode take(Tab tab, String item, String version) throws IOException {
    return tab.send(tab.act("rewrite", item).put("version", version));
  }

  @Test
  void an_item_is_written_again_five_times_and_no_more() throws IOException {
    Tab tab = browser.tab();
    String place = "/items/" + items().get(1) + "/rewrite";
    for (int i = 0; i < 5; i++) {
      tab.post(place, tab.body().put("instruction", "Wish " + i));
    }
    JsonNode sixth = tab.post(place, tab.body().put("instruction", "Once more"));
    assertThat(sixth.get("sentence").textValue()).contains("written 5 times");
  }

  @Test
  void open_pages_hear_of_a_save_by_any_editor_and_of_a_command_within_a_second() throws Exception {
    try (Socket stream = browser.wire().open()) {
      String request = browser.wire().get(browser.place() + "/events", browser.cookie());
      stream.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      InputStream in = stream.getInputStream();
      int number = number(in);
      Files.writeString(
          program.digest(Internet.WEEK), made.replaceFirst("(?m)^### \\[", "### [Typed: "));
      assertThat(number(in)).isGreaterThan(number);
      assertThat(program.onOutput("reject", items().get(1)).code()).isZero();
      assertThat(number(in)).isGreaterThan(number + 1);
    }
    JsonNode state = browser.tab().state();
    assertThat(state.at("/cards/0/html").textValue()).contains("Typed: ");
    assertThat(state.get("order")).hasSize(items().size());
  }

  /** Of the next state that is told. */
  private static int number(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      line.append((char) c);
      if (c == '\n') {
        String said = line.toString().strip();
        if (said.startsWith("data: {\"number\":")) {
          return Integer.parseInt(said.replaceAll("\\D", ""));
        }
        line.setLength(0);
      }
    }
    throw new AssertionError("the stream ended");
  }

  @Test
  void an_issue_is_approved_and_a_later_edit_is_not() throws IOException {
    Tab tab = browser.tab();
    JsonNode approval =
        tab.post("/approve", tab.body().put("override", "I have read all of it myself."));
    assertThat(approval.get("outcome").textValue()).as(approval.toString()).isEqualTo("approved");
    Tab later = browser.tab();
    assertThat(later.state().get("approved").booleanValue()).isTrue();
    JsonNode edited = later.send(later.act("note", items().get(0)).put("text", "One more word."));
    assertThat(edited.at("/state/approved").booleanValue()).isFalse();
    JsonNode published = later.post("/publish", later.body().put("target", "nowhere"));
    assertThat(published.get("sentence").textValue()).contains("names no such target");
  }

  @Test
  void the_minutes_of_who_reads_count_and_the_end_says_what_was_done() throws Exception {
    Tab tab = browser.tab();
    for (String sign : List.of("opened", "seen", "active", "closed")) {
      JsonNode told = tab.send(tab.act(sign, items().get(0)));
      assertThat(told.get("outcome").textValue()).isEqualTo("saved");
    }
    tab.send(tab.act("reject", items().get(0)).put("reason", "Known"));
    review.close();
    assertThat(review.err()).contains("1 edits are kept: 1 deleted.");
    assertThat(program.onOutput("history").out()).contains("opened for review", "closed");
  }

  @Test
  void a_mistake_in_the_settings_costs_no_review() throws Exception {
    Path own = program.output().resolve("feeds.yaml");
    Files.writeString(own, "sections: nonsense\n");
    try (Reviewing without =
        new Reviewing("review", "--no-open", "--output", program.output().toString())) {
      assertThat(without.err()).contains("mistakes in " + own, "The page goes without it");
      Tab tab = without.browser().tab();
      assertThat(tab.send(tab.act("accept", items().get(0))).get("outcome").textValue())
          .isEqualTo("saved");
    }
  }

  @Test
  void a_port_that_is_taken_is_said_in_a_sentence() {
    String port = browser.wire().origin().replaceFirst(".*:", "");
    Program.Ended second = program.onOutput("review", "--port", port);
    assertThat(second.code()).isEqualTo(2);
    assertThat(second.err()).contains("The page cannot be served on port " + port);
    Wire.Answer still = assertPage();
    assertThat(still.status()).isEqualTo(200);
  }

  private Wire.Answer assertPage() {
    try {
      return browser.get("");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
