package dev.mldigest.extract.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.extract.page.LenientJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What React's server streams to a page, row by row: an id, a colon, and JSON or, behind a T and
 * its length in bytes, text. Elements are lists that begin with a dollar; they are written as HTML
 * in the order they came in.
 */
final class FlightRows {
  private static final Pattern ROW = Pattern.compile("([0-9a-f]+):(?:T([0-9a-f]+),)?");
  private static final Pattern TAG = Pattern.compile("[a-z][a-z0-9]{0,15}");

  /** Levels of elements that are followed. */
  private static final int DEEPEST = 200;

  private final List<JsonNode> values = new ArrayList<>();
  private final StringBuilder html = new StringBuilder();

  private FlightRows() {}

  static FlightRows of(CharSequence stream) {
    FlightRows rows = new FlightRows();
    byte[] bytes = stream.toString().getBytes(StandardCharsets.UTF_8);
    // One character a byte, since texts are counted in bytes.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher row = ROW.matcher(text);
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (row.region(at, text.length()).lookingAt()) {
        boolean isText = row.group(2) != null && row.group(2).length() < 7;
        end = isText ? row.end() + Integer.parseInt(row.group(2), 16) : end;
        end = Math.min(end, text.length());
        String value =
            new String(bytes, row.end(), Math.max(0, end - row.end()), StandardCharsets.UTF_8);
        rows.add(value, isText);
        at = isText ? end : end + 1;
      } else {
        at = end + 1;
      }
    }
    return rows;
  }

  private void add(String value, boolean text) {
    if (text) {
      html.append(value.contains("<p") ? value : Html.paragraphs(value));
      return;
    }
    JsonNode node = value.startsWith("[") ? LenientJson.read(value) : LenientJson.read("null");
    values.add(node);
    write(node, 0);
  }

  private void write(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isTextual()) {
      html.append(node.asText().startsWith("$") ? "" : Html.escaped(node.asText()));
    } else if (node.path(0).asText().equals("$") && node.size() > 3) {
      writeElement(node.path(1).asText(), node.path(3), depth);
    } else if (node.isArray()) {
      node.forEach(child -> write(child, depth + 1));
    }
  }

  private void writeElement(String name, JsonNode props, int depth) {
    boolean known = TAG.matcher(name).matches();
    if (name.equals("script") || name.equals("style")) {
      return;
    }
    html.append(known ? '<' + name + '>' : "");
    String own = props.path("dangerouslySetInnerHTML").path("__html").asText();
    html.append(own.startsWith("$") ? "" : own);
    write(props.path("children"), depth + 1);
    html.append(known ? "</" + name + '>' : "");
  }

  /** The rows that are JSON. */
  List<JsonNode> values() {
    return values;
  }

  String html() {
    return html.toString();
  }
}
