package dev.mldigest.publish.service.draft;

import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.Receipts;
import dev.mldigest.publish.service.call.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One publication of a {@link DraftTarget}; its receipt is what the last step noted. */
final class Publication {
  /** Looks at a draft that the service is still at work on. */
  private static final int PATIENCE = 5;

  /** When what nobody has asked for was asked for. */
  private static final Instant NEVER = Instant.EPOCH;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  /**
   * A run that was cut off is tried again while its editor still sits there; what leaves later than
   * that, somebody may have sent.
   */
  private static final Duration OURS = Duration.ofMinutes(30);

  private final DraftService service;
  private final InstantSource clock;
  private final Consumer<Duration> sitOut;
  private final Draft draft;
  private final Receipts receipts;
  private final Mark mark;
  private final List<String> notes = new ArrayList<>();
  private Receipt receipt;

  Publication(
      String name,
      DraftService service,
      InstantSource clock,
      Consumer<Duration> sitOut,
      Draft draft,
      Mark mark,
      Receipts receipts) {
    this.service = service;
    this.clock = clock;
    this.sitOut = sitOut;
    this.draft = draft;
    this.receipts = receipts;
    this.mark = mark;
    this.receipt =
        known(receipts)
            .orElseGet(() ->
                new Receipt(
                    name, draft.week(), mark.hash(), Receipt.Step.ASKED, "", "", "", NEVER));
  }

  private Optional<Receipt> known(Receipts all) {
    return all.of(draft.week()).stream().filter(one -> one.hash().equals(mark.hash())).findFirst();
  }

  PublishOutcome outcome() {
    return switch (lookUp()) {
      case Reply.Trouble<List<Stored>> trouble -> notLookedUp(trouble);
      case Reply.Got<List<Stored>>(List<Stored> there) -> there.isEmpty() ? made() : found(there);
    };
  }

  /** By the mark, and by the id of the receipt: the mark may have been edited away. */
  private Reply<List<Stored>> lookUp() {
    return service
        .find(mark)
        .then(marked -> {
          if (receipt.id().isEmpty()
              || marked.stream().anyMatch(one -> one.id().equals(receipt.id()))) {
            return Reply.got(marked);
          }
          return switch (service.read(receipt.id())) {
            case Reply.Got<Stored>(Stored one) -> {
              List<Stored> both = new ArrayList<>(marked);
              both.addFirst(one);
              yield Reply.got(both);
            }
            case Reply.Trouble<Stored>(Reply.Why why, String sentence) when why == Reply.Why.GONE ->
                Reply.got(marked);
            case Reply.Trouble<Stored>(Reply.Why why, String sentence) ->
                new Reply.Trouble<>(why, sentence);
          };
        });
  }

  private PublishOutcome notLookedUp(Reply.Trouble<List<Stored>> trouble) {
    return new PublishOutcome.LookUpFailed(
        where(),
        "Whether the draft is there already could not be looked up, so none was made: "
            + trouble.sentence(),
        mayPass(trouble.why()));
  }

  /** One stands there already. */
  private PublishOutcome found(List<Stored> there) {
    boolean isOurs = isOurs();
    if (there.size() > 1) {
      notes.add(
          "There are %d drafts of this content in %s (%s): keep one and delete the others."
              .formatted(
                  there.size(),
                  service.title(),
                  String.join(", ", there.stream().map(Stored::id).toList())));
    }
    Stored one =
        there.stream()
            .filter(stored -> stored.id().equals(receipt.id()))
            .findFirst()
            .orElse(there.getFirst());
    if (receipt.step() != Receipt.Step.READ || !receipt.id().equals(one.id())) {
      if (isOurs) { // at the time of what was asked for: a look makes it no younger
        keep(receipt.after(Receipt.Step.MADE, one.id(), "", "", receipt.at()));
      }
      return checked(one, isOurs);
    }
    if (one.state() == Stored.State.LEAVING || one.state() == Stored.State.SENT) {
      notes.add("It was a draft when it was made; since then somebody has sent or scheduled it.");
      return new PublishOutcome.Unchanged(where(one), notes);
    }
    return one.fingerprint().equals(receipt.fingerprint())
        ? one.fingerprint().equals(mark.hash())
            ? new PublishOutcome.Unchanged(where(one), notes)
            : different(one)
        : new PublishOutcome.ChangedInService(
            service.title(),
            one.id(),
            one.link(),
            "The draft %s was changed in %s since it was made: it stays as it is, and none was made."
                .formatted(one.id(), service.title()));
  }

