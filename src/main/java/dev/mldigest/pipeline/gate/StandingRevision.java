package dev.mldigest.pipeline.gate;

import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.store.Revisions;
import dev.mldigest.store.Store;
import java.util.Optional;

/**
 * The revision that an issue is as it stands. An approval is an event first and a frozen text then:
 * what a crash between the two left undone is done by whoever looks next.
 */
public final class StandingRevision {
  private final Store store;
  private final IssueFiles files;

  public StandingRevision(Store store, IssueFiles files) {
    this.store = store;
    this.files = files;
  }

  /** Empty where the issue is not approved just so. */
  public Optional<Revisions.Revision> of(Week week, IssueState state) {
    Integer approved = state.approved();
    return approved == null
        ? Optional.empty()
        : store.revisions().of(week).stream()
            .filter(one -> one.number() == approved)
            .findFirst()
            .or(() -> frozen(week, state, approved));
  }

  /** Only the text that was approved is frozen; empty where the file holds another by now. */
  private Optional<Revisions.Revision> frozen(Week week, IssueState state, int approved) {
    Rendering rendering =
        new Renderings(store, files).render(week, Renderings.Format.json).orElseThrow();
    if (!(rendering instanceof Rendering.Rendered rendered)
        || !rendered.digest().equals(state.text())) {
      return Optional.empty();
    }
    Event event = Desks.events(week, store).get(approved - 1);
    String reason = event.act() instanceof Act.Approve(String override) ? override : "";
    return Optional.of(
        store
            .revisions()
            .freeze(week, approved, event.at(), reason, rendered.digest(), rendered.text()));
  }
}
