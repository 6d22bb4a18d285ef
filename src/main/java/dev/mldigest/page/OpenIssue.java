package dev.mldigest.page;

import dev.mldigest.domain.Week;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Watch;
import java.util.List;

/**
 * An issue that lies open: its desk, and a look at what other programs do to it.
 *
 * @param notices what the editor must know of its opening
 */
record OpenIssue(Week week, Desk desk, Watch watch, List<String> notices) implements AutoCloseable {
  static OpenIssue of(Week week, Desk desk, List<String> notices) {
    return new OpenIssue(week, desk, Watch.over(desk), List.copyOf(notices));
  }

  @Override
  public void close() {
    watch.close();
  }
}
