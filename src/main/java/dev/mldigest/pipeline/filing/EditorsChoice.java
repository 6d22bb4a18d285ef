package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.issue.Decision;
import java.util.List;
import java.util.Set;

/**
 * What a digest that was touched makes of the decisions: what stands in it is picked.
 *
 * @param standing ids of the items that stand in it
 * @param gone of those that were generated and no longer stand there
 * @param vanished of those that left together with more than half of all
 */
record EditorsChoice(Set<String> standing, Set<String> gone, Set<String> vanished) {
  private static final String STANDS =
      "It stands in the digest that you edited; the ranking would not pick it now.";
  private static final String OFFERED =
      "The ranking picks it; it was not put into the digest that you had edited.";
  private static final String REJECTED = "You took it out of the digest.";
  private static final String VANISHED =
      "It left the digest together with more than half of the others; the next run that finds it"
          + " gone takes it for rejected.";

  List<Decision> on(List<Decision> decisions) {
    return decisions.stream().map(this::on).toList();
  }

  private Decision on(Decision one) {
    String id = one.entryId();
    boolean picked = one.reason() == Reason.PICKED;
    if (standing.contains(id)) {
      return picked ? one : with(one, Reason.PICKED, STANDS);
    }
    if (vanished.contains(id)) {
      return with(one, Reason.BENCH, VANISHED);
    }
    if (gone.contains(id)) {
      return with(one, Reason.REJECTED, REJECTED);
    }
    return picked ? with(one, Reason.BENCH, OFFERED) : one;
  }

  private static Decision with(Decision one, Reason reason, String detail) {
    return new Decision(
        one.entryId(), reason, detail, one.storyId(), one.score(), one.explanation());
  }
}
