package dev.mldigest.pipeline.issue;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.Lint;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Rewrite;
import dev.mldigest.model.Usage;
import dev.mldigest.pipeline.filing.FiledIssue;
import dev.mldigest.pipeline.filing.Filing;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.filing.Proposal;
import dev.mldigest.review.desk.Act;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts new words of one item into a made issue. Promises that nothing else of it changes, that what
 * must not be printed is not put in, and that the wish behind it is kept first.
 */
final class NewWords {
  private final Store store;
  private final IssueFiles files;
  private final Filing filing;

  NewWords(Store store, IssueFiles files, Filing filing) {
    this.store = store;
    this.files = files;
    this.filing = filing;
  }

  /**
   * @param wish that they answer to; null where earlier ones are taken back
   * @param notices what was told of the digest before
   * @param usage of the reply that they come from
   */
  Redo.Outcome put(
      Issues.Stored made,
      Issue.Item before,
      Issue.Item after,
      @Nullable Rewrite wish,
      List<String> notices,
      Instant now,
      Usage usage) {
    Issue stands = FrozenIssue.of(store.issues().find(made.week()).orElseThrow());
    Issue issue = regrounded(stands.with(after), before);
    String generated = new DigestMarkdown().render(issue);
    List<String> findings = new Lint().findings(generated);
    if (!findings.isEmpty()) {
      return new Redo.Outcome.Unchanged(findings.getFirst());
    }
    // The wish first: a crash before the issue is saved is made good by making it again.
    store.edits().rewrite(made.week(), now, before.id(), wish);
    FiledIssue filed =
        filing
            .save(made, new Proposal(issue, null, sections -> issue), rewritten(before, wish), now)
            .after(notices);
    boolean kept =
        filed.merged().offered().stream().anyMatch(offer -> offer.id().equals(before.id()));
    return new Redo.Outcome.Rewritten(
        before, after, files.digest(made.week()), kept, filed.notices(), usage);
  }

  private static Act rewritten(Issue.Item item, @Nullable Rewrite wish) {
    return wish == null
        ? new Act.Rewrite(item.id(), null, null)
        : new Act.Rewrite(item.id(), wish.instruction(), wish.previous());
  }

  /**
   * The introduction stays, but what it rested on may be gone: then it is not said to stand there.
   */
  private static Issue regrounded(Issue issue, Issue.Item rewritten) {
    Opening opening = issue.opening();
    List<Opening.Sentence> intro =
        opening.intro().stream()
            .map(sentence ->
                new Opening.Sentence(
                    sentence.text(),
                    sentence.grounds().stream()
                        .filter(ground -> !ground.item().equals(rewritten.id()))
                        .toList()))
            .toList();
    return issue.with(new Opening(opening.subjects(), opening.preheaders(), intro, opening.by()));
  }
}
