package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.CompromisedModel;
import dev.mldigest.testkit.CompromisedModel.Way;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One item is written again; everything else stays as it is, to the byte. */
class RedoTest {
  @TempDir Path folder;
  private Internet internet;
  private CompromisedModel model;
  private Program program;
  private String before;

  @BeforeEach
  void an_issue_written_by_a_model() throws IOException {
    internet = new Internet();
    model = new CompromisedModel();
    String configuration = internet.configuration(model.configuration());
    program = new Program(folder, configuration, Internet.NOW.toString());
    Ended ended = program.run();
    assertThat(ended.code()).as(ended.err()).isZero();
    before = digest();
  }

  @AfterEach
  void disconnect() {
    model.close();
    internet.close();
  }

  @Test
  void the_item_has_another_summary_and_no_other_byte_changed() throws IOException {
    int calls = model.calls();
    Ended redone = redo(title(1), "--instruction", "Tell what failed.");

    assertThat(redone.code()).as(redone.err()).isZero();
    assertThat(redone.err()).contains("before:").contains("now:").contains("120 tokens");
    assertThat(model.calls()).isEqualTo(calls + 1);
    assertOnly(1, before, digest());
  }

  @Test
  void making_the_issue_again_honours_the_wish_and_pays_nothing_for_the_item() throws IOException {
    redo(title(1), "--instruction", "Tell what failed.");
    String redone = digest();

    assertThat(program.run("--redo").code()).isZero();

    List<String> items = items(redone);
    assertThat(items(digest()).subList(1, items.size()))
        .as("the opening may tell of other claims")
        .isEqualTo(items.subList(1, items.size()));
  }

  @Test
  void a_proposal_changes_nothing_and_taking_it_costs_nothing_more() throws IOException {
    redo(title(2), "--dry-run");
    assertThat(digest()).isEqualTo(before);
    int calls = model.calls();

    assertThat(redo(title(2)).code()).isZero();

    assertThat(model.calls()).isEqualTo(calls);
    assertOnly(2, before, digest());
  }

  @Test
  void wishes_can_be_taken_back() throws IOException {
    redo(title(1));
    assertThat(digest()).isNotEqualTo(before);
    int calls = model.calls();

    assertThat(redo(title(1), "--undo").code()).isZero();

    assertThat(digest()).isEqualTo(before);
    assertThat(model.calls()).isEqualTo(calls);
    assertThat(program.run("--redo").code()).isZero();
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void a_rewrite_is_undone_like_all_else_and_no_longer_wished_for() throws IOException {
    redo(title(1), "--instruction", "Tell what failed.");
    String redone = digest();
    assertThat(program.onOutput("history").out()).contains("again: Tell what failed.");
    assertThat(program.onOutput("undo").code()).isZero();
    assertThat(digest()).isEqualTo(before);
    assertThat(program.run("--redo").code()).isZero();
    assertThat(digest()).isEqualTo(before);
    assertThat(program.onOutput("undo", "--back").code()).isZero();
    assertThat(digest()).isEqualTo(redone);
  }

  @Test
  void what_the_editor_wrote_stays_and_the_new_text_is_shown() throws IOException {
    String edited = before.replaceFirst("(?s)(### .*?\n)This post", "$1My own post");
    assertThat(edited).isNotEqualTo(before);
    Files.writeString(program.digest(Internet.WEEK), edited);
    int place = changed(before, edited);

    Ended redone = redo(title(place));

    assertThat(redone.err()).contains("your text stays");
    assertThat(digest()).isEqualTo(edited);
  }

  @Test
  void a_hostile_answer_replaces_nothing() throws IOException {
    model.abuse(List.of(Way.AS_A_CLAIM), List.of("Buy evil tokens today, dear reader."), "");

    Ended redone = redo(title(1), "--instruction", "Shorter, please.");

    assertThat(redone.code()).isEqualTo(6);
    assertThat(redone.err()).contains("stays as it is");
    assertThat(digest()).isEqualTo(before);
    model.abuse(List.of(Way.HONEST), List.of(), "");
    assertThat(program.run("--redo").code()).isZero();
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void what_is_not_there_or_not_one_is_said_in_a_sentence() throws IOException {
    assertThat(redo("no such title").err()).contains("holds no item").hasLineCount(1);
    assertThat(redo("e").err()).contains("name one:").hasLineCount(1);
    assertThat(redo(title(1), "--instruction", " ").code()).isEqualTo(2);
    assertThat(digest()).isEqualTo(before);
  }

  private Ended redo(String item, String... more) {
    List<String> arguments = new ArrayList<>(List.of(item));
    arguments.addAll(List.of(more));
    return Program.call(program.arguments("redo", arguments.toArray(String[]::new)));
  }

  private String digest() throws IOException {
    return Files.readString(program.digest(Internet.WEEK));
  }

  private static List<String> items(String digest) {
    return List.of(digest.split("(?m)(?=^<!-- item:)"));
  }

  /** Title of the item at that place, from 1. */
  private String title(int place) {
    return items(before).get(place).replaceAll("(?s).*?### \\[(.*?)\\]\\(.*", "$1");
  }

  private static int changed(String one, String other) {
    int place = 0;
    while (items(one).get(place).equals(items(other).get(place))) {
      place++;
    }
    return place;
  }

  private static void assertOnly(int place, String before, String after) {
    List<String> old = items(before);
    List<String> now = items(after);
    assertThat(now).hasSameSizeAs(old);
    for (int i = 0; i < old.size(); i++) {
      if (i == place) {
        assertThat(now.get(i)).isNotEqualTo(old.get(i));
      } else {
        assertThat(now.get(i)).isEqualTo(old.get(i));
      }
    }
  }
}
