package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Inputs;
import dev.mldigest.cli.console.JsonAnswers;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.text.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows how texts are split into sentences, with the numbers that evidence refers to. */
@Command(
    name = "sentences",
    description = {
      "The sentences of a text with the numbers that evidence refers to.",
      "A file of JSON lines with 'doc' gives one answer a line; any other file is one text."
    })
final class InspectSentencesCommand extends Action {
  /** Longer than any text that is split in a run; what is behind it is not read. */
  private static final int MOST_BYTES = 16 << 20;

  @Mixin private JsonOption json;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Texts, or .jsonl files.")
  private List<String> inputs = new ArrayList<>();

  @Override
  public Integer call() {
    JsonLines out = new JsonLines(System.out);
    JsonAnswers answers = new JsonAnswers(json.isWanted());
    for (Path file : Inputs.files(inputs)) {
      if (file.toString().endsWith(".jsonl") || file.toString().endsWith(".jsonl.gz")) {
        answers.each(
            file, "id", (input, answer) -> put(answer, Sentences.of(input.path("doc").asText(""))));
      } else {
        text(file, out);
      }
    }
    out.flush();
    return ExitCode.OK;
  }

  private void text(Path file, JsonLines out) {
    ObjectNode answer = JsonLines.object().put("file", file.toString());
    List<String> sentences = List.of();
    try (InputStream in = Inputs.open(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      sentences = Sentences.of(new String(bytes, StandardCharsets.UTF_8));
      put(answer.put("ok", true).putNull("error"), sentences);
    } catch (IOException e) {
      answer.put("ok", false).put("error", "'" + file + "' cannot be read.");
      System.err.println("digest: '" + file + "' cannot be read.");
    }
    if (json.isWanted()) {
      out.write(answer);
    } else {
      for (int i = 0; i < sentences.size(); i++) {
        System.out.println("[" + (i + 1) + "] " + sentences.get(i));
      }
    }
  }

  private static void put(ObjectNode answer, List<String> sentences) {
    var array = answer.putArray("sentences");
    for (int i = 0; i < sentences.size(); i++) {
      array.addObject().put("n", i + 1).put("text", sentences.get(i));
    }
  }
}
