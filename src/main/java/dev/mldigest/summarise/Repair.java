package dev.mldigest.summarise;

import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.io.Sha256;
import dev.mldigest.summarise.ground.Finding;
import dev.mldigest.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a model is told of the claims that the check refused, so that it can mend them. */
final class Repair {
  private Repair() {}

  /**
   * The values of the repairing prompt.
   *
   * @param values of the question whose answer it was
   */
  static Map<String, String> values(Map<String, String> values, CheckedClaims checked) {
    String kept = checked.kept().stream().map(Repair::line).collect(Collectors.joining("\n"));
    String refused = checked.refused().stream().map(Repair::line).collect(Collectors.joining("\n"));
    Map<String, String> all = new HashMap<>();
    for (String name : List.of("title", "source", "sentences")) {
      all.put(name, values.getOrDefault(name, ""));
    }
    all.put("kept", kept);
    all.put("refused", refused);
    String matter = all.get("sentences") + "\n" + kept + "\n" + refused;
    all.put("nonce", Sha256.of(matter).substring(0, 12));
    return all;
  }

  private static String line(SummarySentence sentence) {
    return "- " + sentence.text();
  }

  private static String line(CheckedClaims.Refused refused) {
    String cited =
        refused.claim().sentenceIds().stream()
            .map(n -> "[" + n + "]")
            .collect(Collectors.joining());
    Finding finding = refused.finding();
    return "- %s %s\n  Refused: %s %s"
        .formatted(
            cited,
            Texts.oneLine(refused.claim().claim()),
            Texts.oneLine(finding.detail()),
            advice(finding.kind()));
  }

  /** What to do about it, in words that a small model can follow. */
  private static String advice(String kind) {
    return switch (kind) {
      case "quote" -> "Copy the quote character by character from one cited sentence.";
      case "citation" -> "Cite one to three of the numbers in front of the sentences.";
      case "number", "unit" ->
          "Keep each number, with its unit, beside the words that it has in the cited sentence.";
      case "name", "order" ->
          "Name who the cited sentence names, and say of each only what it says of it.";
      case "negation" -> "Keep every 'not' and 'without' where the cited sentence has it.";
      case "certainty", "absolute" ->
          "Keep its 'may', 'expects', 'about', 'only' and 'if', and whom or what it is limited to.";
      case "direction", "replaced", "novelty" ->
          "Use the verbs, nouns and comparatives of the cited sentence: shorten, do not reword.";
      case "verbatim" -> "Leave out words in between, or say less.";
      case "repetition" -> "Say something else that the text tells.";
      default -> "Write one plain sentence about the text.";
    };
  }
}
