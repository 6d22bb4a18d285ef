package dev.mldigest.publish.service.draft;

import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.Receipts;
import dev.mldigest.publish.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * One draft of one content in one service, never a second and never a mail. What is there is looked
 * up before anything is made, and a look-up that fails ends it. What was made is read back: it must
 * be a draft and hold what was sent; where it is on its way to readers it is set back at once. What
 * somebody changed in the service is never written over. Every step is noted before and after it,
 * so that a run that was cut off is carried on by the next.
 */
public final class DraftTarget implements Target {
  private final DraftService service;
  private final String name;
  private final InstantSource clock;
  private final Consumer<Duration> sitOut;

  /**
   * @param name of the target in feeds.yaml
   * @param sitOut how a wait is spent
   */
  public DraftTarget(
      String name, DraftService service, InstantSource clock, Consumer<Duration> sitOut) {
    this.service = service;
    this.name = name;
    this.clock = clock;
    this.sitOut = sitOut;
  }

  @Override
  public String request(Draft draft) {
    return service.creation(draft, mark(draft)).shown();
  }

  private Mark mark(Draft draft) {
    return new Mark(draft.week(), Stored.fingerprint(service.content(draft)));
  }

  @Override
  public PublishOutcome publish(Draft draft, Receipts receipts) {
    return new Publication(new Course(name, service, draft, mark(draft), receipts, clock), sitOut)
        .outcome();
  }
}
