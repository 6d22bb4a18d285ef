package dev.mldigest.pipeline.rendering;

import dev.mldigest.assemble.AtomFeed;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.review.approval.Approval;
import dev.mldigest.review.approval.Approved;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All issues as one feed. A fault in one is a fault of the feed, and names its week. An earlier one
 * whose file is gone is told as it was published, and left out where it never was.
 */
record FeedRendering(Store store, IssueFiles files, DigestFaults digestFaults) {
  /** What became of it, asked for by the week of the newest. */
  Rendering of(Week asked) {
    List<String> faults = new ArrayList<>();
    List<String> unfit = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    List<Issues.Stored> all = new ArrayList<>();
    List<Approved> approved = new ArrayList<>();
    String own = "";
    Map<Week, String> published = store.edits().published();
    for (Issues.Stored made :
        store.issues().made().stream()
            .sorted(Comparator.comparing(Issues.Stored::week).reversed())
            .toList()) {
      Week week = made.week();
      Optional<String> there = files.readDigest(week);
      if (there.isEmpty() && week.equals(asked)) {
        return new Rendering.Refused(List.of(digestFaults.gone(week)));
      }
      String digest = there.orElse(published.get(week));
      if (digest == null) {
        notices.add("The feed is without " + week + ". " + digestFaults.gone(week));
        continue;
      }
      all.add(made);
      approved.add(Approval.of(digest));
      List<String> wrong = digestFaults.in(made, digest, approved.getLast());
      if (week.equals(asked)) {
        own = digest;
        faults.addAll(wrong);
        unfit.addAll(DigestFaults.lint(digest));
        notices.addAll(StaleMentions.in(made, digest, approved.getLast()));
      } else {
        wrong.forEach(fault -> faults.add(week + ": " + fault));
        DigestFaults.lint(digest).stream()
            .filter(finding ->
                !finding.equals(DigestFaults.NO_ITEM) || !FrozenIssue.of(made).items().isEmpty())
            .forEach(finding -> unfit.add(week + ": " + finding));
      }
    }
    if (!faults.isEmpty()) {
      return new Rendering.Refused(faults);
    }
    String feed = atom(all, approved);
    for (int i = 0; i < all.size(); i++) {
      String lost = DigestBody.recount(approved.get(i)).inAtom(feed, i);
      if (lost != null) {
        faults.add(all.get(i).week() + ": " + lost);
      }
    }
    return faults.isEmpty()
        ? new Rendering.Rendered(feed, own, unfit, notices)
        : new Rendering.Refused(faults);
  }

  private static String atom(List<Issues.Stored> all, List<Approved> approved) {
    Issue newest = FrozenIssue.of(all.getFirst());
    List<AtomFeed.PublishedIssue> published = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Issues.Stored made = all.get(i);
      published.add(
          new AtomFeed.PublishedIssue(made.week(), made.window().to(), approved.get(i).markdown()));
    }
    return new AtomFeed().render(newest.title(), newest.window().to(), published);
  }
}
