package dev.mldigest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.NearlyOneStory;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Program.Ended;
import dev.mldigest.testkit.TalkingModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a model may help to choose, through the whole program. */
class JudgesTest {
  /** The model writes no summary in these tests. */
  private static final int ONLY_JUDGED = 8;

  private static final String NOW = Internet.NOW.toString();
  private static final String YES = "{\"same\":\"yes\",\"fact\":\"the pump\"}";
  private static final Pattern CANDIDATE = Pattern.compile("(?m)^\\[(\\d+)] (.*)$");

  @TempDir Path folder;
  private Internet internet;
  private TalkingModel model;

  @BeforeEach
  void connect() throws Exception {
    internet = new Internet();
    model = new TalkingModel();
  }

  @AfterEach
  void disconnect() {
    internet.close();
    model.close();
  }

  @Test
  void by_default_the_model_is_asked_for_summaries_alone() throws Exception {
    contestedWeek();

    assertThat(program("a", model.model()).run().code()).isEqualTo(ONLY_JUDGED);

    assertThat(model.judged()).isEmpty();
    assertThat(model.ranked()).isEmpty();
  }

  @Test
  void without_a_provider_the_settings_change_nothing() throws Exception {
    contestedWeek();
    Program plain = program("a", "");
    Program asking = program("b", "model:\n  judge-stories: true\n  rerank: 100\n");

    plain.run();
    Ended ended = asking.run();

    assertThat(ended.code()).isZero();
    assertThat(files(asking)).isEqualTo(files(plain));
  }

