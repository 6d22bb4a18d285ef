package dev.mldigest.summarise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.io.Sha256;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.ClaimGate;
import dev.mldigest.summarise.ground.Finding;
import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.text.TextExcerpt;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Holds what passed the check against its cited sentences once more, by a model's eyes. It only
 * takes away: what the check refused stays refused, and where no verdict comes a claim stands as
 * the check left it.
 */
record SecondReader(Prompt prompt) {
  /** The kind of its findings. */
  static final String RULE = "reader";

  private static final String SUPPORTED = "supported";

  /** A title as feeds have them; longer ones are cut. */
  private static final int TITLE_WORDS = 30;

  /** Longer words of a reader's are cut: they go into a report. */
  private static final int MOST_CHARS = 160;

  /** What is to be read: a claim that is one of its sentences, word for word, says what it says. */
  static List<SummarySentence> doubtful(ClaimGate.Text text, CheckedClaims checked) {
    List<String> sentences = text.numbered().sentences();
    return checked.kept().stream()
        .filter(claim ->
            claim.evidence().stream()
                .noneMatch(evidence ->
                    sentences.get(evidence.sentence() - 1).strip().equals(claim.text().strip())))
        .toList();
  }

  /** The values of the question: the title, and each claim with its own sentences. */
  static Map<String, String> values(ClaimGate.Text text, List<SummarySentence> asked) {
    StringBuilder claims = new StringBuilder();
    for (int i = 0; i < asked.size(); i++) {
      SummarySentence sentence = asked.get(i);
      claims.append("Claim %d: %s\n".formatted(i + 1, sentence.text()));
      for (Evidence evidence : sentence.evidence()) {
        String cited = text.numbered().sentences().get(evidence.sentence() - 1);
        claims.append("  Sentence: ").append(Texts.oneLine(cited)).append('\n');
      }
    }
    String all = claims.toString().strip();
    String title = title(text.title());
    String nonce = Sha256.of(title + "\n" + all).substring(0, 12);
    return Map.of("claims", all, "title", title, "nonce", nonce);
  }

  /** A title that speaks to a model is not shown. */
  private static String title(String title) {
    String line = TextExcerpt.words(Texts.oneLine(title), TITLE_WORDS);
    return UnfitSentences.speaksToAModel(line) ? "" : line;
  }

  /**
   * Without what the reader does not find in its sentences.
   *
   * @param asked what it was shown of them, in that order
   */
  static CheckedClaims read(CheckedClaims checked, List<SummarySentence> asked, JsonNode verdicts) {
    List<SummarySentence> kept = new ArrayList<>();
    List<CheckedClaims.Refused> refused = new ArrayList<>(checked.refused());
    for (SummarySentence sentence : checked.kept()) {
      int number = asked.indexOf(sentence) + 1;
      JsonNode verdict = verdict(verdicts, number);
      if (number == 0
          || verdict.isMissingNode()
          || verdict.path("verdict").asText().equals(SUPPORTED)) {
        kept.add(sentence);
      } else {
        refused.add(refused(sentence, detail(verdicts, number)));
      }
    }
    boolean lead =
        checked.lead() && !kept.isEmpty() && kept.getFirst().equals(checked.kept().getFirst());
    return new CheckedClaims(kept, refused, lead);
  }

  /** What was said of the claim of that number, in one sentence; empty if nothing was. */
  static String detail(JsonNode verdicts, int number) {
    JsonNode verdict = verdict(verdicts, number);
    String words = Texts.oneLine(verdict.path("words").asText());
    return verdict.isMissingNode()
        ? ""
        : "A second reader finds it %s: '%s'."
            .formatted(
                verdict.path("verdict").asText(),
                words.substring(0, Math.min(words.length(), MOST_CHARS)));
  }

  /** The first of that number. */
  private static JsonNode verdict(JsonNode verdicts, int number) {
    return verdicts
        .valueStream()
        .filter(verdict -> verdict.path("claim").asInt() == number)
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static CheckedClaims.Refused refused(SummarySentence sentence, String detail) {
    List<Integer> cited = sentence.evidence().stream().map(Evidence::sentence).toList();
    String quote = sentence.evidence().isEmpty() ? "" : sentence.evidence().getFirst().quote();
    return new CheckedClaims.Refused(
        new Claim(sentence.text(), cited, quote), new Finding(RULE, sentence.text(), detail));
  }
}
