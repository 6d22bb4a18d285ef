package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.PageClient;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page over real sockets, on an issue that was made. */
class ReviewServerTest {
  @TempDir static Path folder;
  private static Program program;
  private static String made;
  private OpenPage page;

  @BeforeAll
  static void an_issue() throws IOException {
    try (Internet internet = new Internet()) {
      program = new Program(folder, internet.configuration(""), Internet.NOW.toString());
      assertThat(program.run().code()).isZero();
    }
    made = Files.readString(program.digest(Internet.WEEK));
  }

  @BeforeEach
  void open() throws IOException {
    page = new OpenPage(program, Internet.WEEK);
  }

  @AfterEach
  void close() {
    page.close();
    while (program.onOutput("undo").code() == 0) {
      // back to the issue as it was made
    }
  }

  private static String item(int index) {
    return made.split("<!-- item:")[index + 1].replaceFirst("(?s) .*", "");
  }

  private static String digest() throws IOException {
    return Files.readString(program.digest(Internet.WEEK));
  }

  @Test
  void the_key_is_good_once_and_leads_to_the_week() throws IOException {
    String address = page.server.address();
    String target = address.substring(address.indexOf("/?"));
    Wire.Answer first = page.browser.wire().send(page.browser.wire().get(target, ""));
    assertThat(first.status()).isEqualTo(303);
    String place = first.header("location").replaceFirst("(/[^/]+)/.*", "$1");
    assertThat(first.header("location")).isEqualTo(place + "/week/" + Internet.WEEK);
    assertThat(first.header("set-cookie"))
        .startsWith("digest-" + page.server.port() + "=")
        .endsWith("; Path=" + place + "; HttpOnly; SameSite=Strict");
    assertThat(place).matches("/[A-Za-z0-9_-]{32}").isNotEqualTo(page.browser.session());
    Wire.Answer again = page.browser.wire().send(page.browser.wire().get(target, ""));
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.body()).contains("was used before");
  }

  @Test
  void an_item_is_accepted_moved_noted_and_all_of_it_taken_back() throws IOException {
    PageClient.Tab tab = page.browser.tab();
    JsonNode accepted = tab.send(tab.act("accept", item(0)));
    assertThat(accepted.get("outcome").textValue()).isEqualTo("saved");
    assertThat(accepted.at("/state/cards/0/accepted").booleanValue()).isTrue();
    JsonNode moved = tab.send(tab.act("move", item(0)).put("to", "down"));
    assertThat(moved.at("/state/order/1").textValue()).isEqualTo(item(0));
    tab.send(tab.act("note", item(1)).put("text", "Read the appendix."));
    assertThat(digest()).contains("Read the appendix.");
    for (int i = 0; i < 3; i++) {
      assertThat(tab.send(tab.act("undo", "")).get("outcome").textValue()).isEqualTo("saved");
    }
    assertThat(digest()).isEqualTo(made);
  }

  @Test
  void what_stands_in_the_issue_and_is_no_item_is_shown_in_its_place() throws IOException {
    Path file = program.digest(Internet.WEEK);
    String first = "<!-- item:" + item(0);
    String second = "<!-- item:" + item(1);
    String slot = "<!-- slot: sponsor -->\nBuy **Acme** & <b>more</b>.\n<!-- /slot -->\n\n";
    String own = "My words.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n[^1]: A foot.\n\n";
    String last = "\n## Farewell\n\nUntil next week.\n";
    String edited = made.replace(first, own + first).replace(second, slot + second) + last;
    Files.writeString(file, edited);
    try {
      PageClient.Tab tab = page.browser.tab();
      JsonNode blocks = tab.state().get("blocks");
      String shown = page.browser.get("").body();
      assertThat(shown)
          .containsSubsequence(
              "Your own text",
              "<p>My words.</p>",
              "<td>1</td>",
              "[^1]: A foot.",
              "id=\"item-" + item(0),
              "Slot: sponsor",
              "<strong>Acme</strong> &amp; &lt;b&gt;more",
              "id=\"item-" + item(1),
              "Farewell",
              "<p>Until next week.</p>");
      assertThat(blocks.findValuesAsText("above")).contains("", "item-" + item(0));
      assertThat(blocks.findValuesAsText("html")).anyMatch(html -> html.contains("Acme"));
      Files.writeString(file, edited.replace("Acme", "Other"));
      JsonNode changed = tab.state().get("blocks");
      assertThat(changed.findValuesAsText("id"))
          .hasSameSizeAs(blocks)
          .doesNotContainSequence(blocks.findValuesAsText("id"))
          .contains(blocks.get(0).get("id").textValue());
    } finally {
      Files.writeString(file, made);
    }
  }

  @Test
  void a_tab_that_is_behind_writes_nothing_over_what_another_did() throws IOException {
    PageClient.Tab behind = page.browser.tab();
    PageClient.Tab other = page.browser.tab();
    other.send(
        other.act("edit", item(0)).put("text", "### Other words\n\nWritten in the other tab."));
    JsonNode told =
        behind.send(behind.act("edit", item(0)).put("text", "### Mine\n\nWritten here."));
    assertThat(told.get("outcome").textValue()).isEqualTo("conflict");
    assertThat(told.get("sentence").textValue()).contains("changed elsewhere");
    assertThat(digest()).contains("Written in the other tab.").doesNotContain("Written here.");
    assertThat(behind.send(behind.act("accept", item(1))).get("outcome").textValue())
        .isEqualTo("saved");
  }

  @Test
  void an_act_that_is_sent_again_is_done_once_and_told_as_the_first_time() throws IOException {
    PageClient.Tab tab = page.browser.tab();
    tab.send(tab.act("note", item(0)).put("text", "The first note."));
    tab.send(tab.act("note", item(1)).put("text", "The second note."));
    ObjectNode undo = tab.act("undo", "").put("id", "of-one-undo");
    assertThat(tab.send(undo).get("outcome").textValue()).isEqualTo("saved");
    assertThat(page.browser.tab().send(undo).get("outcome").textValue()).isEqualTo("saved");
    assertThat(digest()).contains("The first note.").doesNotContain("The second note.");
    tab.send(tab.act("undo", "").put("id", "of-another"));
    assertThat(digest()).isEqualTo(made);
  }

  @Test
  void the_text_of_an_item_says_which_state_it_is_of() throws IOException {
    PageClient.Tab tab = page.browser.tab();
    int number = tab.send(tab.act("accept", item(0))).at("/state/number").intValue();
    assertThat(page.browser.get("/items/" + item(0) + "/text").body())
        .contains("\"number\":" + number);
  }

  @Test
  void a_form_accepts_without_script() throws IOException {
    PageClient.Tab tab = page.browser.tab();
    String target = page.browser.place() + "/items/" + item(0) + "/accept";
    String form = "application/x-www-form-urlencoded";
    String headers = page.browser.cookie();
    Wire.Answer answer =
        page.browser
            .wire()
            .send(page.browser.wire().post(target, headers, form, "token=" + tab.token()));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
    assertThat(tab.state().at("/cards/0/accepted").booleanValue()).isTrue();
    Wire.Answer without =
        page.browser.wire().send(page.browser.wire().post(target, headers, form, "token=1.1.x"));
    assertThat(without.status()).isEqualTo(403);
  }

  @Test
  void every_answer_says_what_a_browser_must_not_do() throws IOException {
    for (String path : new String[] {"", "/state", "/lint", "/form/html", "/preview/html", "/x"}) {
      Wire.Answer answer = page.browser.get(path);
      assertThat(answer.header("content-security-policy")).contains("default-src 'none'");
      assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(answer.header("cache-control")).isEqualTo("no-store");
    }
  }
}
