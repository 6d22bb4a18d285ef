package dev.mldigest.page;

import dev.mldigest.page.api.ActSaid;
import dev.mldigest.pipeline.publishing.Publishing;
import dev.mldigest.publish.OutcomeWords;
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
    return publishing.targets().stream().noneMatch(one -> one.name().equals(target))
        ? told(new PublishOutcome.Refused(target, "feeds.yaml names no such target."))
        : told(
            publishing.publish(
                issue.week(),
                target,
                said.flag("dryRun") ? Publishing.Mode.DRY_RUN : Publishing.Mode.FOR_REAL));
  }

  private static Answer told(PublishOutcome outcome) {
    List<String> notes = OutcomeWords.notes(outcome);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("outcome", OutcomeWords.word(outcome));
    told.put("well", OutcomeWords.isWell(outcome));
    told.put("alarm", outcome instanceof PublishOutcome.SentAlarm);
    told.put("sentence", (OutcomeWords.sentence(outcome) + " " + String.join(" ", notes)).strip());
    told.put("link", OutcomeWords.link(outcome));
    told.put("request", outcome instanceof PublishOutcome.Shown shown ? shown.request() : "");
    return Answer.json(Told.json(told));
  }
}
