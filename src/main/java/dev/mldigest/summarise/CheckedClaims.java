package dev.mldigest.summarise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.ClaimGate;
import dev.mldigest.summarise.ground.Finding;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one answer after the check.
 *
 * @param kept those that passed, in their order
 * @param refused those that did not, each with the first thing that speaks against it
 * @param lead true if the first claim of the answer passed
 */
record CheckedClaims(List<SummarySentence> kept, List<Refused> refused, boolean lead) {
  /** One sentence is a headline, no summary; the prompts ask for two to four. */
  static final int FEWEST = 2;

  /** A sentence of the source's own is copied as a whole. */
  private static final ClaimGate COPIED = new ClaimGate(Integer.MAX_VALUE);

  /** As many as the prompts ask for at most. */
  private static final int MOST = 4;

  CheckedClaims {
    kept = List.copyOf(kept);
    refused = List.copyOf(refused);
  }

  record Refused(Claim claim, Finding finding) {}

  /** A claim, and the first thing that speaks against it, or null if it may be published. */
  record Judged(Claim claim, @Nullable Finding finding) {}

  /** The claims of an answer in their order, as the check judges them. */
  static List<Judged> judge(Task task, ClaimGate.Text text, JsonNode claims) {
    List<Judged> judged = new ArrayList<>();
    List<SummarySentence> kept = new ArrayList<>();
    for (JsonNode node : claims) {
      Claim claim = claim(node);
      List<Finding> findings = task.findings(text, claim, kept);
      judged.add(new Judged(claim, findings.isEmpty() ? null : findings.getFirst()));
      if (findings.isEmpty()) {
        kept.add(sentence(text, claim));
      }
    }
    return judged;
  }

  static CheckedClaims of(Task task, ClaimGate.Text text, JsonNode claims) {
    return of(text, judge(task, text, claims));
  }

  static CheckedClaims of(ClaimGate.Text text, List<Judged> judged) {
    List<SummarySentence> kept = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (Judged one : judged) {
      Finding finding = one.finding();
      if (finding == null) {
        kept.add(sentence(text, one.claim()));
      } else {
        refused.add(new Refused(one.claim(), finding));
      }
    }
    boolean lead = !judged.isEmpty() && judged.getFirst().finding() == null;
    return new CheckedClaims(kept, refused, lead);
  }

  /** True if it can be published: its first claim stands, and another one. */
  boolean isWhole() {
    return lead && kept.size() >= FEWEST;
  }

  /** With the claims of a repair in front where this one's first has fallen, else behind. */
  CheckedClaims with(CheckedClaims repair) {
    if (repair.isWhole()) {
      return repair;
    }
    boolean front = repair.lead() && !lead;
    return new CheckedClaims(
        joined(front ? repair.kept() : kept, front ? kept : repair.kept()),
        refused,
        lead || repair.lead());
  }

  /**
   * What can be published: where the first claim has fallen, behind the first sentence of the
   * summary without a model, if the check lets that pass. Nothing if too few claims passed.
   */
  List<SummarySentence> led(ClaimGate.Text text, Summary offline) {
    if (kept.size() < FEWEST || lead) {
      return kept.size() < FEWEST ? List.of() : kept;
    }
    return offline.sentences().stream()
        .limit(1)
        .filter(sentence -> COPIED.findings(text, claim(sentence), List.of()).isEmpty())
        .findFirst()
        .map(first -> joined(List.of(first), kept))
        .orElse(List.of());
  }

  private static Claim claim(SummarySentence sentence) {
    return new Claim(
        sentence.text(),
        sentence.evidence().stream().map(Evidence::sentence).toList(),
        sentence.evidence().isEmpty() ? "" : sentence.evidence().getFirst().quote());
  }

  /** Why a summary without a model took the place of so many claims, in one sentence or two. */
  String reason(int claims) {
    String first = refused.isEmpty() ? "" : refused.getFirst().finding().detail();
    return "Of the model's %d claims %d passed the groundedness check. %s"
        .formatted(claims, kept.size(), first)
        .strip();
  }

  /** What is said twice counts once. */
  private static List<SummarySentence> joined(
      List<SummarySentence> one, List<SummarySentence> other) {
    List<SummarySentence> all = new ArrayList<>(one);
    for (SummarySentence sentence : other) {
      if (all.size() < MOST && !ClaimGate.isRepetition(all, sentence.text())) {
        all.add(sentence);
      }
    }
    return all;
  }

  private static Claim claim(JsonNode node) {
    List<Integer> numbers = new ArrayList<>();
    // A number beyond int cites a sentence that does not exist.
    node.get("sentenceIds").forEach(n -> numbers.add(n.canConvertToInt() ? n.intValue() : 0));
    return new Claim(
        Texts.oneLine(node.get("claim").asText()), numbers, node.get("quote").asText());
  }

  /** The evidence is the source's own span, not the model's spelling of it. */
  private static SummarySentence sentence(ClaimGate.Text text, Claim claim) {
    List<String> sentences = text.numbered().sentences();
    List<Evidence> evidence =
        claim.sentenceIds().stream()
            .distinct()
            .map(n -> new Evidence(n, ClaimGate.span(sentences.get(n - 1), claim.quote())))
            .toList();
    return new SummarySentence(claim.claim(), evidence);
  }
}
