package dev.mldigest.pipeline.gate;

import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.review.DigestFile;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Outcome;
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
  private final InstantSource clock;

  public Approving(Store store, IssueFiles files, InstantSource clock) {
    this.store = store;
    this.files = files;
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
    List<String> notices = new ArrayList<>();
    Desk desk = Desks.open(week, store, files, clock, notices);
    IssueState state = desk.load();
    Optional<Revisions.Revision> frozen = frozen(week, state);
    if (frozen.isPresent()) {
      return new Approval.Frozen(frozen.get(), false, notices);
    }
    return switch (new Renderings(store, files)
        .render(week, Renderings.Format.json)
        .orElseThrow()) {
      case Rendering.Refused(List<String> faults) -> new Approval.Unfit(faults, false);
      case Rendering.Rendered rendered when !rendered.digest().equals(state.text()) ->
          new Approval.Moved("digest.md was saved just now: look at it, and approve again.");
      case Rendering.Rendered rendered when !rendered.unfit().isEmpty() && override.isBlank() ->
          new Approval.Unfit(rendered.unfit(), holdsItems(state));
      case Rendering.Rendered rendered when !rendered.unfit().isEmpty() && !holdsItems(state) ->
          new Approval.Unfit(rendered.unfit(), false);
      case Rendering.Rendered rendered -> {
        notices.addAll(rendered.notices());
        String reason = rendered.unfit().isEmpty() ? "" : override.strip();
        Outcome outcome =
            state.isApproved() // a crash came before the freezing
                ? new Outcome.Saved(state, List.of())
                : desk.append(
                    new Act.Approve(reason),
                    expected == Desk.LATEST ? state.number() : expected,
                    author);
        yield switch (outcome) {
          case Outcome.Saved saved -> frozen(week, saved.state(), reason, rendered, notices);
          case Outcome.Conflict(var now, String sentence) -> new Approval.Moved(sentence);
          case Outcome.Refused(String sentence) -> new Approval.Moved(sentence);
        };
      }
    };
  }

  /** The revision that the state is, if it was approved just so. */
  private Optional<Revisions.Revision> frozen(Week week, IssueState state) {
    return store.revisions().of(week).stream()
        .filter(one -> state.approved() != null && state.approved() == one.number())
        .findFirst();
  }

  private Approval frozen(
      Week week,
      IssueState state,
      String override,
      Rendering.Rendered rendered,
      List<String> notices) {
    if (!rendered.digest().equals(state.text()) || state.approved() == null) {
      return new Approval.Moved("digest.md was saved just now: look at it, and approve again.");
    }
    Revisions.Revision revision =
        store
            .revisions()
            .freeze(
                week,
                state.approved(),
                clock.instant(),
                override,
                rendered.digest(),
                rendered.text());
    return new Approval.Frozen(revision, true, notices);
  }

  /** No reason makes an issue of none. */
  private static boolean holdsItems(IssueState state) {
    return !DigestFile.parse(state.text()).items().isEmpty();
  }
}
