package dev.mldigest.select.filter;

import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.text.Phrase;
import dev.mldigest.text.WordList;
import java.util.List;

/** Whether a text shows its work: what was measured, what failed, code. */
final class Substance {
  /** Characters that are looked at, as for the subject. */
  private static final int LEAD = 6_000;

  /** Of so many kinds of evidence 2 in 100 pages written for a search speak, 22 of feeds' posts. */
  private static final int KINDS = 4;

  /** A text with so many blocks of code shows how. */
  private static final int CODE = 3;

  private static final String FENCE = "```";

  private static final List<String> EVIDENCE =
      WordList.read("/select/cues.txt").named().getOrDefault("evidence", List.of());

  private Substance() {}

  static boolean isIn(Candidate candidate) {
    String text = candidate.text();
    String folded = Phrase.fold(text.substring(0, Math.min(text.length(), LEAD)));
    return EVIDENCE.stream().filter(word -> Phrase.isIn(folded, word)).limit(KINDS).count() == KINDS
        || blocks(candidate) >= CODE;
  }

  private static int blocks(Candidate candidate) {
    String markdown = candidate.article() == null ? "" : candidate.article().markdown();
    int fences = 0;
    for (int at = markdown.indexOf(FENCE); at >= 0; at = markdown.indexOf(FENCE, at + 3)) {
      fences++;
    }
    return fences / 2;
  }
}
