package dev.mldigest.model.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
  private static final String SCHEMA =
      """
      {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"t","type":"object","properties":{
       "claims":{"type":"array","minItems":2,"maxItems":4,"items":{"type":"object","properties":{
         "claim":{"type":"string"},"sentenceIds":{"type":"array","minItems":1,"maxItems":3,
           "items":{"type":"integer","minimum":1}}},
         "required":["claim","sentenceIds"],"additionalProperties":false}},
       "highlight":{"type":"string","enum":["teams that serve models","nobody in particular"]}},
       "required":["claims"],"additionalProperties":false}\
      """;

  private static final String ONE = "{\"claim\":\"A.\",\"sentenceIds\":[1]}";
  private static final String TWO = "{\"claim\":\"B.\",\"sentenceIds\":[2]}";
  private static final String GOOD = "{\"claims\":[" + ONE + "," + TWO + "]}";

  private static Schema schema() {
    try {
      return Schema.parse(SCHEMA);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(String text) {
    Schema.Decoded decoded = schema().decode(text);
    return decoded.value() == null ? decoded.problem() : decoded.value().toString();
  }

  @Test
  void an_answer_as_asked_for_is_taken_as_it_is() {
    assertThat(read(GOOD)).isEqualTo(GOOD);
    assertThat(schema().decode(GOOD).asAsked()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF%s",
        "```json\n%s\n```",
        "```\n%s```",
        "~~~JSON\n%s\n~~~",
        "Here is the summary:\n\n%s",
        "%s\n\nI hope this helps; see sentence [3].",
        "Sure! As asked:\n```json\n%s\n```\nThe quotes are verbatim.",
        "<think>\nThe first one [1] tells the news.\n</think>\n\n%s",
        "First I write {\"claims\": []}, then more.\n</think>\n%s",
        "<think>A {draft} first.</think>```json\n%s\n```",
        "[THINK]hm[/THINK]%s",
        "<|channel|>analysis<|message|>{\"claims\":[]}<|end|><|start|>assistant<|channel|>final<|message|>%s<|return|>",
        "%s<|im_end|>",
        "json\n%s",
        "[%s]",
        "```json\n[%s]\n```",
      })
  void what_stands_around_the_one_object_is_taken_off(String around) {
    assertThat(read(around.formatted(GOOD))).isEqualTo(GOOD);
  }

  @Test
  void a_mark_of_thinking_in_an_answer_is_a_part_of_it() {
    String good = GOOD.replace("B.", "It writes </think> and {.");
    assertThat(read("<think>Hm {.</think>\n```\n" + good + "\n```")).isEqualTo(good);
    assertThat(read(good)).isEqualTo(good);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"answer\":%s}",
        "{\"name\":\"summarise_post\",\"arguments\":%s}",
        "{\"result\":%s,\"note\":\"done\"}",
        "{\"type\":\"object\",\"properties\":%s}",
      })
  void an_answer_in_one_more_object_is_taken_out(String around) {
    assertThat(read(around.formatted(GOOD))).isEqualTo(GOOD);
  }

  @Test
  void an_answer_that_is_written_as_text_in_json_is_read_once_more() {
    String text = com.fasterxml.jackson.databind.node.TextNode.valueOf(GOOD).toString();
    assertThat(read(text)).isEqualTo(GOOD);
    assertThat(read("{\"name\":\"summarise_post\",\"arguments\":" + text + "}")).isEqualTo(GOOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"claims\":[{\"claim\":\"A.\",\"sentenceIds\":[\"1\"]},{\"claim\":\"B.\",\"sentenceIds\":2}]}",
        "{\"claims\":[{\"claim\":\"A.\",\"sentenceIds\":[1.0]},{\"claim\":\"B.\",\"sentenceIds\":\"[2]\"}]}",
        "{\"claims\":[{\"claim\":\"A.\",\"sentence_ids\":[1]},{\"claim\":\"B.\",\"SentenceIDs\":[2]}]}",
        "{\"claims\":[{\"claim\":\"A.\",\"sentenceIds\":[1],\"why\":\"x\"},{\"claim\":\"B.\",\"sentenceIds\":[2]}],\"n\":2}",
        "{\"claims\":[{\"claim\":\"A.\",\"sentenceIds\":[1]},{\"claim\":\"B.\",\"sentenceIds\":[2]},{\"claim\":\"C.\"}]}",
        "{\"claims\":[{\"claim\":\"A.\",\"sentenceIds\":[1]},{\"claim\":\"B.\",\"sentenceIds\":[2]},null]}",
        "{\"claims\":[{\"claim\":\"A.\",\"sentenceIds\":[1]},{\"claim\":\"B.\",\"sentenceIds\":[2]}],\"highlight\":null}",
        "{\"claims\":[{\"claim\":\"A.\",\"sentenceIds\":[1]},{\"claim\":\"B.\",\"sentenceIds\":[2]}],\"highlight\":\"cooks\"}",
      })
  void what_is_harmless_is_put_right(String text) {
    assertThat(read(text)).isEqualTo(GOOD);
    boolean inTheClaims = !text.startsWith(GOOD.substring(0, GOOD.length() - 1));
    assertThat(schema().decode(text).asAsked()).isEqualTo(!inTheClaims);
  }

  @Test
  void of_too_many_elements_the_first_are_kept() {
    String five = "{\"claims\":[" + String.join(",", ONE, TWO, ONE, TWO, ONE) + "]}";
    assertThat(read(five)).isEqualTo("{\"claims\":[" + String.join(",", ONE, TWO, ONE, TWO) + "]}");
    assertThat(read("{\"claims\":[" + ONE.replace("[1]", "\"1, 2 and\"") + "," + TWO + "]}"))
        .contains("sentenceIds");
    assertThat(read("{\"claims\":[" + ONE.replace("[1]", "\"1, 2;[3]\"") + "," + TWO + "]}"))
        .contains("[1,2,3]");
  }

  @Test
  void a_choice_is_known_whatever_its_case_and_full_stop() {
    assertThat(read(GOOD.replace("]}]}", "]}],\"highlight\":\"Teams that serve models.\"}")))
        .endsWith("\"highlight\":\"teams that serve models\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"claims\":[%1$s,%2$s]}{\"claims\":[%2$s,%1$s]}",
        "Either {\"claims\":[%1$s,%2$s]} or {\"claims\":[%2$s,%1$s]}.",
        "```json\n{\"claims\":[%1$s,%2$s]}\n```\n```json\n{\"claims\":[%2$s,%1$s]}\n```",
        "[{\"claims\":[%1$s,%2$s]},{\"claims\":[%2$s,%1$s]}]",
        "{\"a\":{\"claims\":[%1$s,%2$s]},\"b\":{\"claims\":[%2$s,%1$s]}}",
        "[1, 2] {\"claims\":[%1$s,%2$s]}",
        "{\"claims\":[%1$s,%2$s]} 7",
        "{\"claims\":[%1$s,%2$s],\"claims\":[%2$s,%1$s]}",
        "```json\n{\"claims\":[%1$s,%2$s],\"claims\":[%2$s,%1$s]}\n```",
        "{\"claims\":[%1$s]}",
        "{\"claims\":[{\"claim\":\"A.\"},%1$s,%2$s]}",
        "{\"claims\":[%1$s,{\"claim\":\"B.\",\"sentenceIds\":[0]}]}",
        "{\"claims\":[%1$s,{\"claim\":\"B.\",\"sentenceIds\":[\"two\"]}]}",
        "{\"claims\":[%1$s,{\"claim\":7,\"sentenceIds\":[2]}]}",
        "{\"claims\":[%1$s,%2$s",
        "<think>{\"claims\":[%1$s,%2$s]}</think>I cannot say {that}.",
        "I cannot answer in JSON today.",
      })
  void what_is_not_exactly_one_valid_object_stays_refused(String text) {
    assertThat(schema().decode(text.formatted(ONE, TWO)).value()).isNull();
  }

  @Test
  void a_service_gets_what_it_may_hold_a_model_to() {
    assertThat(schema().enforced())
        .contains("additionalProperties", "minItems", "\"required\":[\"claims\",\"highlight\"]")
        .doesNotContain("$schema", "title");
    assertThat(schema().asked()).contains("$schema", "minItems", "maxItems", "minimum");
  }
}
