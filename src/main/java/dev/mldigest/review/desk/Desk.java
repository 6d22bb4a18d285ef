package dev.mldigest.review.desk;

import dev.mldigest.review.Contents;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Known;
import dev.mldigest.review.digest.Part;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one way to an issue's state: for commands, for a page, for whoever saves digest.md. Promises
 * that every act is kept before the file shows it, that what is typed into the file is taken in
 * before anything else is done, that not a byte of the file changes that an act is not about, and
 * that no act is done to an item that is not as its author saw it. May be called by many threads:
 * saves stand in one queue, and those that wait are written together.
 */
public final class Desk {
  /** For who acts on the issue as it is, whatever it is. */
  public static final int LATEST = -1;

  private final Journal journal;
  private final Sheet sheet;
  private final InstantSource clock;
  private History history = new History();
  private final ReentrantLock saving = new ReentrantLock(true);
  private final ConcurrentLinkedQueue<Request> waiting = new ConcurrentLinkedQueue<>();
  private final List<Consumer<IssueState>> listeners = new CopyOnWriteArrayList<>();
  private final Set<String> untold = new LinkedHashSet<>();
  private final AtomicInteger told = new AtomicInteger();

  public Desk(Journal journal, Sheet sheet, InstantSource clock) {
    this.journal = journal;
    this.sheet = sheet;
    this.clock = clock;
  }

  /** The issue as it is, with what was typed into its file until now. */
  public IssueState load() {
    IssueState state = locked(() -> run(List.of()).state());
    tell(state);
    return state;
  }

  /**
   * Takes in what was typed, and tells what the editor must know of that: one sentence each, and
   * each once. What was taken in together with an act is told with the act's outcome instead.
   */
  public List<String> notices() {
    load();
    return locked(() -> {
      List<String> notices = List.copyOf(untold);
      untold.clear();
      return notices;
    });
  }

  /** The items of a state's text, as acts name them: also those that lost their anchor. */
  public List<Part> items(String text) {
    return DigestFile.parse(text, known()).items();
  }

  /**
   * Headings below which items may go: those of the text, and those of the issue as it was made.
   */
  public Headings headings(String text) {
    return Headings.of(DigestFile.parse(text, known()).parts(), journal.known());
  }

  private Known known() {
    return Known.of(journal.known());
  }

  /**
   * Does an act and keeps it.
   *
   * @param expected number of the state that the author looked at, or {@link #LATEST}. What the
   *     same author did since is no conflict, nor what others did to other items; but an approval
   *     is of that state and no other
   * @param author {@link Event#COMMAND}, or a name of a page's session
   */
  public Outcome append(Act act, int expected, String author) {
    return ask(history -> act, expected, author);
  }

  /**
   * True if the issue is no longer as an author saw it, by what others did.
   *
   * @param expected number of the state that the author looked at, or {@link #LATEST}
   */
  public boolean changedSince(int expected, String author) {
    return expected != LATEST && !Conflicts.since(history(), expected, author).isEmpty();
  }

  /** Takes the last step back, whoever made it. */
  public Outcome undo(int expected, String author) {
    return ask(
        history -> history.undoable().map(event -> new Act.Undone(event.number())).orElse(null),
        expected,
        author);
  }

  /** Does again what was undone last. */
  public Outcome again(int expected, String author) {
    return ask(
        history -> history.redoable().map(event -> new Act.Redone(event.number())).orElse(null),
        expected,
        author);
  }

  /** The issue after an event; empty where there is none of that number. */
  public Optional<IssueState> at(int number) {
    load();
    return locked(() -> history.at(number));
  }

  /** All that happened, in order. */
  public List<Event> history() {
    load();
    return locked(history::events);
  }

  /** What happened to one item, in order. */
  public List<Event> history(String item) {
    load();
    return locked(() -> history.of(item));
  }

  /**
   * Tells of every new state from now on, once {@link #load} or an act finds it. Who wants to
   * follow the file and other processes has {@link Watch} look.
   *
   * @return ends it
   */
  public Runnable subscribe(Consumer<IssueState> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** True if the file or the journal has something that was not taken in yet; quick. */
  boolean hasNews() {
    return locked(() -> {
      String file = sheet.read();
      boolean typed =
          file != null && !Contents.isBlank(file) && !file.equals(history.state().text());
      return typed || !journal.since(history.number()).isEmpty();
    });
  }

  private <T> T locked(Supplier<T> work) {
    saving.lock();
    try {
      return work.get();
    } finally {
      saving.unlock();
    }
  }

  private Outcome ask(Request.Asked asked, int expected, String author) {
    Request request = new Request(asked, expected, author);
    waiting.add(request);
    Turn.Done done =
        locked(() -> {
          List<Request> turn = new ArrayList<>();
          for (Request next = waiting.poll(); next != null; next = waiting.poll()) {
            turn.add(next);
          }
          return turn.isEmpty() ? null : answered(turn);
        });
    if (done != null) {
      tell(done.state());
    }
    return request.answer().join();
  }

  /** Nobody waits for ever: what fails, fails for all who wait. */
  private Turn.Done answered(List<Request> turn) {
    try {
      return run(turn);
    } catch (RuntimeException | Error e) {
      turn.forEach(request -> request.answer().completeExceptionally(e));
      throw e;
    }
  }

  private Turn.Done run(List<Request> turn) {
    try {
      Turn.Done done = journal.alone(() -> new Turn(journal, sheet, clock, history).run(turn));
      untold.addAll(done.untold());
      done.answers().forEach(answer -> answer.request().answer().complete(answer.outcome()));
      return done;
    } catch (RuntimeException | Error e) {
      history = new History(); // what was kept of the turn is read again
      throw e;
    }
  }

  private void tell(IssueState state) {
    boolean isNew = told.getAndAccumulate(state.number(), Math::max) < state.number();
    if (isNew) {
      listeners.forEach(listener -> listener.accept(state));
    }
  }
}