  /**
   * Asked for by a run just now that did not come to see it as a draft; all else may be a person's.
   */
  private boolean isOurs() {
    return receipt.step() != Receipt.Step.READ && receipt.at().plus(OURS).isAfter(clock.instant());
  }

  /** None stands there. */
  private PublishOutcome made() {
    if (receipt.step() == Receipt.Step.READ) {
      notes.add("The draft " + receipt.id() + " was deleted there; this is a new one.");
    }
    Duration left = lag();
    if (left.isPositive()) {
      return new PublishOutcome.LookUpFailed(
          where(),
          "%s may still be at work on a draft that was asked for before. Publish again in %d seconds."
              .formatted(service.title(), Math.ceilDiv(left.toMillis(), 1_000)),
          true);
    }
    List<String> earlier = new EarlierDrafts(service).beside(mark, receipts.of(draft.week()));
    note(Receipt.Step.ASKED, "", "", "");
    return switch (service.create(draft, mark)) {
      case Reply.Got<String>(String id) -> {
        notes.addAll(earlier);
        note(Receipt.Step.MADE, id, "", "");
        yield readBack(id);
      }
      case Reply.Trouble<String>(Reply.Why why, String sentence) when why == Reply.Why.UNSURE ->
          afterLostReply(sentence);
      case Reply.Trouble<String>(Reply.Why why, String sentence) when why == Reply.Why.LATER ->
          new PublishOutcome.Failed(where(), "No draft was made: " + sentence, true);
      case Reply.Trouble<String>(Reply.Why why, String sentence) ->
          new PublishOutcome.Refused(where(), "No draft was made: " + sentence);
    };
  }

  /** For how long what an earlier run asked for may still not be listed. */
  private Duration lag() {
    return known(receipts).isEmpty() || receipt.step() == Receipt.Step.READ
        ? Duration.ZERO
        : Duration.between(clock.instant(), receipt.at().plus(service.lag()));
  }

  /** It may have been taken: only a look tells, and a second one where lists lag behind. */
  private PublishOutcome afterLostReply(String sentence) {
    Reply<List<Stored>> look = service.find(mark);
    if (look instanceof Reply.Got<List<Stored>>(List<Stored> there) && there.isEmpty()) {
      sitOut.accept(BETWEEN_LOOKS);
      look = service.find(mark);
    }
    return switch (look) {
      case Reply.Got<List<Stored>>(List<Stored> there) when !there.isEmpty() -> found(there);
      case Reply.Got<List<Stored>> none ->
          new PublishOutcome.Failed(
              where(), "No draft was made: " + sentence + " Publish again later.", true);
      case Reply.Trouble<List<Stored>> trouble ->
          new PublishOutcome.Failed(
              where(),
              "Whether a draft was made is not known: %s Publish again: it is looked up first."
                  .formatted(sentence),
              true);
    };
  }

  private PublishOutcome readBack(String id) {
    return switch (service.read(id)) {
      case Reply.Got<Stored>(Stored stored) -> checked(stored, true);
      case Reply.Trouble<Stored>(Reply.Why why, String sentence) -> notRead(id, why, sentence);
    };
  }

  private PublishOutcome notRead(String id, Reply.Why why, String sentence) {
    if (why == Reply.Why.GONE) {
      note(Receipt.Step.ASKED, "", "", "");
      return new PublishOutcome.Failed(
          where(),
          "%s took the draft and did not keep it: %s".formatted(service.title(), sentence),
          false);
    }
    return new PublishOutcome.Failed(
        where(),
        "The draft %s was made, but not read back: %s Publish again: nothing is made twice."
            .formatted(id, sentence),
        mayPass(why));
  }

  /**
   * It was never seen as a draft that holds what was sent: now it must be.
   *
   * @param isOurs whether nobody but us can have touched it
   */
  private PublishOutcome checked(Stored stored, boolean isOurs) {
    return switch (settled(stored)) {
      case Reply.Trouble<Stored>(Reply.Why why, String sentence) ->
          notRead(stored.id(), why, sentence);
      case Reply.Got<Stored>(Stored now) ->
          switch (now.state()) {
            case DRAFT -> compared(now);
            case HALF_MADE -> finished(now);
            case PENDING ->
                new PublishOutcome.Failed(
                    where(),
                    "%s is still at work on the draft %s. Publish again later: nothing is made twice."
                        .formatted(service.title(), now.id()),
                    true);
            case LEAVING, SENT -> isOurs ? alarm(now) : released(now);
          };
    };
  }

