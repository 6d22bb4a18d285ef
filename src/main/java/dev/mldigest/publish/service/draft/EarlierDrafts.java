package dev.mldigest.publish.service.draft;

import dev.mldigest.domain.issue.Receipt;
import dev.mldigest.publish.service.call.Reply;
import java.util.List;

/** The drafts of a week's earlier texts: what the editor should know of them. */
record EarlierDrafts(DraftService service) {
  /** What stands there of the week from before, with other content. */
  List<String> beside(Mark mark, List<Receipt> receipts) {
    return receipts.stream()
        .filter(one -> !one.hash().equals(mark.hash()) && !one.id().isEmpty())
        .flatMap(one -> earlier(one).stream())
        .toList();
  }

  private List<String> earlier(Receipt before) {
    return switch (service.read(before.id())) {
      case Reply.Got<Stored>(Stored there)
          when there.state() == Stored.State.SENT || there.state() == Stored.State.LEAVING ->
          List.of("An earlier text of this week has been sent or scheduled: " + there.at() + ".");
      case Reply.Got<Stored>(Stored there) when there.fingerprint().equals(before.fingerprint()) ->
          List.of("The draft of the earlier text is out of date; delete it: " + there.at() + ".");
      case Reply.Got<Stored>(Stored there) ->
          List.of(
              "The draft of the earlier text was changed in %s and stays as it is: %s. This is a new one."
                  .formatted(service.title(), there.at()));
      case Reply.Trouble<Stored> gone -> List.of();
    };
  }
}
