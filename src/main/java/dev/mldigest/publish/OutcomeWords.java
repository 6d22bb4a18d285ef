package dev.mldigest.publish;

import java.util.List;

/** What became of a publication, for a person and for a program. */
public final class OutcomeWords {
  private OutcomeWords() {}

  /** One word or a few, which programs may go by. */
  public static String word(PublishOutcome outcome) {
    return switch (outcome) {
      case PublishOutcome.Published published -> "published";
      case PublishOutcome.Drafted drafted -> "drafted";
      case PublishOutcome.Unchanged unchanged -> "unchanged";
      case PublishOutcome.ChangedInService changed -> "changed in service";
      case PublishOutcome.LookUpFailed failed -> "look-up failed";
      case PublishOutcome.SentAlarm alarm -> alarm.isDraftAgain() ? "set back" : "leaving";
      case PublishOutcome.Refused refused -> "refused";
      case PublishOutcome.Failed failed -> "failed";
      case PublishOutcome.NotApproved not -> "not approved";
      case PublishOutcome.Unfit unfit -> "unfit";
      case PublishOutcome.Shown shown -> "shown";
    };
  }

  /** One sentence or a few, for the editor. */
  public static String sentence(PublishOutcome outcome) {
    return switch (outcome) {
      case PublishOutcome.Published published -> "Published to " + published.where() + ".";
      case PublishOutcome.Drafted drafted -> "A draft stands in " + drafted.where() + ".";
      case PublishOutcome.Unchanged unchanged ->
          unchanged.where() + " holds this issue already; nothing was made.";
      case PublishOutcome.ChangedInService changed -> changed.sentence();
      case PublishOutcome.LookUpFailed failed -> failed.sentence();
      case PublishOutcome.SentAlarm alarm -> "ALARM: " + alarm.sentence();
      case PublishOutcome.Refused refused -> refused.sentence();
      case PublishOutcome.Failed failed -> failed.sentence();
      case PublishOutcome.NotApproved not -> not.sentence();
      case PublishOutcome.Unfit unfit ->
          "It holds what must not be published: " + String.join(" ", unfit.findings());
      case PublishOutcome.Shown shown -> "This would be sent to " + shown.where() + ".";
    };
  }

  /** True where it stands as it should, or was shown as asked. */
  public static boolean isWell(PublishOutcome outcome) {
    return switch (outcome) {
      case PublishOutcome.Published _,
          PublishOutcome.Drafted _,
          PublishOutcome.Unchanged _,
          PublishOutcome.Shown _ ->
          true;
      case PublishOutcome.ChangedInService _,
          PublishOutcome.LookUpFailed _,
          PublishOutcome.SentAlarm _,
          PublishOutcome.Refused _,
          PublishOutcome.Failed _,
          PublishOutcome.NotApproved _,
          PublishOutcome.Unfit _ ->
          false;
    };
  }

  /** Where it is looked at in the service, or empty. */
  public static String link(PublishOutcome outcome) {
    return switch (outcome) {
      case PublishOutcome.Drafted drafted -> drafted.link();
      case PublishOutcome.ChangedInService changed -> changed.link();
      case PublishOutcome.SentAlarm alarm -> alarm.link();
      case PublishOutcome.Published _,
          PublishOutcome.Unchanged _,
          PublishOutcome.LookUpFailed _,
          PublishOutcome.Refused _,
          PublishOutcome.Failed _,
          PublishOutcome.NotApproved _,
          PublishOutcome.Unfit _,
          PublishOutcome.Shown _ ->
          "";
    };
  }

  /** What the editor should know besides. */
  public static List<String> notes(PublishOutcome outcome) {
    return switch (outcome) {
      case PublishOutcome.Drafted drafted -> drafted.notes();
      case PublishOutcome.Unchanged unchanged -> unchanged.notes();
      case PublishOutcome.Published published -> List.of();
      case PublishOutcome.ChangedInService changed -> List.of();
      case PublishOutcome.LookUpFailed failed -> List.of();
      case PublishOutcome.SentAlarm alarm -> List.of();
      case PublishOutcome.Refused refused -> List.of();
      case PublishOutcome.Failed failed -> List.of();
      case PublishOutcome.NotApproved not -> List.of();
      case PublishOutcome.Unfit unfit -> List.of();
      case PublishOutcome.Shown shown -> List.of();
    };
  }
}
