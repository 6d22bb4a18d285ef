package dev.mldigest.review.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the events of one issue are kept. What was appended is there after any crash. */
public interface Journal {
  /** Work during which nobody else, in whatever process, writes this issue. */
  <T> T alone(Supplier<T> work);

  /** The events after that number, in order. */
  List<Event> since(int number);

  /** Generated texts in which the issue's items are known, the newest first. */
  List<String> known();

  /**
   * Appends events, all or none, and remembers what the file is to hold until {@link #written}.
   *
   * @param expected number of the last event; another one means that somebody was first
   * @param after the state that they lead to
   * @param seen what the file held, null for no file
   * @return false if somebody was first, and nothing was appended
   */
  boolean append(int expected, List<Event> events, IssueState after, @Nullable String seen);

  /** The file holds what the last event left. */
  void written();

  /** What a crash cut off: the events are there, and the file may not be. */
  Optional<Unfinished> unfinished();

  /**
   * @param seen what the file held before; null for no file
   */
  record Unfinished(@Nullable String seen) {}
}
