package dev.mldigest.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Answers each line of a JSON-lines file with one line on standard output, in order and as soon as
 * it is made; a bad line is answered with {@code "ok": false} and one sentence.
 */
public final class JsonAnswers {
  private final JsonLines out = new JsonLines(System.out);
  private final boolean json;

  public JsonAnswers(boolean json) {
    this.json = json;
  }

  /** The same of every file that the arguments name. */
  public int all(
      List<String> arguments, String idField, BiConsumer<JsonNode, ObjectNode> answerer) {
    Inputs.files(arguments).forEach(file -> each(file, idField, answerer));
    return ExitCode.OK;
  }

  /**
   * @param idField the input's field whose value the answer repeats as {@code id}
   * @param answerer fills in the answer; an IllegalArgumentException carries the sentence of a bad
   *     input
   */
  public void each(Path file, String idField, BiConsumer<JsonNode, ObjectNode> answerer) {
    try (Stream<String> lines = Inputs.jsonLines(file)) {
      lines.forEach(line -> write(answer(line, idField, answerer)));
    } catch (UncheckedIOException e) {
      throw new UsageException("'" + file + "' cannot be read to its end: is it UTF-8?", e);
    }
    out.flush();
  }

  private static ObjectNode answer(
      String line, String idField, BiConsumer<JsonNode, ObjectNode> answerer) {
    ObjectNode answer = JsonLines.object();
    try {
      JsonNode input = JsonLines.read(line);
      answer.set("id", input.get(idField));
      answerer.accept(input, answer.put("ok", true).putNull("error"));
    } catch (UncheckedIOException e) {
      answer.put("ok", false).put("error", "The line is not JSON.");
    } catch (IllegalArgumentException e) {
      answer.put("ok", false).put("error", e.getMessage());
    }
    return answer;
  }

  private void write(ObjectNode answer) {
    if (json) {
      out.write(answer);
    } else {
      StringBuilder text = new StringBuilder();
      answer
          .properties()
          .forEach(field -> {
            if (!field.getValue().isNull() && !field.getKey().equals("ok")) {
              JsonNode value = field.getValue();
              text.append(field.getKey()).append(": ");
              text.append(value.isTextual() ? value.asText() : value.toString()).append('\n');
            }
          });
      System.out.println(text);
    }
  }
}
