package dev.mldigest.cli.console;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.text.Escapes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line on standard output, UTF-8, as all {@code inspect} commands print with
 * {@code --json}.
 */
public final class JsonLines {
  public static final ObjectMapper MAPPER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(200_000_000).build())
                  .build())
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .build();

  private final PrintStream out;

  public JsonLines(OutputStream out) {
    this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Reads one line. Throws UncheckedIOException on a line that is no JSON. */
  public static JsonNode read(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("Not JSON: " + e.getMessage(), e);
    }
  }

  /** ISO-8601 in UTC to the second, or null. */
  static @Nullable public String date(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public static void strings(ObjectNode node, String field, List<String> values) {
    var array = node.putArray(field);
    values.forEach(array::add);
  }

  /** One line, in which no character acts on a terminal. */
  public static String text(JsonNode node) {
    return Escapes.json(node.toString());
  }

  public void write(JsonNode node) {
    out.print(text(node));
    out.print('\n');
  }

  public void flush() {
    out.flush();
  }
}
