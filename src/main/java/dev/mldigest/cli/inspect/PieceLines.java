package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.select.story.Piece;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is grouped and ranked from JSON lines, the fields named in the contract only. */
final class PieceLines {
  private static final String BROKEN = "\u0000broken";

  private PieceLines() {}

  /** The line, or a note that it is no JSON. */
  static JsonNode readOrError(String line) {
    try {
      JsonNode node = JsonLines.read(line);
      return node == null ? broken("The line is empty.") : node;
    } catch (UncheckedIOException e) {
      return broken("The line is no JSON object.");
    }
  }

  private static JsonNode broken(String sentence) {
    return JsonLines.object().put(BROKEN, sentence);
  }

  /** True for an object with an id and a title. */
  static boolean isPiece(JsonNode line) {
    return line.path("id").isValueNode() && line.path("title").isTextual();
  }

  static void error(ObjectNode answer, JsonNode line) {
    String sentence = line.path(BROKEN).asText("The line has no \"id\" or no \"title\".");
    answer.put("id", line.path("id").asText(null));
    answer.put("ok", false).put("error", sentence);
  }

  /** {@code id, title, text?, url?, publisher?, ts?}. */
  static Piece report(JsonNode line) {
    JsonNode ts = line.path("ts");
    return new Piece(
        line.path("id").asText(),
        line.path("title").asText(),
        line.path("text").asText(""),
        line.path("url").asText(null),
        null,
        line.path("publisher").asText(null),
        ts.isNumber() ? Instant.ofEpochMilli(ts.asLong()) : null,
        List.of(),
        List.of());
  }

  /** {@code id, week, title, text} of a newsletter item. */
  static Piece item(JsonNode line) {
    return new Piece(
        line.path("id").asText(),
        line.path("title").asText(),
        line.path("text").asText(""),
        null,
        null,
        null,
        date(line.path("week").asText("")),
        List.of(),
        List.of());
  }

  /** {@code id, title, abstract, date, categories, authors, url} of an arXiv listing. */
  static Piece paper(JsonNode line) {
    return new Piece(
        line.path("id").asText(),
        line.path("title").asText(),
        line.path("abstract").asText(""),
        line.path("url").asText(null),
        null,
        null,
        date(line.path("date").asText("")),
        strings(line.path("authors")),
        strings(line.path("categories")));
  }

  private static List<String> strings(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(value -> values.add(value.asText()));
    return values;
  }

  private static @Nullable Instant date(String day) {
    try {
      return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
