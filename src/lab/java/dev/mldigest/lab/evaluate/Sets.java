package dev.mldigest.lab.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.io.Resource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sets of examples: JSON lines, in a folder of corpora or among our own resources. */
final class Sets {
  static final String OWN = "own";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Sets() {}

  static List<JsonNode> read(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return nodes(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("'" + file + "' cannot be read.", e);
    }
  }

  /** A set that ships with the program: {@code /evaluate/name}. */
  static List<JsonNode> own(String name) {
    try {
      return nodes(new BufferedReader(new StringReader(Resource.text("/evaluate/" + name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(text -> strings.add(text.asText()));
    return strings;
  }

  private static List<JsonNode> nodes(BufferedReader reader) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (!line.isBlank()) {
        nodes.add(MAPPER.readTree(line));
      }
    }
    return nodes;
  }
}
