package dev.mldigest.summarise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.model.prompt.Schema;
import dev.mldigest.summarise.ground.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Questions to a model as files, one each, and the answers that somebody put beside them: {@code
 * reader/01.txt} and {@code reader/01.json}. Which claims a question holds stands in {@code
 * asked.jsonl}, without whether they are so.
 */
final class AskedOutside {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String KEY = "asked.jsonl";

  private final Path folder;
  private final List<String> key = new ArrayList<>();

  AskedOutside(Path folder) {
    this.folder = folder;
  }

  /** One question: what of which text it holds, in its order. */
  record Item(String question, String set, String text, List<String> claims) {
    Item {
      claims = List.copyOf(claims);
    }
  }

  /** The whole question as a service gets it that knows one message and enforces no schema. */
  void ask(
      String kind,
      int number,
      LabelledText text,
      List<Claim> claims,
      Prompt prompt,
      Map<String, String> values)
      throws IOException {
    String name = String.format(Locale.ROOT, "%s/%02d", kind, number);
    Path file = folder.resolve(name + ".txt");
    Files.createDirectories(folder.resolve(kind));
    Files.writeString(
        file,
        prompt.system().render(values)
            + "\n\nThe JSON Schema of your answer:\n"
            + prompt.schema().asked()
            + "\n\n"
            + prompt.user().render(values)
            + "\n");
    ObjectNode line = MAPPER.createObjectNode();
    line.put("question", name).put("set", text.set()).put("text", text.id());
    claims.forEach(claim -> line.withArray("claims").add(claim.claim()));
    key.add(line.toString());
  }

  /** After the last question. */
  void close() throws IOException {
    Files.write(folder.resolve(KEY), key);
  }

  List<Item> asked(String kind) throws IOException {
    List<Item> items = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(KEY))) {
      JsonNode node = MAPPER.readTree(line);
      List<String> claims = node.path("claims").valueStream().map(JsonNode::asText).toList();
      Item item =
          new Item(
              node.path("question").asText(),
              node.path("set").asText(),
              node.path("text").asText(),
              claims);
      if (item.question().startsWith(kind + "/")) {
        items.add(item);
      }
    }
    return items;
  }

  /** The answer, read as a model's; nothing where there is none or none that can be used. */
  Optional<JsonNode> answer(Item item, Prompt prompt) throws IOException {
    Path file = folder.resolve(item.question() + ".json");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Schema.Decoded decoded = prompt.schema().decode(Files.readString(file));
    if (decoded.value() == null) {
      System.out.println(item.question() + ": " + decoded.problem());
    }
    return Optional.ofNullable(decoded.value());
  }
}
