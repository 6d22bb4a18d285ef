package dev.mldigest.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.issue.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IssueJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Issue MENTIONED =
      Issues.of(
          Issues.mentionedIn(
              Issues.item("a", "T", "One."), "All the week", "https://r.example/12"));
  private static final Issue FOLLOWING =
      Issues.of(
          Issues.following(
              Issues.item("a", "T", "One."), Issues.earlier("U", "arXiv", "1.0", "1.1", "X-4")));
  private final IssueJson json = new IssueJson();

  @Test
  void what_is_read_is_what_was_written() throws IOException {
    Issue issue = Issues.example();
    assertThat(json.read(json.write(issue))).isEqualTo(issue);
    assertThat(json.write(json.read(json.write(issue)))).isEqualTo(json.write(issue));
    assertThat(json.read(json.write(Issues.of()))).isEqualTo(Issues.of());
  }

  @Test
  void what_is_written_conforms_to_the_published_schema() throws IOException {
    for (Issue issue :
        List.of(
            Issues.example(),
            Issues.of(),
            Issues.numbered(12, "Words."),
            MENTIONED,
            FOLLOWING,
            DigestMarkdownTest.partly("A"))) {
      assertThat(schema().validate(MAPPER.readTree(json.write(issue)))).isEmpty();
    }
  }

  @Test
  void round_ups_that_mention_a_story_are_written_where_there_are_any() throws IOException {
    assertThat(json.read(json.write(MENTIONED))).isEqualTo(MENTIONED);
    assertThat(json.write(MENTIONED)).contains("\"mentions\"");
    assertThat(json.write(Issues.example())).doesNotContain("mentions");
  }

  @Test
  void what_an_item_carries_on_is_written_where_it_carries_on_something() throws IOException {
    assertThat(json.read(json.write(FOLLOWING))).isEqualTo(FOLLOWING);
    assertThat(json.write(Issues.example())).doesNotContain("follows");
  }

  @Test
  void when_an_item_was_found_stands_beside_when_it_was_published() throws IOException {
    Issue.Item item = Issues.item("a", "T", "One.");
    java.time.Instant found = java.time.Instant.parse("2026-02-28T06:00:00Z");
    Issue issue =
        Issues.of(
            Issue.Item.of("a", item.report().foundAt(found), item.summary(), item.why(), null));
    assertThat(json.read(json.write(issue))).isEqualTo(issue);
    assertThat(json.write(issue)).contains("\"found\" : \"2026-02-28T06:00:00Z\"");
    assertThat(schema().validate(MAPPER.readTree(json.write(issue)))).isEmpty();
  }

  @Test
  void what_is_proven_only_in_part_is_written_where_there_is_any() throws IOException {
    Issue issue = DigestMarkdownTest.partly("A", "B");
    String json = new IssueJson().write(issue);
    assertThat(new IssueJson().read(json)).isEqualTo(issue);
    assertThat(json).contains("\"partly\"").doesNotContain("missed");
    assertThat(new IssueJson().write(DigestMarkdownTest.partly())).doesNotContain("partly");
  }

  @Test
  void the_schema_refuses_what_is_no_issue() throws IOException {
    ObjectNode issue = (ObjectNode) MAPPER.readTree(json.write(Issues.example()));
    ObjectNode changed = issue.deepCopy().put("week", "W10");
    assertThat(schema().validate(changed)).hasSize(1);
    changed = issue.deepCopy();
    changed.remove("funnel");
    assertThat(schema().validate(changed)).hasSize(1);
    assertThat(schema().validate(issue.deepCopy().put("more", 1))).hasSize(1);
  }

  @Test
  void the_schema_names_every_kind_of_source() throws IOException {
    JsonNode kinds =
        MAPPER
            .readTree(Files.readString(Path.of("docs/issue.schema.json")))
            .at("/definitions/item/properties/kind/enum");
    assertThat(kinds)
        .extracting(JsonNode::textValue)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(SourceKind.values()).map(SourceKind::word),
                    Stream.of("editor")) // what no source brought
                .toList());
  }

  @Test
  void what_is_no_whole_issue_is_one_sentence() {
    String whole = json.write(Issues.example());
    for (String broken :
        List.of(
            whole.substring(0, whole.length() / 2),
            whole.replace("2026-W10", "March"),
            whole.replace("2026-02-23T06:00:00Z", "yesterday"),
            whole.replaceFirst("\"funnel\"", "\"tunnel\""),
            "{\"version\":1}")) {
      assertThatThrownBy(() -> json.read(broken))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("This is not a whole issue.json: ");
    }
    assertThatThrownBy(() -> json.read("{\"version\": 2}")).hasMessageContaining("version 1");
    assertThatThrownBy(() -> json.read("")).isInstanceOf(IOException.class);
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
        .getSchema(Files.readString(Path.of("docs/issue.schema.json")));
  }
}
