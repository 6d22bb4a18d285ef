package dev.mldigest.publish.service.draft;

import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.service.call.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Looks at what stands in the service: whether it is a draft, is whole and holds what was sent; and
 * does what follows from it.
 */
final class ReadBack {
  /** Looks at a draft that the service is still at work on. */
  private static final int PATIENCE = 5;

  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final Course course;
  private final Consumer<Duration> sitOut;

  ReadBack(Course course, Consumer<Duration> sitOut) {
    this.course = course;
    this.sitOut = sitOut;
  }

  PublishOutcome readBack(String id) {
    return switch (course.service.read(id)) {
      case Reply.Got<Stored>(Stored stored) -> checked(stored, true);
      case Reply.Trouble<Stored>(Reply.Why why, String sentence) -> notRead(id, why, sentence);
    };
  }

  private PublishOutcome notRead(String id, Reply.Why why, String sentence) {
    if (why == Reply.Why.GONE) {
      course.note(Receipt.Step.ASKED, "", "", "");
      return new PublishOutcome.Failed(
          course.where(),
          "%s took the draft and did not keep it: %s".formatted(course.service.title(), sentence),
          false);
    }
    return new PublishOutcome.Failed(
        course.where(),
        "The draft %s was made, but not read back: %s Publish again: nothing is made twice."
            .formatted(id, sentence),
        Course.mayPass(why));
  }

  /**
   * It was never seen as a draft that holds what was sent: now it must be.
   *
   * @param isOurs whether nobody but us can have touched it
   */
  PublishOutcome checked(Stored stored, boolean isOurs) {
    return switch (settled(stored)) {
      case Reply.Trouble<Stored>(Reply.Why why, String sentence) ->
          notRead(stored.id(), why, sentence);
      case Reply.Got<Stored>(Stored now) ->
          switch (now.state()) {
            case DRAFT -> compared(now);
            case HALF_MADE -> finished(now);
            case PENDING ->
                new PublishOutcome.Failed(
                    course.where(),
                    "%s is still at work on the draft %s. Publish again later: nothing is made twice."
                        .formatted(course.service.title(), now.id()),
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
      switch (course.service.read(now.id())) {
        case Reply.Got<Stored>(Stored next) -> now = next;
        case Reply.Trouble<Stored> trouble -> {
          return trouble;
        }
      }
    }
    return Reply.got(now);
  }

  private PublishOutcome finished(Stored half) {
    course.note(Receipt.Step.MADE, half.id(), "", "");
    return switch (course.service.finish(half, course.draft, course.mark)) {
      case Reply.Got<String>(String id) ->
          switch (course.service.read(id)) {
            case Reply.Got<Stored>(Stored whole) when whole.state() == Stored.State.HALF_MADE ->
                unfinished(whole, "it took the content and does not hold it.", false);
            case Reply.Got<Stored>(Stored whole) -> checked(whole, true);
            case Reply.Trouble<Stored>(Reply.Why why, String sentence) ->
                unfinished(half, sentence, Course.mayPass(why));
          };
      case Reply.Trouble<String>(Reply.Why why, String sentence) ->
          unfinished(half, sentence, Course.mayPass(why));
    };
  }

  private PublishOutcome unfinished(Stored half, String sentence, boolean mayPass) {
    return new PublishOutcome.Failed(
        course.where(),
        "The draft %s in %s has no content yet: %s Publish again: it is carried on."
            .formatted(half.id(), course.service.title(), sentence),
        mayPass);
  }

  private PublishOutcome compared(Stored stored) {
    Map<String, String> sent = course.service.content(course.draft);
    if (stored.content().equals(sent)) {
      course.note(Receipt.Step.READ, stored.id(), stored.updated(), stored.fingerprint());
      return new PublishOutcome.Drafted(
          course.where(stored), stored.id(), stored.link(), course.notes);
    }
    course.note(Receipt.Step.READ, stored.id(), stored.updated(), stored.fingerprint());
    return different(stored);
  }

  /** It is a draft and not what was sent: whoever uses it then has looked at it. */
  PublishOutcome different(Stored stored) {
    TreeSet<String> other = new TreeSet<>();
    course
        .service
        .content(course.draft)
        .forEach((field, value) -> {
          if (!value.equals(stored.content().get(field))) {
            other.add(field);
          }
        });
    return new PublishOutcome.Failed(
        course.where(),
        "The draft %s in %s does not hold what was sent (%s differs): look at it there, and delete it or use it."
            .formatted(stored.id(), course.service.title(), String.join(", ", other)),
        false);
  }

  /** Nothing says that it is not a person's doing: it stays as it is. */
  private PublishOutcome released(Stored stored) {
    course.notes.add(
        "It is no draft: it was sent, scheduled or published there, by a person as far as is known."
            + " Nothing was touched.");
    return new PublishOutcome.Unchanged(course.where(stored), course.notes);
  }

  /** Nobody asked for this. First it is stopped, then said. */
  private PublishOutcome alarm(Stored stored) {
    Stopped stopped = Stopped.by(course.service, stored);
    switch (stopped) {
      // What leaves from now on, somebody has sent.
      case SET_BACK ->
          course.note(Receipt.Step.READ, stored.id(), stored.updated(), stored.fingerprint());
      case HALF_MADE -> course.note(Receipt.Step.MADE, stored.id(), "", "");
      case DELETED -> course.note(Receipt.Step.ASKED, "", "", "");
      case NOT -> {}
    }
    String what =
        "%s did not keep %s as a draft but was about to give it to readers"
            .formatted(course.service.title(), stored.id());
    return new PublishOutcome.SentAlarm(
        course.where(),
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
}
