package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.select.piece.Piece;
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
    Instant date = ts.isNumber() ? Instant.ofEpochMilli(ts.asLong()) : null;
    String publisher = line.path("publisher").asText(null);
    return piece(line, "text", url(line), publisher, date, List.of(), List.of());
  }

  /** {@code id, week, title, text} of a newsletter item. */
  static Piece item(JsonNode line) {
    Instant date = date(line.path("week").asText(""));
    return piece(line, "text", null, null, date, List.of(), List.of());
  }

  /** {@code id, title, abstract, date, categories, authors, url} of an arXiv listing. */
  static Piece paper(JsonNode line) {
    Instant date = date(line.path("date").asText(""));
    List<String> authors = strings(line.path("authors"));
    return piece(
        line, "abstract", url(line), null, date, authors, strings(line.path("categories")));
  }

  private static Piece piece(
      JsonNode line,
      String text,
      @Nullable String url,
      @Nullable String publisher,
      @Nullable Instant date,
      List<String> authors,
      List<String> categories) {
    String id = line.path("id").asText();
    String title = line.path("title").asText();
    String told = line.path(text).asText("");
    return new Piece(id, title, told, url, null, publisher, date, authors, categories);
  }

  private static @Nullable String url(JsonNode line) {
    return line.path("url").asText(null);
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
