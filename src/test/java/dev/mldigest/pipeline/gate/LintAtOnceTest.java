package dev.mldigest.pipeline.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.domain.Week;
import dev.mldigest.page.reading.CardReading;
import dev.mldigest.page.view.SentenceView;
import dev.mldigest.pipeline.card.Card;
import dev.mldigest.pipeline.card.Cards;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever mends all that one check tells of finds nothing new at the next. */
class LintAtOnceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Internet internet;
  private Program program;

  @BeforeEach
  void an_issue() throws IOException {
    internet = new Internet();
    program = new Program(folder, internet.configuration(""), Internet.NOW.toString());
    assertThat(program.run().code()).isZero();
    Files.writeString(
        program.config(),
        "\nmodel:\n  banned: [game changer, groundbreaking]\n",
        StandardOpenOption.APPEND);
  }

  @AfterEach
  void disconnect() {
    internet.close();
  }

  @Test
  void ten_faults_of_one_item_are_told_at_once_each_with_its_line() throws IOException {
    say(
        """
        It is a game changer and {{first}} of its kind.
        And {{second}} stands on the next line.

        <details>

        It sold [4,000 horses](https://example.org/h) to NASA.

        - TODO ask
        - See `code` and then TBD
        - See [it](https://example.org/p) so
        - The **price** is [7 dollars](https://example.org/p) in Peru

        | model | score |
        |---|---|
        | Alpha {{third}} | 99.4 % |

        ![](https://example.org/a.png) ![](https://example.org/b.png)

        ![](https://example.org/a.png)

        > They call it groundbreaking.

        <!-- ask Bo -->

        <!-- ask Jo -->

        It is <b>so</b> and [so](javascript:x).

        [//]: # The end
        <pre>
        And {{fourth}} too.
        It weighs 12 tons in Lima.
        """);
    List<JsonNode> found = lint();
    assertThat(lines(found, "{{first}}")).contains(line("{{first}}"));
    assertThat(lines(found, "{{second}}")).contains(line("{{second}}"));
    assertThat(lines(found, "{{third}}")).contains(line("{{third}}"));
    assertThat(lines(found, "{{fourth}}")).contains(line("{{fourth}}"));
    assertThat(lines(found, "'<details>'")).contains(line("<details>"));
    assertThat(lines(found, "begins a piece of HTML")).containsExactly(line("<pre>"));
    assertThat(lines(found, "looks like a comment")).containsExactly(line("[//]"));
    assertThat(lines(found, "game changer")).contains(line("game changer"));
    assertThat(lines(found, "groundbreaking")).contains(line("groundbreaking"));
    assertThat(lines(found, "'TODO'")).containsExactly(line("TODO"));
    assertThat(lines(found, "'TBD'")).containsExactly(line("TBD"));
    assertThat(lines(found, "4,000 horses")).containsExactly(line("4,000 horses"));
    assertThat(lines(found, "stands 'See it")).containsExactly(line("See [it]"));
    assertThat(lines(found, "12 tons")).containsExactly(line("12 tons"));
    assertThat(lines(found, "7 dollars")).contains(line("7 dollars"));
    assertThat(lines(found, "a.png in"))
        .containsExactly(
            line("![](https://example.org/a.png) !"), line("![](https://example.org/a.png) !") + 2);
    assertThat(lines(found, "b.png in")).containsExactly(line("b.png"));
    assertThat(lines(found, "'ask Bo'")).containsExactly(line("ask Bo"));
    assertThat(lines(found, "'ask Jo'")).containsExactly(line("ask Jo"));
    assertThat(lines(found, "stands '<b>'")).containsExactly(line("<b>so"));
    assertThat(lines(found, "javascript")).contains(line("javascript"));
    assertThat(found).allMatch(one -> !one.get("sentence").asText().contains("stands '</b>"));
  }

  @Test
  void what_stands_behind_a_comment_keeps_its_line() throws IOException {
    say(
        """
        <!--
        not {{this}}
        nor this
        -->

        But {{this}} is seen.

        It is so.

        It is so.

        <!-- a -->
        <pre>
        Nine cows.
        """);
    List<JsonNode> found = lint();
    assertThat(lines(found, "{{this}}"))
        .contains(line("But {{this}}"))
        .doesNotContain(line("not {{"));
    int first = line("It is so.");
    assertThat(lines(found, "stands 'It is so.'")).containsExactly(first, first + 2);
    assertThat(lines(found, "Nine cows.")).containsExactly(line("<pre>"));
  }

  @Test
  void links_that_nobody_sees_and_tags_that_nothing_fills_in_are_told_once_each()
      throws IOException {
    say(
        """
        See [](https://empty.example/) and *|FNAME|* so.

        Dear ${name}, {% if x %} it <%= y %> is.

        | a |
        |---|
        | [x](javascript:f(1)) |

        Or [y](javascript:g(2)).
        """);
    List<JsonNode> found = lint();
    assertThat(lines(found, "https://empty.example/ in"))
        .containsExactly(line("https://empty.example/"));
    assertThat(lines(found, "'*|FNAME|*', which looks")).containsExactly(line("FNAME"));
    int dear = line("Dear");
    assertThat(lines(found, "to be written later"))
        .containsExactlyInAnyOrder(dear, dear, dear, line("FNAME"));
    assertThat(lines(found, "readers see HTML as it is typed"))
        .containsExactly(line("javascript:f"), line("javascript:g"));
  }

  @Test
  void what_stands_in_angle_brackets_is_seen_by_readers_and_by_the_check() throws IOException {
    say("<Acme beats all rivals>\n\n<TBD>\n\n<TODO ask them>\n\n`TBD`\n");
    List<JsonNode> found = lint();
    assertThat(lines(found, "nothing in its source says so"))
        .contains(line("<Acme"), line("<TBD>"), line("<TODO"));
    assertThat(lines(found, "to be written later"))
        .containsExactly(line("<TBD>"), line("<TODO"), line("`TBD`"));
  }

  @Test
  void a_form_that_cannot_be_made_hides_nothing_of_other_items() throws IOException {
    own("### [Mine](https://example.org/mine)\n\nIt is so.\n\n<script>\n\n");
    own("### [Yours](https://example.org/yours)\n\n- Put {{name}} here\n\n");
    List<JsonNode> found = lint();
    assertThat(lines(found, "begins a piece of HTML")).containsExactly(line("<script>"));
    assertThat(lines(found, "{{name}}")).contains(line("{{name}}"));
    assertThat(lines(found, "'It is so.'")).hasSize(1);
  }

  @Test
  void the_page_marks_the_sentences_that_the_gate_blocks() throws IOException {
    List<String> texts =
        List.of(
            "It may run.\n\n```\nint x = 5000; // faster than all\n```\n\n    foo(77) // in Rome\n",
            "- Run it in Rome:\n\n  ```\n  pip install rome\n  ```\n\n1. 2026\n2. 77\n",
            "| model | score |\n|---|---|\n| Alpha | 99.4 % |\n| Beta | 3 |\n",
            "[Paper](https://example.org/a) · [Code](https://example.org/b)\n",
            "#### What Rome says\n\n##### 2026\n",
            "Is it 3x faster than Rome? Who knows?\n",
            "It is 3x faster.\n\n```\n# It is 3x faster\n```\n",
            "> They sold 4,000 horses.\n\n***\n\n![A horse](https://example.org/h.png)\n",
            "It sold **4,000** [horses](https://example.org/h) to `NASA` in Peru.\n",
            "<Acme beats every rival on all tasks>\n\n<b>\n\n??? 12\n");
    String made = Files.readString(digest());
    for (String text : texts) {
      Files.writeString(digest(), made);
      say(text);
      List<String> blocked =
          lint().stream()
              .filter(one -> one.get("kind").asText().equals("ungrounded"))
              .map(one -> one.get("words").asText())
              .toList();
      assertThat(marked()).as(text).isEqualTo(blocked);
    }
  }

  /** What the page marks as resting on nothing, in the items' order. */
  private List<String> marked() {
    IssueFiles files = new IssueFiles(program.output());
    Week week = Week.parse(Internet.WEEK);
    try (Store store = Store.open(files.state())) {
      var state = Desks.open(week, store, files, () -> Internet.NOW, new ArrayList<>()).load();
      List<Card> cards = new Cards(ConfigOption.defaults(), store).of(week, state);
      return cards.stream()
          .flatMap(card -> new CardReading(ZoneOffset.UTC).card(card).sentences().stream())
          .filter(SentenceView::ungrounded)
          .map(SentenceView::text)
          .toList();
    }
  }

  private static List<Integer> lines(List<JsonNode> found, String words) {
    return found.stream()
        .filter(one -> one.get("sentence").asText().contains(words))
        .map(one -> one.get("line").asInt())
        .toList();
  }

  private List<JsonNode> lint() throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (String line :
        Program.call(program.arguments("lint", "--no-links", "--json")).out().lines().toList()) {
      found.add(JSON.readTree(line));
    }
    return found;
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

  private Path digest() {
    return program.digest(Internet.WEEK);
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
}
