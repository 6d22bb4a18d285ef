package dev.mldigest.review.desk;

import dev.mldigest.review.Contents;
import dev.mldigest.review.digest.Known;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One go at the issue: what was typed, what was asked for, and one write for all. Promises that
 * what a crash cut off is ended first, and that at the end the file holds the state. Who is let in,
 * and what becomes of a turn that fails, is the desk's.
 */
final class Turn {
  private final Journal journal;
  private final Sheet sheet;
  private final InstantSource clock;
  private final History history;
  private final List<Event> fresh = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<Request> saved = new ArrayList<>();
  private @Nullable Known known;

  Turn(Journal journal, Sheet sheet, InstantSource clock, History history) {
    this.journal = journal;
    this.sheet = sheet;
    this.clock = clock;
    this.history = history;
  }

  /**
   * What a turn came to.
   *
   * @param untold what the editor must know, where no answer says it
   */
  record Done(IssueState state, List<Answer> answers, List<String> untold) {}

  record Answer(Request request, Outcome outcome) {}

  Done run(List<Request> requests) {
    journal.since(history.number()).forEach(history::add);
    finish();
    String seen = sheet.read();
    takeIn(seen);
    requests.forEach(this::act);
    IssueState state = write(seen);
    saved.forEach(request -> answers.add(new Answer(request, new Outcome.Saved(state, notices))));
    return new Done(state, answers, saved.isEmpty() ? notices : List.of());
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

  private void act(Request request) {
    Act act = request.asked().act(history);
    String conflict =
        act == null
            ? null
            : Conflicts.in(history, act, request.expected(), request.author(), known());
    if (act == null) {
      refuse(request, "There is nothing to take back or to do again.");
    } else if (conflict != null) {
      answers.add(new Answer(request, new Outcome.Conflict(history.state(), conflict)));
    } else {
      done(request, act);
    }
  }

  private void done(Request request, Act act) {
    String text = history.state().text();
    try {
      String after = Layout.after(act, text, known());
      if (!after.equals(text) || !(isAboutText(act) || isSo(act))) {
        add(act, request.author(), Delta.of(text, after));
      }
      saved.add(request);
    } catch (Layout.RefusedException e) {
      refuse(request, String.valueOf(e.getMessage()));
    }
  }

  /** About nothing but the text: where that stays as it was, nothing was done. */
  private static boolean isAboutText(Act act) {
    return act instanceof Act.Edit
        || act instanceof Act.Note
        || act instanceof Act.Move
        || act instanceof Act.Say;
  }

  /** Pinned twice is pinned once. */
  private boolean isSo(Act act) {
    return act instanceof Act.Pin(String item, boolean pinned)
        && history.state().mark(item).pinned() == pinned;
  }

  private void refuse(Request request, String sentence) {
    answers.add(new Answer(request, new Outcome.Refused(sentence)));
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
    return Contents.isBlank(text) || Contents.isLost(text, journal.known().toArray(String[]::new));
  }
}
