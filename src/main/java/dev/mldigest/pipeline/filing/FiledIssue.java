package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.issue.Issue;
import dev.mldigest.review.Merged;
import java.util.ArrayList;
import java.util.List;

/**
 * An issue that was put into the editor's folder.
 *
 * @param issue what stands in the digest
 * @param merged the editor's edits, all kept, and what they kept out
 * @param notices what else the editor must know, one sentence each
 */
public record FiledIssue(Issue issue, Merged merged, List<String> notices) {
  public FiledIssue {
    notices = List.copyOf(notices);
  }

  /** What the editor is told of it, one sentence each. */
  public List<String> told() {
    List<String> sentences = new ArrayList<>(notices);
    int edits = merged.edits().size();
    if (edits > 0) {
      sentences.add(edits + " of your edits were kept.");
    }
    for (Merged.Offer offer : merged.offered()) {
      String what = offer.isNew() ? "New, not put into your digest: " : "Newer text, yours kept: ";
      sentences.add(what + offer.title());
    }
    return sentences;
  }

  /** The same after something else that the editor must know. */
  public FiledIssue after(List<String> earlier) {
    List<String> all = new ArrayList<>(earlier);
    all.addAll(notices);
    return new FiledIssue(issue, merged, all);
  }
}
