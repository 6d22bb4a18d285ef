package dev.mldigest.pipeline.publishing;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.TargetKind;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.filing.RunLock;
import dev.mldigest.pipeline.gate.StandingRevision;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.Receipts;
import dev.mldigest.publish.service.Services;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.review.desk.History;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Revisions;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands an approved issue to a target that feeds.yaml names: the revision that was frozen when it
 * was approved, and nothing else. One publication at a time in one output folder; what became of it
 * is a value.
 */
public final class Publishing {
  /** Whether it is done, or only said what would be. */
  public enum Mode {
    DRY_RUN,
    FOR_REAL
  }

  private final Settings settings;
  private final Store store;
  private final IssueFiles files;
  private final JsonHttp.Terms terms;

  public Publishing(Settings settings, Store store, IssueFiles files, JsonHttp.Terms terms) {
    this.settings = settings;
    this.store = store;
    this.files = files;
    this.terms = terms;
  }

  /** Where an issue can go, in the order of feeds.yaml. */
  public List<PublishTarget> targets() {
    return settings.targets();
  }

  /** What was made of a week's issue in a target, oldest first. */
  public List<Receipt> receipts(Week week, String name) {
    return store.receipts().of(name, week);
  }

  /**
   * @param name of one of {@link #targets}
   */
  public PublishOutcome publish(Week week, String name, Mode mode) {
    PublishTarget target = settings.target(name).orElseThrow();
    String where = target.name() + " (" + target.kind().title() + ")";
    Optional<String> refusal = Services.refusal(target);
    return switch (ready(week, where)) {
      case Prepared.No(PublishOutcome outcome) -> outcome;
      case Prepared.Yes yes when refusal.isPresent() ->
          new PublishOutcome.Refused(where, refusal.get());
      case Prepared.Yes yes when mode == Mode.DRY_RUN -> shown(target, where, yes);
      case Prepared.Yes yes -> alone(target, where, yes);
    };
  }

  /** An issue that may leave, or why it may not. */
  private sealed interface Prepared {
    record Yes(Draft draft, Revisions.Revision revision) implements Prepared {}

    record No(PublishOutcome outcome) implements Prepared {}
  }

  private Prepared ready(Week week, String where) {
    Optional<Issues.Stored> made = store.issues().find(week).filter(Issues.Stored::made);
    if (made.isEmpty()) {
      return notApproved(where, "No issue was made for the week " + week + ".");
    }
    IssueState state = Desks.open(week, store, files, terms.clock(), new ArrayList<>()).load();
    Optional<Revisions.Revision> revision =
        new StandingRevision(store, files)
            .of(week, state)
            .filter(one -> one.digest().equals(state.text()));
    if (revision.isEmpty()) {
      return notApproved(where, whyNot(week, store.revisions().of(week)));
    }
    var issue = FrozenIssue.of(made.get());
    Drafts drafts =
        new Drafts(
            new Renderings(store, files, settings.mail()),
            issue.title(),
            issue.labels().language());
    return switch (drafts.of(week, revision.get())) {
      case Drafts.Made.Ready(Draft draft) -> new Prepared.Yes(draft, revision.get());
      case Drafts.Made.Unfit(List<String> why) ->
          new Prepared.No(new PublishOutcome.Unfit(where, why));
      case Drafts.Made.Moved moved ->
          notApproved(where, "digest.md was saved just now: look at it, and approve it again.");
    };
  }

  private String whyNot(Week week, List<Revisions.Revision> frozen) {
    if (frozen.isEmpty()) {
      return "The issue of %s is not approved: 'digest approve --week %s' does it."
          .formatted(week, week);
    }
    Revisions.Revision last = frozen.getLast();
    boolean stands = History.of(Desks.events(week, store)).counts(last.number());
    return stands
        ? "The issue of %s was changed after revision %d was approved: 'digest approve --week %s' approves it as it stands now."
            .formatted(week, last.revision(), week)
        : "The approval of revision %d of %s was taken back: 'digest approve --week %s' approves it as it stands now."
            .formatted(last.revision(), week, week);
  }

  private static Prepared notApproved(String where, String sentence) {
    return new Prepared.No(new PublishOutcome.NotApproved(where, sentence));
  }

  private PublishOutcome shown(PublishTarget target, String where, Prepared.Yes issue) {
    try (Services services = new Services(settings.network(), terms)) {
      return new PublishOutcome.Shown(where, services.target(target).request(issue.draft()));
    }
  }

  private PublishOutcome alone(PublishTarget target, String where, Prepared.Yes issue) {
    if (target.key().isMissing()) {
      return new PublishOutcome.Refused(
          where, "Its key is not there: " + target.key().place() + " holds none.");
    }
    Optional<RunLock> lock = RunLock.publishing(files.state());
    if (lock.isEmpty()) {
      return new PublishOutcome.Failed(
          where, "Another publication is at work in this folder; try again when it is done.", true);
    }
    try (Services services = new Services(settings.network(), terms)) {
      PublishOutcome outcome =
          services.target(target).publish(issue.draft(), receipts(target.name()));
      if (target.kind() != TargetKind.MAIL) { // a test tells nothing of what readers get
        remember(outcome, issue.revision());
      }
      return outcome;
    } finally {
      lock.get().close();
    }
  }

  /** Later issues go by what was published. */
  private void remember(PublishOutcome outcome, Revisions.Revision revision) {
    if (outcome instanceof PublishOutcome.Drafted
        || outcome instanceof PublishOutcome.Published
        || outcome instanceof PublishOutcome.Unchanged
        || outcome instanceof PublishOutcome.ChangedInService) {
      store.edits().published(revision.week(), terms.clock().instant(), revision.digest());
    }
  }

  private Receipts receipts(String name) {
    return new Receipts() {
      @Override
      public List<Receipt> of(Week week) {
        return store.receipts().of(name, week);
      }

      @Override
      public void keep(Receipt receipt) {
        store.receipts().keep(receipt);
      }
    };
  }
}
