package dev.mldigest.assemble;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Labels;
import dev.mldigest.domain.issue.Opening;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The frozen issue as issue.json, the form that every rendering can be made from again: the same
 * bytes for the same issue. Its shape is published as {@code docs/issue.schema.json}.
 */
public final class IssueJson {
  /** Raised when a reader of the old shape would misread the new one. */
  static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, new AsText<>(Instant.class, IssueJson::date))
                  .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse))
                  .addSerializer(Week.class, new AsText<>(Week.class, Week::toString))
                  .addDeserializer(Week.class, new FromText<>(Week.class, Week::parse)))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  // Line ends of its own, so that no machine's differ.
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);

  /** Lists of gaps that are left out where there is nothing to say. */
  private static final List<String> SILENT = List.of("missed", "partly");

  // Left out where there is none, as in issues that were made before there were any.
  private static final String OPENING = "opening";
  private static final String LABELS = "labels";
  private static final String HEADLINE = "headline";
  private static final String MENTIONS = "mentions";
  private static final String FOLLOWS = "follows";
  private static final String FOUND = "found";
  private static final List<String> ABSENT = List.of(HEADLINE, FOLLOWS, FOUND);

  public String write(Issue issue) {
    ObjectNode json = MAPPER.createObjectNode().put("version", VERSION);
    json.setAll((ObjectNode) MAPPER.valueToTree(issue));
    if (json.get("gaps") instanceof ObjectNode gaps) {
      SILENT.stream().filter(name -> gaps.path(name).isEmpty()).forEach(gaps::remove);
    }
    if (issue.opening().equals(Opening.NONE)) {
      json.remove(OPENING);
    }
    if (issue.labels().equals(Labels.ENGLISH)) {
      json.remove(LABELS);
    }
    for (String absent : ABSENT) {
      items(json).filter(item -> item.path(absent).isNull()).forEach(item -> item.remove(absent));
    }
    items(json)
        .filter(item -> item.path(MENTIONS).isEmpty())
        .forEach(item -> item.remove(MENTIONS));
    try {
      return MAPPER.writer(PRINTER).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Writing JSON into memory failed.", e);
    }
  }

  /**
   * @throws IOException with one sentence if the text is no issue.json of this version
   */
  public Issue read(String json) throws IOException {
    try {
      var tree = MAPPER.readTree(json);
      if (tree.path("version").asInt() != VERSION) {
        throw new IOException(
            "This issue.json is not of version " + VERSION + "; make the issue again.");
      }
      if (tree.get("gaps") instanceof ObjectNode gaps) {
        SILENT.stream().filter(name -> !gaps.has(name)).forEach(gaps::putArray);
      }
      if (tree instanceof ObjectNode issue && !issue.has(OPENING)) {
        issue.set(OPENING, MAPPER.valueToTree(Opening.NONE));
      }
      if (tree instanceof ObjectNode issue && !issue.has(LABELS)) {
        issue.set(LABELS, MAPPER.valueToTree(Labels.ENGLISH));
      }
      for (String absent : ABSENT) {
        items(tree).filter(item -> !item.has(absent)).forEach(item -> item.putNull(absent));
      }
      items(tree).filter(item -> !item.has(MENTIONS)).forEach(item -> item.putArray(MENTIONS));
      return MAPPER.treeToValue(tree, Issue.class);
    } catch (JsonProcessingException e) {
      throw new IOException("This is not a whole issue.json: " + e.getOriginalMessage(), e);
    }
  }

  private static Stream<ObjectNode> items(JsonNode issue) {
    return issue
        .path("sections")
        .valueStream()
        .flatMap(section -> section.path("items").valueStream())
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast);
  }

  private static String date(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static final class AsText<T> extends StdScalarSerializer<T> {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // Mappers are never serialised here.
    private final Function<T, String> text;

    AsText(Class<T> type, Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(text.apply(value));
    }
  }

  private static final class FromText<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // Mappers are never serialised here.
    private final Function<String, T> value;

    FromText(Class<T> type, Function<String, T> value) {
      super(type);
      this.value = value;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      try {
        return value.apply(in.getValueAsString(""));
      } catch (DateTimeException | IllegalArgumentException e) {
        throw context.weirdStringException(in.getText(), handledType(), "not in its form");
      }
    }
  }
}
