package dev.mldigest.summarise;

import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.summarise.ground.BannedPhrases;
import dev.mldigest.summarise.ground.Claim;
import dev.mldigest.summarise.ground.ClaimGate;
import dev.mldigest.summarise.ground.Finding;
import dev.mldigest.summarise.ground.rule.form.Verbatim;
import dev.mldigest.text.PlainTex;
import dev.mldigest.text.Words;
import java.util.List;

/** A prompt and what its limits make of the check of an answer. */
record Task(Prompt prompt, ClaimGate claims, BannedPhrases banned) {
  /** No claim has so many words: where a prompt names no limit there is none. */
  private static final int ANY = 1_000;

  static Task of(Prompt prompt, Settings.Style style) {
    return new Task(
        prompt,
        new ClaimGate(prompt.limits().of("verbatim", Verbatim.DEFAULT)),
        new BannedPhrases(prompt.limits().banned(), style.banned()));
  }

  /** What speaks against a claim; nothing if it may be published. */
  List<Finding> findings(ClaimGate.Text text, Claim claim, List<SummarySentence> kept) {
    if (Words.count(claim.claim()) > prompt.limits().of("words", ANY)) {
      return List.of(new Finding("form", claim.claim(), "A claim is too long to be read."));
    }
    if (PlainTex.isRaw(claim.claim())) {
      return List.of(new Finding("form", claim.claim(), "A claim holds TeX."));
    }
    List<Finding> findings = claims.findings(text, claim, kept);
    return findings.isEmpty()
        ? banned.find(String.join("\n", text.numbered().sentences()), claim.claim()).stream()
            .toList()
        : findings;
  }
}
