package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.store.GroupCommits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The sources of one harvest, all asked at the same time. One that does not answer in time is asked
 * once more when all others are through, among few: on a machine with other work the fault may have
 * been ours.
 */
record Round(
    Listening listening, PollBook book, GroupCommits commits, ArticleDesk desk, Progress progress) {
  /** Sources asked once more at a time. */
  private static final int AGAIN_AT_ONCE = 8;

  /** So many that are silent a second time are not silent because of us: the rest is let be. */
  private static final int SILENT_AGAIN = 32;

  List<Poll> ask(List<Turn> turns) {
    return again(first(turns));
  }

  private List<Poll> first(List<Turn> turns) {
    return Concurrent.map(
        "reading sources", turns, turns.size(), progress, turn -> poll(turn, false));
  }

  /** The same, with those that did not answer in time asked again, among few and alone. */
  private List<Poll> again(List<Poll> polls) {
    List<Poll> late = polls.stream().filter(Poll::isTimeout).toList();
    boolean deaf = Poll.areCutOff(polls);
    if (!late.isEmpty() && !deaf) {
      desk.await();
    }
    AtomicInteger silent = new AtomicInteger(deaf ? SILENT_AGAIN : 0);
    Map<Source, Poll> second = new HashMap<>();
    Concurrent.map("asking again", late, AGAIN_AT_ONCE, progress, poll -> again(poll, silent))
        .forEach(poll -> second.put(poll.source(), poll));
    return polls.stream().map(poll -> second.getOrDefault(poll.source(), poll)).toList();
  }

  private Poll again(Poll late, AtomicInteger silent) {
    if (silent.get() >= SILENT_AGAIN) {
      desk.in(late.source(), List.of());
      return late;
    }
    Poll poll = poll(late.turn(), true);
    if (poll.isTimeout()) {
      silent.incrementAndGet();
    }
    return poll;
  }

  /**
   * An answer is stored at once: what was read is never asked for again, whatever happens to this
   * run.
   *
   * @param last whether it is asked no more after this
   */
  private Poll poll(Turn turn, boolean last) {
    Listening.Heard heard = listening.to(turn.source(), turn.state());
    Poll poll =
        switch (heard.outcome()) {
          case FetchOutcome.Fetched _, FetchOutcome.NotModified _ ->
              new Poll(turn, null, commits.write(() -> book.answered(turn, heard)));
          case FetchOutcome other -> new Poll(turn, other, 0);
        };
    if (last || !poll.isTimeout()) {
      desk.in(turn.source(), heard.entries());
    }
    return poll;
  }
}
