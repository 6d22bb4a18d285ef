package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Rewrite;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.review.Contents;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Journal;
import dev.mldigest.store.Events;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events of a week in the state. What later issues learn from is kept as ever: an item that is
 * rejected by name counts as taken out, one that stands there again as returned.
 */
final class StoredJournal implements Journal {
  private final Week week;
  private final Store store;
  private final IssueFiles files;

  StoredJournal(Week week, Store store, IssueFiles files) {
    this.week = week;
    this.store = store;
    this.files = files;
  }

  @Override
  public <T> T alone(Supplier<T> work) {
    return files.alone(() -> {
      files.recover(week);
      FirstEvents.of(made(), store);
      return work.get();
    });
  }

  private Issues.Stored made() {
    return store.issues().find(week).filter(Issues.Stored::made).orElseThrow();
  }

  @Override
  public List<Event> since(int number) {
    return EventRows.events(store.events().since(week, number));
  }

  @Override
  public List<String> known() {
    return List.of(Objects.requireNonNull(made().generated()));
  }

  @Override
  public boolean append(int expected, List<Event> events, IssueState after, @Nullable String seen) {
    Instant at = events.getLast().at();
    events.forEach(event -> wish(event, at));
    Events.Laid laid =
        new Events.Laid(
            after.text(),
            seen,
            back(after),
            after.marks().entrySet().stream()
                .filter(mark -> mark.getValue().rejected() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()),
            standing(after.text()));
    boolean done = store.events().append(week, expected, EventRows.of(events), laid, at);
    if (done && events.stream().anyMatch(StoredJournal::isLookedAt)) {
      store.edits().reviewed(week, at);
    }
    files.passed("kept");
    return done;
  }

  private static boolean isLookedAt(Event event) {
    return !event.author().equals(Event.FILE) && !event.author().equals(Event.RUN);
  }

  private Set<String> standing(String text) {
    return Contents.of(text, text).ids();
  }

  /** The edition that the state goes by, where the issue goes by another. */
  private Events.@Nullable Back back(IssueState after) {
    Issues.Stored made = made();
    Events.Edition now =
        new Events.Edition(
            Objects.requireNonNull(made.generated()), Objects.requireNonNull(made.json()));
    Events.Edition then = store.events().edition(week, after.edition()).orElse(now);
    if (then.equals(now)) {
      return null;
    }
    Issue issue = FrozenIssue.of(then.json());
    Map<String, Summary> summaries = new HashMap<>();
    issue.items().forEach(item -> summaries.put(item.id(), item.summary()));
    Reconciled again =
        Reconciliation.again(
            new Origin(then.generated(), issue, after.text()), store.ledger().decisions(week));
    return new Events.Back(
        then, Objects.requireNonNullElse(again.decisions(), List.of()), summaries);
  }

  /** A rewrite that is undone is no longer wished for, or as it was wished for before. */
  private void wish(Event event, Instant at) {
    int number =
        event.act() instanceof Act.Undone(int undone)
            ? undone
            : event.act() instanceof Act.Redone(int redone) ? redone : 0;
    if (number > 0 && since(number - 1).getFirst().act() instanceof Act.Rewrite rewrite) {
      Act.Rewrite valid = event.act() instanceof Act.Redone ? rewrite : earlier(rewrite, number);
      store.edits().rewrite(week, at, rewrite.item(), valid == null ? null : wish(valid));
    }
  }

  private static @Nullable Rewrite wish(Act.Rewrite rewrite) {
    return rewrite.wish() == null || rewrite.instead() == null
        ? null
        : new Rewrite(rewrite.wish(), rewrite.instead());
  }

  private Act.@Nullable Rewrite earlier(Act.Rewrite rewrite, int number) {
    return since(0).stream()
        .filter(event -> event.number() < number)
        .map(Event::act)
        .filter(act -> act instanceof Act.Rewrite && rewrite.item().equals(act.item()))
        .map(Act.Rewrite.class::cast)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  @Override
  public void written() {
    files.ensureJson(week, Objects.requireNonNull(made().json()));
    files.passed("shown");
    store.issues().filesWritten(week);
  }

  @Override
  public Optional<Unfinished> unfinished() {
    Issues.Stored made = made();
    return made.isLaidOpen() ? Optional.of(new Unfinished(made.mergedWith())) : Optional.empty();
  }
}
