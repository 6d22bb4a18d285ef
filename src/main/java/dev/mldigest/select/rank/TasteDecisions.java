package dev.mldigest.select.rank;

import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.PastIssues.Hand;
import java.util.List;

/**
 * From how many of the editor's decisions something was learned.
 *
 * @param issues that were reviewed
 * @param kept picks that stood in them, whatever else was done to them
 * @param passed what was up for them and did not come in
 * @param deleted of those, what the editor took out
 * @param added of the picks, what the editor put in
 * @param raised of the picks, what the editor moved up
 * @param written of the picks, those with a note or words of the editor's own
 */
public record TasteDecisions(
    int issues, int kept, int passed, int deleted, int added, int raised, int written) {

  static TasteDecisions of(PastIssues past) {
    List<PastIssues.Past> items = past.items();
    int kept = (int) items.stream().filter(PastIssues.Past::picked).count();
    return new TasteDecisions(
        (int) items.stream().map(PastIssues.Past::week).distinct().count(),
        kept,
        items.size() - kept,
        count(items, Hand.DELETED),
        count(items, Hand.ADDED),
        count(items, Hand.RAISED),
        count(items, Hand.WRITTEN));
  }

  private static int count(List<PastIssues.Past> items, Hand hand) {
    return (int) items.stream().filter(item -> item.hand() == hand).count();
  }

  public String sentence() {
    return ("It speaks from %d decisions in %s: %d picks kept (%d added, %d moved up, %d noted or"
            + " rewritten), %d passed over (%d deleted).")
        .formatted(
            kept + passed,
            issues == 1 ? "1 reviewed issue" : issues + " reviewed issues",
            kept,
            added,
            raised,
            written,
            passed,
            deleted);
  }
}
