package dev.mldigest.publish.service.draft;

import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.Receipts;
import dev.mldigest.publish.service.call.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** How far one publication has come; its receipt is what the last step noted. */
final class Course {
  /** When what nobody has asked for was asked for. */
  private static final Instant NEVER = Instant.EPOCH;

  /**
   * For how long what was asked for may not show in a look-up: four times as long as a call may
   * take, because a service may be at work on what we gave up, and lists come after. beehiiv makes
   * a post only after it has answered.
   */
  private static final Duration UNSEEN = Duration.ofMinutes(2);

  /**
   * A run that was cut off is tried again while its editor still sits there; what leaves later than
   * that, somebody may have sent.
   */
  private static final Duration OURS = Duration.ofMinutes(30);

  final DraftService service;
  final Draft draft;
  final Mark mark;
  final List<String> notes = new ArrayList<>();
  private final Receipts receipts;
  private final InstantSource clock;
  private Receipt receipt;

  /**
   * @param name of the target in feeds.yaml
   */
  Course(
      String name,
      DraftService service,
      Draft draft,
      Mark mark,
      Receipts receipts,
      InstantSource clock) {
    this.service = service;
    this.draft = draft;
    this.mark = mark;
    this.receipts = receipts;
    this.clock = clock;
    this.receipt =
        all().stream()
            .filter(one -> one.hash().equals(mark.hash()))
            .findFirst()
            .orElseGet(() ->
                new Receipt(
                    name, draft.week(), mark.hash(), Receipt.Step.ASKED, "", "", "", NEVER));
  }

  /** Of this week, whatever it held. */
  List<Receipt> all() {
    return receipts.of(draft.week());
  }

  Receipt receipt() {
    return receipt;
  }

  void note(Receipt.Step step, String id, String updated, String fingerprint) {
    keep(receipt.after(step, id, updated, fingerprint, clock.instant()));
  }

  void keep(Receipt now) {
    receipt = now;
    receipts.keep(now);
  }

  /**
   * Asked for by a run just now that did not come to see it as a draft; all else may be a person's.
   */
  boolean isOurs() {
    return receipt.step() != Receipt.Step.READ && receipt.at().plus(OURS).isAfter(clock.instant());
  }

  /** Seconds for which what was asked for may still not show; 0 where there is no such thing. */
  long secondsUnseen() {
    Duration left = Duration.between(clock.instant(), receipt.at().plus(UNSEEN));
    return receipt.step() == Receipt.Step.READ || !left.isPositive()
        ? 0
        : Math.ceilDiv(left.toMillis(), 1_000);
  }

  String where() {
    return service.title();
  }

  String where(Stored stored) {
    return service.title() + ", " + stored.at();
  }

  static boolean mayPass(Reply.Why why) {
    return why == Reply.Why.LATER || why == Reply.Why.UNSURE;
  }
}
