package dev.mldigest.review.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A journal and a file in memory that keep what a disk would keep, and tell of each write before
 * and after it, so that a test can end the work there.
 */
final class MemoryShelf implements Journal, Sheet {
  private final List<Event> events = new ArrayList<>();
  private List<String> known = List.of();
  private boolean unfinished;
  private @Nullable String seen;
  @Nullable String file;
  Consumer<String> passed = step -> {};

  /** Holds an issue that a run has just made, and nothing else; the desk it is reviewed at. */
  Desk holding(String digest, Instant now) {
    generated(digest);
    Event made = new Event(1, now, Event.RUN, new Act.Made(), Delta.of("", digest));
    append(0, List.of(made), History.of(List.of(made)).state(), null);
    put(null, digest);
    written();
    return new Desk(this, this, () -> now);
  }

  void generated(String text) {
    known = List.of(text);
  }

  String base() {
    return known.getFirst();
  }

  @Override
  public synchronized <T> T alone(Supplier<T> work) {
    return work.get();
  }

  @Override
  public List<Event> since(int number) {
    return List.copyOf(events.subList(number, events.size()));
  }

  @Override
  public List<String> known() {
    return known;
  }

  @Override
  public boolean append(
      int expected, List<Event> fresh, IssueState after, @Nullable String seenThere) {
    passed.accept("append");
    if (expected != events.size()) {
      return false;
    }
    events.addAll(fresh);
    unfinished = true;
    seen = seenThere;
    passed.accept("appended");
    return true;
  }

  @Override
  public void written() {
    passed.accept("written");
    unfinished = false;
  }

  @Override
  public Optional<Unfinished> unfinished() {
    return unfinished ? Optional.of(new Unfinished(seen)) : Optional.empty();
  }

  @Override
  public @Nullable String read() {
    return file;
  }

  @Override
  public @Nullable Missed put(@Nullable String there, String text) {
    passed.accept("put");
    if (!Objects.equals(there, file)) {
      return new Missed(file, file);
    }
    file = text;
    passed.accept("done");
    return null;
  }
}
