package dev.mldigest.assemble.picture;

import dev.mldigest.domain.Week;
import java.util.List;

/**
 * How a source did over some weeks.
 *
 * @param weeks oldest first
 */
public record SourceWeeks(String name, List<OneWeek> weeks) {
  public SourceWeeks {
    weeks = List.copyOf(weeks);
  }

  /**
   * @param entries dated within it
   * @param failed true where it was asked and could not be read once
   */
  public record OneWeek(Week week, int entries, boolean failed) {}

  /** Over all weeks. */
  int entries() {
    return weeks.stream().mapToInt(OneWeek::entries).sum();
  }

  /** True where it could not be read in the last of them. */
  boolean fails() {
    return !weeks.isEmpty() && weeks.getLast().failed();
  }

  /** Weeks in which it could not be read. */
  long failures() {
    return weeks.stream().filter(OneWeek::failed).count();
  }
}
