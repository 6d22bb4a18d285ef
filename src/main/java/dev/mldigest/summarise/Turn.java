package dev.mldigest.summarise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.model.Reply;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.ClaimGate;
import dev.mldigest.summarise.ground.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * One question about an item, its answer, and what came of each claim.
 *
 * @param task the prompt's id, for example {@code repair}
 * @param claims in their order; none without an answer
 */
public record Turn(String task, int version, Reply reply, List<Said> claims) {
  public Turn {
    claims = List.copyOf(claims);
  }

  /**
   * A claim as it was judged.
   *
   * @param rule which refused it; empty if it passed
   * @param why one sentence that names the words at fault, or what a second reader found
   */
  public record Said(String claim, List<Cited> cited, String rule, String why) {
    public Said {
      cited = List.copyOf(cited);
    }

    public boolean passed() {
      return rule.isEmpty();
    }
  }

  /** A sentence of the article's, by its number. */
  public record Cited(int number, String sentence) {}

  /** A question without an answer that can be used. */
  static Turn without(Prompt prompt, Reply reply) {
    return new Turn(prompt.id(), prompt.version(), reply, List.of());
  }

  /** Claims and what the check said of them. */
  static Turn checked(
      Prompt prompt, Reply reply, ClaimGate.Text text, List<CheckedClaims.Judged> judged) {
    List<Said> said = new ArrayList<>();
    for (CheckedClaims.Judged one : judged) {
      Claim claim = one.claim();
      Finding finding = one.finding();
      List<Cited> cited = cited(text, claim.sentenceIds());
      said.add(
          finding == null
              ? new Said(claim.claim(), cited, "", "")
              : new Said(claim.claim(), cited, finding.kind(), finding.detail()));
    }
    return new Turn(prompt.id(), prompt.version(), reply, said);
  }

  /**
   * What a second reader said of claims that had passed.
   *
   * @param asked what the reader was shown
   */
  static Turn read(
      Prompt prompt,
      Reply reply,
      ClaimGate.Text text,
      List<SummarySentence> asked,
      CheckedClaims after,
      JsonNode verdicts) {
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      SummarySentence sentence = asked.get(i);
      List<Integer> numbers = sentence.evidence().stream().map(e -> e.sentence()).toList();
      String rule = after.kept().contains(sentence) ? "" : SecondReader.RULE;
      String why = SecondReader.detail(verdicts, i + 1);
      said.add(new Said(sentence.text(), cited(text, numbers), rule, why));
    }
    return new Turn(prompt.id(), prompt.version(), reply, said);
  }

  private static List<Cited> cited(ClaimGate.Text text, List<Integer> numbers) {
    List<String> sentences = text.numbered().sentences();
    return numbers.stream()
        .distinct()
        .filter(n -> n >= 1 && n <= sentences.size())
        .map(n -> new Cited(n, sentences.get(n - 1)))
        .toList();
  }
}
