package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of asking a source.
 *
 * @param trouble what came instead of an answer, or null
 */
record Poll(Turn turn, @Nullable FetchOutcome trouble, int newEntries) {
  Source source() {
    return turn.source();
  }

  boolean answered() {
    return trouble == null;
  }

  boolean isTimeout() {
    return trouble instanceof FetchOutcome.Failed failed && failed.isTimeout();
  }

  private boolean isUnconnected() {
    return turn.isRemote()
        && trouble instanceof FetchOutcome.Failed failed
        && failed.isConnection();
  }

  private String host() {
    return String.valueOf(turn.state().address(source().url()).getHost());
  }

  /**
   * Whether the fault is on our side: several hosts were tried and nobody was heard, not even to
   * refuse. One host that is silent is most likely down itself.
   */
  static boolean areCutOff(List<Poll> polls) {
    return polls.stream().filter(poll -> poll.turn.isRemote()).allMatch(Poll::isUnconnected)
        && polls.stream().filter(Poll::isUnconnected).map(Poll::host).distinct().count() > 1;
  }

  /** No source is backed off for a fault on our side. */
  boolean isOurFault(boolean cutOff) {
    return cutOff && isUnconnected();
  }
}
