package dev.mldigest.summarise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.ClaimGate;
import dev.mldigest.summarise.ground.NumberedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A text, as a model is shown it, and claims on it of which somebody said whether they are so. */
record LabelledText(String set, String id, ClaimGate.Text text, List<Labelled> claims) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  LabelledText {
    claims = List.copyOf(claims);
  }

  record Labelled(Claim claim, boolean sound) {}

  List<Claim> sound() {
    return claims.stream().filter(Labelled::sound).map(Labelled::claim).toList();
  }

  /**
   * Claims of another hand.
   *
   * @param claims JSON lines 'article', 'claim', 'cites', 'quote', 'sound'
   * @param texts JSON lines 'article' and 'doc'
   */
  static List<LabelledText> read(String set, Path claims, Path texts) throws IOException {
    Map<String, String> documents = new HashMap<>();
    for (JsonNode text : lines(Files.readString(texts))) {
      documents.put(text.path("article").asText(), text.path("doc").asText());
    }
    Map<String, List<Labelled>> labelled = new LinkedHashMap<>();
    for (JsonNode line : lines(Files.readString(claims))) {
      labelled
          .computeIfAbsent(line.path("article").asText(), article -> new ArrayList<>())
          .add(new Labelled(claim(line, "cites"), line.path("sound").asBoolean()));
    }
    return labelled.entrySet().stream()
        .map(e -> of(set, e.getKey(), documents.getOrDefault(e.getKey(), ""), e.getValue()))
        .toList();
  }

  /** The half of our own claims that no rule was made in view of. */
  static List<LabelledText> ownHeld() throws IOException {
    List<LabelledText> all = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            LabelledText.class.getResourceAsStream("/summarise/natural-claims.jsonl"))) {
      for (JsonNode line : lines(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
        if (line.path("half").asText().equals("held")) {
          all.add(own(line));
        }
      }
    }
    return all;
  }

  private static LabelledText own(JsonNode line) {
    List<String> sentences = line.path("sentences").valueStream().map(JsonNode::asText).toList();
    NumberedText numbered =
        new NumberedText(
            sentences, new TreeSet<>(IntStream.rangeClosed(1, sentences.size()).boxed().toList()));
    return new LabelledText(
        "own",
        line.path("id").asText(),
        new ClaimGate.Text("", numbered),
        line.path("claims")
            .valueStream()
            .map(c -> new Labelled(claim(c, "sentenceIds"), c.path("faithful").asBoolean()))
            .toList());
  }

  private static LabelledText of(String set, String title, String document, List<Labelled> claims) {
    return new LabelledText(
        set, title, new ClaimGate.Text(title, NumberedText.of(document)), claims);
  }

  private static Claim claim(JsonNode line, String citations) {
    List<Integer> cited = line.path(citations).valueStream().map(JsonNode::asInt).toList();
    return new Claim(line.path("claim").asText(), cited, line.path("quote").asText());
  }

  private static List<JsonNode> lines(String text) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      lines.add(MAPPER.readTree(line));
    }
    return lines;
  }
}
