package dev.mldigest.page;

import dev.mldigest.page.api.ActSaid;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The acts that were sent with an id. A page whose answer was lost sends the act again; promises
 * that it is done once, and told as often as it is asked.
 */
final class Repeats {
  /** A long review has a few hundred acts; a page sends again the last ones alone. */
  private static final int KEPT = 2000;

  /** A UUID has 36. */
  private static final int LONGEST = 64;

  private final SequencedMap<String, One> known = new LinkedHashMap<>();

  /**
   * @param id empty for an act that may be done as often as it comes
   */
  Outcome once(String id, Desk desk, Supplier<Outcome> act) {
    if (id.length() > LONGEST) {
      throw ActSaid.malformed("'id' is too long.");
    }
    return id.isEmpty() ? act.get() : of(id).outcome(desk, act);
  }

  private synchronized One of(String id) {
    One one = known.computeIfAbsent(id, fresh -> new One());
    if (known.size() > KEPT) {
      known.pollFirstEntry();
    }
    return one;
  }

  /** An act; what was not done may be tried again. */
  private static final class One {
    private @Nullable List<String> notices;

    /** The second waits for the first, which may still be at work. */
    synchronized Outcome outcome(Desk desk, Supplier<Outcome> act) {
      if (notices != null) {
        return new Outcome.Saved(desk.load(), notices);
      }
      Outcome outcome = act.get();
      if (outcome instanceof Outcome.Saved saved) {
        notices = saved.notices();
      }
      return outcome;
    }
  }
}
