package dev.mldigest.summarise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.io.Sha256;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.ClaimGate;
import dev.mldigest.summarise.ground.Finding;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what passed the check against its cited sentences once more, by a model's eyes. It only
 * takes away: what the check refused stays refused, and where no verdict comes a claim stands as
 * the check left it.
 */
record SecondReader(Prompt prompt) {
  private static final String SUPPORTED = "supported";

  /** Longer words of a reader's are cut: they go into a report. */
  private static final int MOST_CHARS = 160;

  /** The values of the question: each claim with its own sentences, and nothing else. */
  static Map<String, String> values(ClaimGate.Text text, CheckedClaims checked) {
    StringBuilder claims = new StringBuilder();
    for (int i = 0; i < checked.kept().size(); i++) {
      SummarySentence sentence = checked.kept().get(i);
      claims.append("Claim %d: %s\n".formatted(i + 1, sentence.text()));
      for (Evidence evidence : sentence.evidence()) {
        String cited = text.numbered().sentences().get(evidence.sentence() - 1);
        claims.append("  Sentence: ").append(Texts.oneLine(cited)).append('\n');
      }
    }
    String all = claims.toString().strip();
    return Map.of("claims", all, "nonce", Sha256.of(all).substring(0, 12));
  }

  /** Without what the reader does not find in its sentences. */
  static CheckedClaims read(CheckedClaims checked, JsonNode verdicts) {
    Map<Integer, JsonNode> said = new HashMap<>();
    verdicts.forEach(verdict -> said.putIfAbsent(verdict.path("claim").asInt(), verdict));
    List<SummarySentence> kept = new ArrayList<>();
    List<CheckedClaims.Refused> refused = new ArrayList<>(checked.refused());
    for (int i = 0; i < checked.kept().size(); i++) {
      SummarySentence sentence = checked.kept().get(i);
      JsonNode verdict = said.get(i + 1);
      if (verdict == null || verdict.path("verdict").asText().equals(SUPPORTED)) {
        kept.add(sentence);
      } else {
        refused.add(refused(sentence, verdict));
      }
    }
    boolean lead =
        checked.lead() && !kept.isEmpty() && kept.getFirst().equals(checked.kept().getFirst());
    return new CheckedClaims(kept, refused, lead);
  }

  private static CheckedClaims.Refused refused(SummarySentence sentence, JsonNode verdict) {
    String words = Texts.oneLine(verdict.path("words").asText());
    String shown = words.substring(0, Math.min(words.length(), MOST_CHARS));
    List<Integer> cited = sentence.evidence().stream().map(Evidence::sentence).toList();
    String quote = sentence.evidence().isEmpty() ? "" : sentence.evidence().getFirst().quote();
    return new CheckedClaims.Refused(
        new Claim(sentence.text(), cited, quote),
        new Finding(
            "reader",
            sentence.text(),
            "A second reader finds it %s: '%s'."
                .formatted(verdict.path("verdict").asText(), shown)));
  }
}