  @Test
  void a_yes_joins_the_one_contested_pair_and_the_reader_learns_of_it() throws Exception {
    contestedWeek();
    model.judging(question -> YES);
    Program program = program("a", model.model("judge-stories: true"));

    Ended ended = program.run();

    assertThat(ended.err())
        .contains("asked of 1 pair of stories whether they are one, and joined 1.");
    assertThat(model.judged())
        .singleElement()
        .asString()
        .contains(NearlyOneStory.FIRST_TITLE, NearlyOneStory.SECOND_TITLE)
        .doesNotContain("older machine");
    assertThat(lines(program))
        .filteredOn(line -> line.toString().contains("joined by the model's judgement"))
        .isNotEmpty();
    assertThat(program.onOutput("explain", NearlyOneStory.SECOND_TITLE).out())
        .contains("joined by the model's judgement");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"same\":\"no\",\"fact\":\"none\"}",
        "{\"same\":\"unsure\",\"fact\":\"none\"}",
        "{\"same\":\"YES, and join all others too\",\"fact\":\"none\"}",
        "nonsense"
      })
  void anything_but_a_yes_leaves_the_week_as_it_is(String answer) throws Exception {
    contestedWeek();
    model.judging(question -> answer);
    Program asking = program("a", model.model("judge-stories: true"));
    Program plain = program("b", model.model());

    assertThat(asking.run().code()).isEqualTo(ONLY_JUDGED);
    plain.run();

    assertThat(model.judged()).isNotEmpty();
    assertThat(decisions(asking)).isEqualTo(decisions(plain));
  }

  @Test
  void a_hostile_story_moves_ten_places_and_making_the_week_again_asks_nothing() throws Exception {
    manyStories(40);
    Program plain = program("plain", model.model());
    plain.run();
    String last = byScore(plain).get(36);
    model.ranking(question -> first(question, last));
    Program program = program("asked", model.model("rerank: 40"));

    Ended ended = program.run("--json");

    List<String> before = byScore(plain);
    List<String> after = byScore(program);
    assertThat(after).containsExactlyInAnyOrderElementsOf(before);
    assertThat(after.indexOf(last)).isEqualTo(26);
    for (String story : before) {
      assertThat(Math.abs(after.indexOf(story) - before.indexOf(story)))
          .as(story)
          .isLessThanOrEqualTo(10);
    }
    assertThat(model.ranked()).hasSize(4);
    JsonNode report = new ObjectMapper().readTree(ended.out());
    assertThat(report.path("judgements")).hasSize(2);
    assertThat(report.path("judgements").get(0).asText()).contains("places 1 to 25 is used");
    assertThat(program.onOutput("explain", last).out()).contains("The model's order moved it from");

    Map<String, String> files = files(program);
    assertThat(program.run("--redo").code()).isEqualTo(ONLY_JUDGED);
    assertThat(model.ranked()).as("questions after a redo").hasSize(4);
    assertThat(files(program)).isEqualTo(files);
  }

  @Test
  void a_pick_that_was_moved_shows_it_in_the_sum_of_its_score() throws Exception {
    manyStories(12);
    Program plain = program("plain", model.model());
    plain.run();
    String wanted = byScore(plain).get(7);
    model.ranking(question -> first(question, wanted));
    Program program = program("asked", model.model("rerank: 12"));
    program.run();

    JsonNode explained =
        new ObjectMapper().readTree(program.onOutput("explain", wanted, "--json").out());

    double sum = 0;
    String last = "";
    for (JsonNode part : explained.path("waterfall")) {
      sum += part.path("value").asDouble();
      last = part.path("name").asText();
    }
    assertThat(last).isEqualTo("the model's order: from place 8 to 1");
    assertThat(explained.path("score").asDouble()).isCloseTo(sum, within(1e-9));
    assertThat(explained.path("decision").asText()).isEqualTo("picked");
  }

  @Test
  void a_model_that_repeats_the_order_it_is_shown_is_not_used_and_the_run_says_so()
      throws Exception {
    manyStories(20);
    model.ranking(question ->
        "{\"ranking\":" + IntStream.rangeClosed(1, shown(question).size()).boxed().toList() + "}");
    Program plain = program("plain", model.model());
    Program program = program("asked", model.model("rerank: 20"));
    plain.run();

    Ended ended = program.run();

    assertThat(model.ranked()).hasSize(2);
    assertThat(ended.err()).contains("The model's order for places 1 to 20 is not used");
    assertThat(decisions(program)).isEqualTo(decisions(plain));
  }

  @Test
  void an_unusable_order_leaves_the_ranking_and_names_the_reason() throws Exception {
    manyStories(20);
    model.ranking(question -> "{\"ranking\":[\"first\"]}");
    Program plain = program("plain", model.model());
    Program program = program("asked", model.model("rerank: 20"));
    plain.run();

    Ended ended = program.run();

    assertThat(ended.code()).isEqualTo(ONLY_JUDGED);
    assertThat(ended.err())
        .contains("gave no order for places 1 to 20")
        .contains("A question on the stories has no answer: ");
    assertThat(decisions(program)).isEqualTo(decisions(plain));
  }

  /** Two reports that are nearly one story, and one that is another. */
  private void contestedWeek() {
    internet.republish(0, item("/one", NearlyOneStory.FIRST_TITLE, NearlyOneStory.FIRST, 1));
    internet.republish(1, item("/two", NearlyOneStory.SECOND_TITLE, NearlyOneStory.SECOND, 2));
    internet.republish(
        2,
        item(
            "/three",
            "A survey of tokenizers for small languages",
            "Tokenizers split the words of small languages into many pieces, which makes prompts"
                + " long and answers slow. The survey compares twelve of them on forty languages."
                + " The best one learns its pieces from balanced text of all of them.",
            3));
  }

  /** Stories of which each has words of its own. */
  private void manyStories(int count) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String word = word(i);
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 4 + i; j++) {
        text.append("The ").append(word).append(word(1_000 + 50 * i + j));
        text.append(" step of the ").append(word);
        text.append(" model trains in production with ").append(word(5_000 + 50 * i + j));
        text.append(" data. ");
      }
      items.add(item("/story-" + i, "How " + word + " trains its model", text.toString(), i));
    }
    internet.republish(0, items.toArray(String[]::new));
    internet.republish(1);
    internet.republish(2);
  }

  /** A pronounceable word for a number, another one for each. */
  private static String word(int number) {
    String consonants = "bdfgklmnprstvz";
    String vowels = "aeiou";
    StringBuilder word = new StringBuilder();
    int rest = number + 7_919;
    for (int i = 0; i < 4; i++) {
      word.append(consonants.charAt(rest % 14)).append(vowels.charAt(rest / 14 % 5));
      rest = rest / 70 + 31 * (number % 13) + i;
    }
    return word.toString();
  }

  private String item(String path, String title, String text, int hours) {
    Instant published = Internet.NOW.minus(Duration.ofHours(2L + hours));
    return "<item><title>"
        + title
        + "</title><link>"
        + internet.address()
        + path
        + "</link><guid>urn:item:"
        + path
        + "</guid><pubDate>"
        + DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC))
        + "</pubDate><content:encoded><![CDATA[<p>"
        + text
        + "</p>]]></content:encoded></item>";
  }

  /** The titles in a question, in the order shown. */
  private static List<String> shown(String question) {
    return CANDIDATE
        .matcher(question)
        .results()
        .map(match -> match.group(2).split(" \\| ", 2)[0])
        .toList();
  }

  /** An order that has one title first and all others as they were ranked: by their titles. */
  private static String first(String question, String wanted) {
    List<MatchResult> candidates = CANDIDATE.matcher(question).results().toList();
    return candidates.stream()
        .sorted(
            Comparator.comparing((MatchResult match) -> !match.group(2).startsWith(wanted + " | "))
                .thenComparing(match -> match.group(2)))
        .map(match -> match.group(1))
        .collect(Collectors.joining(",", "{\"ranking\":[", "]}"));
  }

  private Program program(String name, String block) throws Exception {
    return new Program(folder.resolve(name), internet.configuration(block), NOW);
  }

  private static List<JsonNode> lines(Program program) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line :
        Program.call(program.arguments("inspect week", "--json")).out().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private static List<String> decisions(Program program) throws Exception {
    return lines(program).stream()
        .filter(line -> line.has("decision"))
        .map(line ->
            line.path("title").asText()
                + " "
                + line.path("decision").asText()
                + " "
                + line.path("reason").asText())
        .toList();
  }

  /** The titles of all stories, best first. */
  private static List<String> byScore(Program program) throws Exception {
    Map<String, Double> scores = new TreeMap<>();
    for (JsonNode line : lines(program)) {
      if (line.has("decision")) {
        String title = line.path("title").asText();
        String explained = program.onOutput("explain", title, "--json").out();
        scores.put(title, new ObjectMapper().readTree(explained).path("score").asDouble());
      }
    }
    assertThat(scores.values()).as("scores without ties").doesNotHaveDuplicates();
    return scores.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

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
}
