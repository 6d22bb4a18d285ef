package dev.mldigest.assemble;

import dev.mldigest.domain.issue.FollowUp;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Labels;
import java.util.Map;

/** The sentence that says what of an earlier issue an item carries on, and what changed. */
record FollowUpText(Labels labels, Dates dates) {
  /** Stands where the title of the earlier item belongs, whatever that is called. */
  static final String TITLE = "xTITLEx";

  String of(FollowUp follows, Issue.Item item) {
    String change = change(follows, item);
    return labels.filled(
            Label.FOLLOWS, Map.of("title", TITLE, "dates", dates.days(follows.issue())))
        + (change.isEmpty() ? "." : ": " + change + ".");
  }

  private String change(FollowUp follows, Issue.Item item) {
    if (!follows.now().isEmpty()) {
      return thenNow(Label.THEN_NOW, follows.then(), follows.now());
    }
    if (!follows.fresh().isEmpty()) {
      return labels.filled(Label.NEW_HERE, Map.of("names", String.join(", ", follows.fresh())));
    }
    String house = follows.earlier().source();
    return house.isEmpty() || house.equals(item.source())
        ? ""
        : thenNow(Label.TOLD_BY, house, item.source());
  }

  private String thenNow(Label label, String then, String now) {
    return labels.filled(label, Map.of("then", then, "now", now));
  }
}
