package dev.mldigest.review.desk;

import dev.mldigest.review.Contents;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Known;
import dev.mldigest.review.digest.Part;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
  private final ConcurrentLinkedQueue<Task> waiting = new ConcurrentLinkedQueue<>();
  private final List<Consumer<IssueState>> listeners = new CopyOnWriteArrayList<>();
  private final Set<String> untold = new LinkedHashSet<>();
  private int told;

  /** Something that is asked for, and where its answer goes. */
  private record Task(
      Asked asked, int expected, String author, CompletableFuture<Outcome> answer) {}

  /** What to do, by the state of things when its turn comes; null where there is nothing to do. */
  private interface Asked {
    @Nullable Act act(History history);
  }

  public Desk(Journal journal, Sheet sheet, InstantSource clock) {
    this.journal = journal;
    this.sheet = sheet;
    this.clock = clock;
  }

  /** The issue as it is, with what was typed into its file until now. */
  public IssueState load() {
    IssueState state = locked(() -> run(List.of()).state);
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

  private <T> T locked(java.util.function.Supplier<T> work) {
    saving.lock();
    try {
      return work.get();
    } finally {
      saving.unlock();
    }
  }

  private Outcome ask(Asked asked, int expected, String author) {
    Task task = new Task(asked, expected, author, new CompletableFuture<>());
    waiting.add(task);
    Done done =
        locked(() -> {
          List<Task> turn = new ArrayList<>();
          for (Task next = waiting.poll(); next != null; next = waiting.poll()) {
            turn.add(next);
          }
          return turn.isEmpty() ? null : answered(turn);
        });
    if (done != null) {
      tell(done.state);
    }
    return task.answer.join();
  }

  /** Nobody waits for ever: what fails, fails for all who wait. */
  private Done answered(List<Task> turn) {
    try {
      return run(turn);
    } catch (RuntimeException | Error e) {
      turn.forEach(task -> task.answer.completeExceptionally(e));
      throw e;
    }
  }

  /** What a turn came to. */
  private record Done(IssueState state, List<Answer> answers) {}

  private record Answer(Task task, Outcome outcome) {}

  private Done run(List<Task> turn) {
    try {
      Done done = journal.alone(() -> new Turn(turn).run());
      done.answers.forEach(answer -> answer.task.answer.complete(answer.outcome));
      return done;
    } catch (RuntimeException | Error e) {
      history = new History(); // what was kept of the turn is read again
      throw e;
    }
  }

  private void tell(IssueState state) {
    boolean isNew =
        locked(() -> {
          boolean later = state.number() > told;
          told = Math.max(told, state.number());
          return later;
        });
    if (isNew) {
      listeners.forEach(listener -> listener.accept(state));
    }
  }

  /** One go at the issue: what was typed, what was asked for, and one write for all. */
  private final class Turn {
    private final List<Task> tasks;
    private final List<Event> fresh = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Task> saved = new ArrayList<>();
    private @Nullable Known known;

    Turn(List<Task> tasks) {
      this.tasks = tasks;
    }

    Done run() {
      journal.since(history.number()).forEach(history::add);
      finish();
      String seen = sheet.read();
      takeIn(seen);
      tasks.forEach(this::act);
      IssueState state = write(seen);
      saved.forEach(task -> answers.add(new Answer(task, new Outcome.Saved(state, notices))));
      if (saved.isEmpty()) {
        untold.addAll(notices);
      }
      return new Done(state, answers);
    }

    /** Ends what a crash cut off: the file as it was takes the last state, what was typed stays. */
    private void finish() {
      Optional<Journal.Unfinished> cut = journal.unfinished();
      if (cut.isEmpty()) {
        return;
      }
      String file = sheet.read();
      String text = history.state().text();
      if (text.equals(file)) {
        journal.written();
      } else if (file == null || file.equals(cut.get().seen()) || isLost(file)) {
        settle(file);
      } else {
        String seen = Objects.requireNonNullElse(cut.get().seen(), text);
        typed(nearer(file, seen, text), file);
        flush(file);
      }
    }

    private void takeIn(@Nullable String file) {
      if (file != null && !file.equals(history.state().text()) && !isLost(file)) {
        typed(Nearest.of(file, history), file);
      }
    }

    /** What was typed becomes an event; the file may have been an older one. */
    private void typed(String from, String file) {
      String text = history.state().text();
      String merged = Rebase.of(from, file, text, known());
      if (!from.equals(text) && !merged.equals(file)) {
        notices.add(
            "digest.md had been saved from an older state; what was typed is kept, and what was"
                + " done since then too.");
      }
      if (!merged.equals(text)) {
        List<String> items = Changes.items(text, merged, known());
        add(new Act.Typed(items), Event.FILE, Delta.of(text, merged));
      }
    }

    private void act(Task task) {
      Act act = task.asked.act(history);
      String conflict =
          act == null ? null : Conflicts.in(history, act, task.expected, task.author, known());
      if (act == null) {
        refuse(task, "There is nothing to take back or to do again.");
      } else if (conflict != null) {
        answers.add(new Answer(task, new Outcome.Conflict(history.state(), conflict)));
      } else {
        done(task, act);
      }
    }

    private void done(Task task, Act act) {
      String text = history.state().text();
      try {
        String after = Layout.after(act, text, known());
        boolean idle =
            after.equals(text)
                && (act instanceof Act.Edit
                    || act instanceof Act.Note
                    || act instanceof Act.Move
                    || act instanceof Act.Say);
        if (!idle) {
          add(act, task.author, Delta.of(text, after));
        }
        saved.add(task);
      } catch (Layout.RefusedException e) {
        refuse(task, String.valueOf(e.getMessage()));
      }
    }

    private void refuse(Task task, String sentence) {
      answers.add(new Answer(task, new Outcome.Refused(sentence)));
    }

    private void add(Act act, String author, Delta delta) {
      Event event = new Event(history.number() + 1, clock.instant(), author, act, delta);
      history.add(event);
      fresh.add(event);
    }

    /** Until the file holds the state: a save in between is taken in too. */
    private IssueState write(@Nullable String file) {
      boolean shows = fresh.stream().anyMatch(Turn::changes);
      if (!fresh.isEmpty() && shows) {
        flush(file);
      } else if (!fresh.isEmpty()) {
        keep(file);
        journal.written();
      }
      return history.state();
    }

    /** What changes nothing leaves the file alone, whatever that holds. */
    private static boolean changes(Event event) {
      return !event.delta().isNone()
          || event.act() instanceof Act.Undone
          || event.act() instanceof Act.Redone;
    }

    private void flush(@Nullable String file) {
      keep(file);
      settle(file);
    }

    private void keep(@Nullable String file) {
      int before = fresh.getFirst().number() - 1;
      if (!journal.append(before, fresh, history.state(), file)) {
        throw new IllegalStateException("somebody else wrote an issue that was ours alone");
      }
      fresh.clear();
    }

    private void settle(@Nullable String file) {
      String seen = file;
      String text = history.state().text();
      while (!text.equals(seen)) {
        Sheet.Missed missed = sheet.put(seen, text);
        if (missed == null) {
          break;
        }
        String saved = missed.saved();
        if (saved != null && !saved.equals(text) && !isLost(saved)) {
          typed(nearer(saved, Objects.requireNonNullElse(seen, text), text), saved);
        }
        seen = missed.stands();
        if (!fresh.isEmpty()) {
          keep(seen);
        }
        text = history.state().text();
      }
      journal.written();
    }

    private String nearer(String file, String older, String newer) {
      return Changes.count(older, file) < Changes.count(newer, file) ? older : newer;
    }

    private Known known() {
      if (known == null) {
        known = Known.of(journal.known());
      }
      return known;
    }

    private boolean isLost(String text) {
      return Contents.isBlank(text)
          || Contents.isLost(text, journal.known().toArray(String[]::new));
    }
  }
}
