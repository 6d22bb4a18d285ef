package dev.mldigest.domain.issue;

import dev.mldigest.domain.Window;
import java.util.List;

/**
 * What of an earlier issue an item carries on, and what changed since then.
 *
 * @param earlier the item of that issue
 * @param issue the time that issue covered
 * @param then how it was, to be read before {@code now}; empty where no such change is known
 * @param now how it is
 * @param fresh names that the item's summary has, and nothing the earlier one told
 */
public record FollowUp(
    Issue.Link earlier, Window issue, String then, String now, List<String> fresh) {
  public FollowUp {
    fresh = List.copyOf(fresh);
  }
}
