package dev.mldigest.pipeline.gate;

import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Outcome;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.store.Revisions;
import dev.mldigest.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Approves an issue as it stands and freezes it: what is handed to a newsletter service is this
 * revision and nothing else. A later change of the text makes a new revision, which wants its own
 * approval.
 */
public final class Approving {
  private final Store store;
  private final IssueFiles files;
  private final Gate gate;
  private final StandingRevision revisions;
  private final InstantSource clock;

  public Approving(Store store, IssueFiles files, Gate gate, InstantSource clock) {
    this.store = store;
    this.files = files;
    this.gate = gate;
    this.revisions = new StandingRevision(store, files);
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Approval {
    /**
     * It is frozen.
     *
     * @param isNew false where it was approved before just so
     * @param notices what the editor should know, one sentence each
     */
    record Frozen(Revisions.Revision revision, boolean isNew, List<String> notices)
        implements Approval {
      public Frozen {
        notices = List.copyOf(notices);
      }
    }

    /**
     * It is not fit to be published.
     *
     * @param why one sentence each
     * @param overridable true where a reason lets it pass
     */
    record Unfit(List<String> why, boolean overridable) implements Approval {
      public Unfit {
        why = List.copyOf(why);
      }
    }

    /** It was changed while it was looked at. */
    record Moved(String sentence) implements Approval {}
  }

  /**
   * @param expected number of the state that the editor looked at, or {@link Desk#LATEST}
   * @param override why it may leave although something was found; empty for no reason
   */
  public Approval approve(Week week, int expected, String author, String override) {
    gate.checkLinks(week);
    List<String> notices = new ArrayList<>();
    Desk desk = Desks.open(week, store, files, clock, notices);
    IssueState state = desk.load();
    Optional<Revisions.Revision> frozen = revisions.of(week, state);
    if (frozen.isPresent()) {
      return new Approval.Frozen(frozen.get(), false, notices);
    }
    if (desk.changedSince(expected, author)) {
      return moved();
    }
    return switch (rendered(week)) {
      case Rendering.Refused(List<String> faults) -> new Approval.Unfit(faults, false);
      case Rendering.Rendered rendered when !rendered.digest().equals(state.text()) -> moved();
      case Rendering.Rendered rendered -> {
        List<String> unfit = unfit(week, state);
        if (!unfit.isEmpty() && (override.isBlank() || !holdsItems(state))) {
          yield new Approval.Unfit(unfit, holdsItems(state));
        }
        notices.addAll(rendered.notices());
        Act approval = new Act.Approve(unfit.isEmpty() ? "" : override.strip());
        // What was looked at is this state: what its own author did meanwhile was not.
        yield switch (desk.append(approval, state.number(), author)) {
          case Outcome.Saved saved ->
              revisions
                  .of(week, saved.state())
                  .<Approval>map(revision -> new Approval.Frozen(revision, true, notices))
                  .orElseGet(Approving::moved);
          case Outcome.Conflict conflict -> moved();
          case Outcome.Refused(String sentence) -> new Approval.Moved(sentence);
        };
      }
    };
  }

  private Rendering rendered(Week week) {
    return new Renderings(store, files).render(week, Renderings.Format.json).orElseThrow();
  }

  /** What must not leave, one sentence each. */
  private List<String> unfit(Week week, IssueState state) {
    return gate.findings(week, state).stream()
        .filter(Finding::isMust)
        .map(Finding::sentence)
        .toList();
  }

  private static Approval moved() {
    return new Approval.Moved("It was changed since you looked: look at it, and approve again.");
  }

  /** No reason makes an issue of none. */
  private static boolean holdsItems(IssueState state) {
    return !DigestFile.parse(state.text()).items().isEmpty();
  }
}