  /** Once the service is no more at work on it, if that is soon. */
  private Reply<Stored> settled(Stored stored) {
    Stored now = stored;
    for (int look = 0; now.state() == Stored.State.PENDING && look < PATIENCE; look++) {
      sitOut.accept(BETWEEN_LOOKS);
      switch (service.read(now.id())) {
        case Reply.Got<Stored>(Stored next) -> now = next;
        case Reply.Trouble<Stored> trouble -> {
          return trouble;
        }
      }
    }
    return Reply.got(now);
  }

  private PublishOutcome finished(Stored half) {
    note(Receipt.Step.MADE, half.id(), "", "");
    return switch (service.finish(half, draft, mark)) {
      case Reply.Got<String>(String id) ->
          switch (service.read(id)) {
            case Reply.Got<Stored>(Stored whole) when whole.state() == Stored.State.HALF_MADE ->
                unfinished(whole, "it took the content and does not hold it.", false);
            case Reply.Got<Stored>(Stored whole) -> checked(whole, true);
            case Reply.Trouble<Stored>(Reply.Why why, String sentence) ->
                unfinished(half, sentence, mayPass(why));
          };
      case Reply.Trouble<String>(Reply.Why why, String sentence) ->
          unfinished(half, sentence, mayPass(why));
    };
  }

  private PublishOutcome unfinished(Stored half, String sentence, boolean mayPass) {
    return new PublishOutcome.Failed(
        where(),
        "The draft %s in %s has no content yet: %s Publish again: it is carried on."
            .formatted(half.id(), service.title(), sentence),
        mayPass);
  }

  private PublishOutcome compared(Stored stored) {
    Map<String, String> sent = service.content(draft);
    if (stored.content().equals(sent)) {
      note(Receipt.Step.READ, stored.id(), stored.updated(), stored.fingerprint());
      return new PublishOutcome.Drafted(where(stored), stored.id(), stored.link(), notes);
    }
    note(Receipt.Step.READ, stored.id(), stored.updated(), stored.fingerprint());
    return different(stored);
  }

  /** It is a draft and not what was sent: whoever uses it then has looked at it. */
  private PublishOutcome different(Stored stored) {
    TreeSet<String> other = new TreeSet<>();
    service
        .content(draft)
        .forEach((field, value) -> {
          if (!value.equals(stored.content().get(field))) {
            other.add(field);
          }
        });
    return new PublishOutcome.Failed(
        where(),
        "The draft %s in %s does not hold what was sent (%s differs): look at it there, and delete it or use it."
            .formatted(stored.id(), service.title(), String.join(", ", other)),
        false);
  }

  /** Nothing says that it is not a person's doing: it stays as it is. */
  private PublishOutcome released(Stored stored) {
    notes.add(
        "It is no draft: it was sent, scheduled or published there, by a person as far as is known."
            + " Nothing was touched.");
    return new PublishOutcome.Unchanged(where(stored), notes);
  }

  /** Nobody asked for this. First it is stopped, then said. */
  private PublishOutcome alarm(Stored stored) {
    Stopped stopped = Stopped.by(service, stored);
    switch (stopped) {
      // What leaves from now on, somebody has sent.
      case SET_BACK -> note(Receipt.Step.READ, stored.id(), stored.updated(), stored.fingerprint());
      case HALF_MADE -> note(Receipt.Step.MADE, stored.id(), "", "");
      case DELETED -> note(Receipt.Step.ASKED, "", "", "");
      case NOT -> {}
    }
    String what =
        "%s did not keep %s as a draft but was about to give it to readers"
            .formatted(service.title(), stored.id());
    return new PublishOutcome.SentAlarm(
        where(),
        stored.id(),
        stored.link(),
        stopped != Stopped.NOT,
        what
            + switch (stopped) {
              case SET_BACK, HALF_MADE ->
                  "; it was set back and is a draft now. Look at it there before all else.";
              case DELETED -> "; it was deleted at once. Look there before all else.";
              case NOT -> ", and that it was set back is NOT certain: look there NOW, and stop it.";
            });
  }

  private void note(Receipt.Step step, String id, String updated, String fingerprint) {
    keep(receipt.after(step, id, updated, fingerprint, clock.instant()));
  }

  private void keep(Receipt now) {
    receipt = now;
    receipts.keep(now);
  }

  private String where() {
    return service.title();
  }

  private String where(Stored stored) {
    return service.title() + ", " + stored.at();
  }

  private static boolean mayPass(Reply.Why why) {
    return why == Reply.Why.LATER || why == Reply.Why.UNSURE;
  }
}
