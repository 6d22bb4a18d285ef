package dev.mldigest.publish.service.count;

import dev.mldigest.publish.service.call.Reply;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Goes through the pages of a long answer; each is used and dropped before the next is asked. */
public final class Pages {
  /** With 5,000 events a page: half a million clicks on one issue. */
  private static final int MOST = 100;

  /** In place of what the next page is asked for by, where there is one and it is not told. */
  public static final String LOST = "\0";

  private Pages() {}

  /**
   * @param page what is used of a page by what it is asked for (empty for the first): it answers
   *     with what the next one is asked for by, empty on the last
   * @return whether all pages were seen
   */
  public static Reply<Boolean> each(Function<String, Reply<String>> page) {
    String next = "";
    Set<String> seen = new HashSet<>();
    for (int asked = 0; asked < MOST; asked++) {
      switch (page.apply(next)) {
        case Reply.Trouble<String>(Reply.Why why, String sentence) -> {
          return new Reply.Trouble<>(why, sentence);
        }
        case Reply.Got<String>(String following) -> next = following;
      }
      if (next.isEmpty()) {
        return Reply.got(true);
      }
      if (next.equals(LOST) || !seen.add(next)) {
        return Reply.got(false);
      }
    }
    return Reply.got(false);
  }
}
