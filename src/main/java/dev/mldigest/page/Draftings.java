package dev.mldigest.page;

import dev.mldigest.page.api.ActSaid;
import dev.mldigest.pipeline.publishing.Publishing;
import dev.mldigest.publish.PublishOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands the approved issue to a target, or shows what would be sent. */
final class Draftings {
  private final Workshop workshop;

  Draftings(Workshop workshop) {
    this.workshop = workshop;
  }

  Answer publish(OpenIssue issue, ActSaid said) {
    String target = said.word("target");
    Publishing publishing = workshop.publishing();
    if (publishing.targets().stream().noneMatch(one -> one.name().equals(target))) {
      return told("refused", "feeds.yaml names no such target.", "", "");
    }
    return told(
        publishing.publish(
            issue.week(),
            target,
            said.flag("dryRun") ? Publishing.Mode.DRY_RUN : Publishing.Mode.FOR_REAL));
  }

  private static Answer told(PublishOutcome outcome) {
    return switch (outcome) {
      case PublishOutcome.Published done ->
          told("published", "It stands in " + done.where() + ".", "", "");
      case PublishOutcome.Drafted done ->
          told(
              "drafted",
              with("The draft stands in " + done.where() + ".", done.notes()),
              done.link(),
              "");
      case PublishOutcome.Unchanged same ->
          told(
              "unchanged",
              with("It stands in " + same.where() + " already; nothing was touched.", same.notes()),
              "",
              "");
      case PublishOutcome.ChangedInService changed ->
          told("conflict", changed.sentence(), changed.link(), "");
      case PublishOutcome.LookUpFailed failed -> told("failed", failed.sentence(), "", "");
      case PublishOutcome.SentAlarm alarm -> told("alarm", alarm.sentence(), alarm.link(), "");
      case PublishOutcome.Refused refused -> told("refused", refused.sentence(), "", "");
      case PublishOutcome.Failed failed -> told("failed", failed.sentence(), "", "");
      case PublishOutcome.NotApproved not -> told("refused", not.sentence(), "", "");
      case PublishOutcome.Unfit unfit ->
          told("refused", String.join(" ", unfit.findings()), "", "");
      case PublishOutcome.Shown shown ->
          told("shown", "This would be sent to " + shown.where() + ".", "", shown.request());
    };
  }

  private static String with(String sentence, List<String> notes) {
    return notes.isEmpty() ? sentence : sentence + " " + String.join(" ", notes);
  }

  private static Answer told(String outcome, String sentence, String link, String request) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("outcome", outcome);
    told.put("sentence", sentence);
    if (!link.isEmpty()) {
      told.put("link", link);
    }
    if (!request.isEmpty()) {
      told.put("request", request);
    }
    return Answer.json(Told.json(told));
  }
}
