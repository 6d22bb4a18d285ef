package dev.mldigest.publish.service.draft;

import dev.mldigest.publish.service.call.Reply;

/** What became of a draft that was on its way to readers. */
enum Stopped {
  SET_BACK,
  /** The same, and it wants its content yet. */
  HALF_MADE,
  /** Where the service knows no way back. */
  DELETED,
  NOT;

  private static final int TRIES = 5;

  /** Tried again at once: a mail that leaves does not wait. */
  static Stopped by(DraftService service, Stored leaving) {
    Stored now = leaving;
    for (int tried = 0; tried < TRIES && now.state() == Stored.State.LEAVING; tried++) {
      service.setBack(now); // whether it did shows in what is read, also where its answer is lost
      Reply<Stored> reply = service.read(leaving.id());
      if (reply instanceof Reply.Got<Stored>(Stored next)) {
        now = next;
      } else if (reply instanceof Reply.Trouble<Stored> trouble
          && trouble.why() == Reply.Why.GONE) {
        return DELETED;
      }
    }
    return switch (now.state()) {
      case DRAFT -> SET_BACK;
      case HALF_MADE -> HALF_MADE;
      case PENDING, LEAVING, SENT -> NOT;
    };
  }
}
