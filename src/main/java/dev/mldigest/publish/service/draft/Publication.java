package dev.mldigest.publish.service.draft;

import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.service.call.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One publication of a {@link DraftTarget}. */
final class Publication {
  private final Course course;
  private final ReadBack looks;
  private final Consumer<Duration> sitOut;

  Publication(Course course, Consumer<Duration> sitOut) {
    this.course = course;
    this.looks = new ReadBack(course, sitOut);
    this.sitOut = sitOut;
  }

  PublishOutcome outcome() {
    return switch (lookUp()) {
      case Reply.Trouble<List<Stored>> trouble -> notLookedUp(trouble);
      case Reply.Got<List<Stored>>(List<Stored> there) -> there.isEmpty() ? made() : found(there);
    };
  }

  /** By the mark, and by the id of the receipt: the mark may have been edited away. */
  private Reply<List<Stored>> lookUp() {
    return course
        .service
        .find(course.mark)
        .then(marked -> {
          if (course.receipt().id().isEmpty()
              || marked.stream().anyMatch(one -> one.id().equals(course.receipt().id()))) {
            return Reply.got(marked);
          }
          return switch (course.service.read(course.receipt().id())) {
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
        course.where(),
        "Whether the draft is there already could not be looked up, so none was made: "
            + trouble.sentence(),
        Course.mayPass(trouble.why()));
  }

  /** One stands there already. */
  private PublishOutcome found(List<Stored> there) {
    boolean isOurs = course.isOurs();
    if (there.size() > 1) {
      course.notes.add(
          "There are %d drafts of this content in %s (%s): keep one and delete the others."
              .formatted(
                  there.size(),
                  course.service.title(),
                  String.join(", ", there.stream().map(Stored::id).toList())));
    }
    Stored one =
        there.stream()
            .filter(stored -> stored.id().equals(course.receipt().id()))
            .findFirst()
            .orElse(there.getFirst());
    if (course.receipt().step() != Receipt.Step.READ || !course.receipt().id().equals(one.id())) {
      if (isOurs) { // at the time of what was asked for: a look makes it no younger
        course.keep(
            course.receipt().after(Receipt.Step.MADE, one.id(), "", "", course.receipt().at()));
      }
      return looks.checked(one, isOurs);
    }
    if (one.state() == Stored.State.LEAVING || one.state() == Stored.State.SENT) {
      course.notes.add(
          "It was a draft when it was made; since then somebody has sent or scheduled it.");
      return new PublishOutcome.Unchanged(course.where(one), course.notes);
    }
    return one.fingerprint().equals(course.receipt().fingerprint())
        ? one.fingerprint().equals(course.mark.hash())
            ? new PublishOutcome.Unchanged(course.where(one), course.notes)
            : looks.different(one)
        : new PublishOutcome.ChangedInService(
            course.service.title(),
            one.id(),
            one.link(),
            "The draft %s was changed in %s since it was made: it stays as it is, and none was made."
                .formatted(one.id(), course.service.title()));
  }

  /** None stands there. */
  private PublishOutcome made() {
    if (course.receipt().step() == Receipt.Step.READ) {
      course.notes.add(
          "The draft " + course.receipt().id() + " was deleted there; this is a new one.");
    }
    if (course.secondsUnseen() > 0) {
      return new PublishOutcome.LookUpFailed(
          course.where(),
          "%s may still be at work on a draft that was asked for before, so none was made. Publish again in %d seconds."
              .formatted(course.service.title(), course.secondsUnseen()),
          true);
    }
    List<String> earlier = new EarlierDrafts(course.service).beside(course.mark, course.all());
    Receipt before = course.receipt();
    course.note(Receipt.Step.ASKED, "", "", "");
    return switch (course.service.create(course.draft, course.mark, this::askedAgain)) {
      case Reply.Got<String>(String id) -> {
        course.notes.addAll(earlier);
        course.note(Receipt.Step.MADE, id, "", "");
        yield looks.readBack(id);
      }
      case Reply.Trouble<String>(Reply.Why why, String sentence) when why == Reply.Why.UNSURE ->
          afterLostReply(sentence);
      case Reply.Trouble<String>(Reply.Why why, String sentence) -> {
        course.keep(before); // nothing was asked for: nothing need be waited for
        yield why == Reply.Why.LATER
            ? new PublishOutcome.Failed(course.where(), "No draft was made: " + sentence, true)
            : new PublishOutcome.Refused(course.where(), "No draft was made: " + sentence);
      }
    };
  }

  /** A run may be killed at any moment: the wait of the next counts from the last time it asked. */
  private void askedAgain() {
    course.note(Receipt.Step.ASKED, "", "", "");
  }

  /** It may have been taken: only a look tells, and a second one where lists lag behind. */
  private PublishOutcome afterLostReply(String sentence) {
    course.note(Receipt.Step.ASKED, "", "", ""); // the request itself may have taken long
    Reply<List<Stored>> look = course.service.find(course.mark);
    if (look instanceof Reply.Got<List<Stored>>(List<Stored> there) && there.isEmpty()) {
      sitOut.accept(ReadBack.BETWEEN_LOOKS);
      look = course.service.find(course.mark);
    }
    return look instanceof Reply.Got<List<Stored>>(List<Stored> there) && !there.isEmpty()
        ? found(there)
        : new PublishOutcome.Failed(
            course.where(),
            "Whether a draft was made is not known: %s Publish again in %d seconds: it is looked up first."
                .formatted(sentence, course.secondsUnseen()),
            true);
  }
}
