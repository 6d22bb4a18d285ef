package dev.mldigest.store;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Json;
import dev.mldigest.store.database.Rows;
import dev.mldigest.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The issues: one row per week, opened when work on it starts, made exactly once unless it is
 * redone.
 */
public final class Issues {
  private final Database database;

  Issues(Database database) {
    this.database = database;
  }

  /**
   * An issue as it is stored.
   *
   * @param json issue.json, null until it is made
   * @param generated digest.md as last generated, the base of a merge
   * @param written digest.md as last written, with the editor's edits merged in
   * @param mergedFrom the base that {@code written} was merged on (empty: none) as long as it is
   *     not known to be on disk
   * @param mergedWith as long as that, the editor's file that it was merged with, null for none
   * @param earlierJson as long as that, the issue that {@code mergedFrom} was generated from; null
   *     where no run made that, but an act on the issue
   * @param stood digest.md as the last run left it; null in a state of an earlier version
   */
  public record Stored(
      Week week,
      boolean made,
      Window window,
      @Nullable String json,
      @Nullable String generated,
      @Nullable String written,
      @Nullable String mergedFrom,
      @Nullable String mergedWith,
      @Nullable String earlierJson,
      @Nullable String stood) {
    /** True where an act was kept, and the file is not known to show it. */
    public boolean isLaidOpen() {
      return mergedFrom != null && !mergedFrom.isEmpty() && earlierJson == null;
    }
  }

  public Optional<Stored> find(Week week) {
    return database.transact(
        session -> session.query("issue", week).map((row, context) -> stored(row)).findOne());
  }

  /** The issues that were made, newest first. */
  public List<Stored> made() {
    return database.transact(
        session -> session.query("issues").map((row, context) -> stored(row)).list());
  }

  /** The cut-off of the newest issue made before that week. */
  public Optional<Instant> lastCutOff(Week before) {
    return database.transact(session ->
        session
            .query("last-cutoff", before)
            .map((row, context) -> Optional.ofNullable(Rows.instant(row.getString(1))))
            .one());
  }

  /**
   * Starts work on an issue, or goes on with one that was started: its window never changes once
   * stored.
   */
  public Stored open(Week week, Window window) {
    database.transact(session ->
        session
            .update("open-issue", week)
            .bind("from", Rows.text(window.from()))
            .bind("to", Rows.text(window.to()))
            .execute());
    return find(week).orElseThrow();
  }

  /**
   * An issue as it is filed.
   *
   * @param json issue.json
   * @param generated the base of the next merge
   * @param written digest.md
   * @param mergedFrom the base that {@code written} was merged on, empty for none
   * @param mergedWith the editor's file that it was merged with, null for none
   * @param earlierJson the issue that {@code mergedFrom} was generated from, null for none
   * @param summaries by entry id
   * @param decisions on the week's entries, null to leave them as they are
   * @param edits what the editor did
   */
  public record Filed(
      String json,
      String generated,
      String written,
      String mergedFrom,
      @Nullable String mergedWith,
      @Nullable String earlierJson,
      Map<String, Summary> summaries,
      @Nullable List<Decision> decisions,
      List<Edits.Edited> edits) {
    public Filed {
      summaries = Map.copyOf(summaries);
      decisions = decisions == null ? null : List.copyOf(decisions);
      edits = List.copyOf(edits);
    }
  }

  /** The same, of what no event tells. */
  public void finish(Week week, Filed filed, Instant at) {
    finish(week, filed, new Events(database).last(week), List.of(), null, at);
  }

  /**
   * Stores the made issue with all that belongs to it, all or nothing. Its files are written after
   * that: {@link #filesWritten} says so.
   *
   * @param expected number of the week's last event
   * @param events what happened
   * @param edition number of the event since which the issue goes by this, null where that is known
   * @return false where another event is the last, and nothing was done
   */
  public boolean finish(
      Week week,
      Filed filed,
      int expected,
      List<Events.Row> events,
      @Nullable Integer edition,
      Instant at) {
    return database.transact(session -> {
      if (!Events.append(session, week, expected, events)) {
        return false;
      }
      if (edition != null) {
        Events.keep(session, week, edition, new Events.Edition(filed.generated(), filed.json()));
      }
      if (filed.decisions() != null) {
        Ledger.decide(session, week, filed.decisions());
      }
      summarise(session, week, filed.summaries());
      Edits.add(session, week, filed.edits(), at);
      session
          .update("finish-issue", week)
          .bind("json", filed.json())
          .bind("generated", filed.generated())
          .bind("written", filed.written())
          .bind("mergedFrom", filed.mergedFrom())
          .bind("mergedWith", filed.mergedWith())
          .bind("earlierJson", filed.earlierJson())
          .execute();
      session.update("finish-stood", week).execute();
      return true;
    });
  }

  static void summarise(Session session, Week week, Map<String, Summary> summaries) {
    session.update("clear-summaries", week).execute();
    summaries.forEach((entry, summary) ->
        session
            .update("insert-summary", week)
            .bind("entry", entry)
            .bind("summary", Json.write(summary))
            .execute());
  }

  /** The files of the week hold what is stored. */
  public void filesWritten(Week week) {
    database.transact(session -> session.update("files-written", week).execute());
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        Week.parse(Rows.required(row, "week")),
        Rows.required(row, "state").equals("made"),
        new Window(
            Instant.parse(Rows.required(row, "window_from")),
            Instant.parse(Rows.required(row, "window_to"))),
        row.getString("issue_json"),
        row.getString("generated"),
        row.getString("written"),
        row.getString("merged_from"),
        row.getString("merged_with"),
        row.getString("earlier_json"),
        row.getString("stood"));
  }
}
