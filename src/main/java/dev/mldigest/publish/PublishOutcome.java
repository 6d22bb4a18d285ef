package dev.mldigest.publish;

import java.util.List;

/** What became of one publication. */
public sealed interface PublishOutcome {
  /** The place as a person would name it. */
  String where();

  /** The content now stands there; of a file or a stream. */
  record Published(String where, long bytes) implements PublishOutcome {}

  /**
   * A draft was made; it was read back and holds what was sent.
   *
   * @param id the service's
   * @param link where a person finds it; may be empty
   * @param notes what the editor should know, one sentence each
   */
  record Drafted(String where, String id, String link, List<String> notes)
      implements PublishOutcome {
    public Drafted {
      notes = List.copyOf(notes);
    }
  }

  /**
   * The same content stood there already; nothing was touched.
   *
   * @param notes what the editor should know, one sentence each
   */
  record Unchanged(String where, List<String> notes) implements PublishOutcome {
    public Unchanged {
      notes = List.copyOf(notes);
    }

    public Unchanged(String where) {
      this(where, List.of());
    }
  }

  /**
   * A draft of the same content stands there, and somebody has changed it in the service since: it
   * is left as it is, and none was made.
   */
  record ChangedInService(String where, String id, String link, String sentence)
      implements PublishOutcome {}

  /**
   * Whether it stands there already could not be found out, so nothing was made.
   *
   * @param sentence what went wrong and what to do
   * @param mayPass true where trying later may do
   */
  record LookUpFailed(String where, String sentence, boolean mayPass) implements PublishOutcome {}

  /**
   * What we made is no draft: it is on its way to readers, or was. The loudest there is.
   *
   * @param isDraftAgain whether it was set back in time
   */
  record SentAlarm(String where, String id, String link, boolean isDraftAgain, String sentence)
      implements PublishOutcome {}

  /** The service took a look and wants none of it; a person must act. Nothing stands there. */
  record Refused(String where, String sentence) implements PublishOutcome {}

  /**
   * It did not come to a draft that holds what was sent.
   *
   * @param sentence what went wrong and what to do; it says where something may stand all the same
   * @param mayPass true where trying again may do: a disk or a service that is busy
   */
  record Failed(String where, String sentence, boolean mayPass) implements PublishOutcome {}

  /** Only an approved issue leaves. */
  record NotApproved(String where, String sentence) implements PublishOutcome {}

  /**
   * It holds what must not be published.
   *
   * @param findings one sentence each, at least one
   */
  record Unfit(String where, List<String> findings) implements PublishOutcome {
    public Unfit {
      findings = List.copyOf(findings);
    }
  }

  /** What would be sent; nothing was. */
  record Shown(String where, String request) implements PublishOutcome {}
}
