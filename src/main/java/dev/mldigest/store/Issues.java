package dev.mldigest.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mldigest.domain.Rewrite;
import dev.mldigest.domain.Summary;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The issues: one row per week, opened when work on it starts, made exactly once unless it is
 * redone.
 */
public final class Issues {
  private static final TypeReference<Rewrite> REWRITE = new TypeReference<>() {};

  private static final String REVIEWED = "reviewed";

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
   */
  public record Stored(
      Week week,
      boolean made,
      Window window,
      @Nullable String json,
      @Nullable String generated,
      @Nullable String written,
      @Nullable String mergedFrom) {}

  public Optional<Stored> find(Week week) {
    return database.transact(session ->
        session
            .query("issue")
            .bind("week", week.toString())
            .map((row, context) -> stored(row))
            .findOne());
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
            .query("last-cutoff")
            .bind("week", before.toString())
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
            .update("open-issue")
            .bind("week", week.toString())
            .bind("from", Rows.text(window.from()))
            .bind("to", Rows.text(window.to()))
            .execute());
    return find(week).orElseThrow();
  }

  /**
   * Stores the made issue with its summaries by entry id, all or nothing. Its files are written
   * after that: {@link #filesWritten} says so.
   */
  public void finish(
      Week week,
      String json,
      String generated,
      String written,
      String mergedFrom,
      Map<String, Summary> summaries) {
    database.transact(session -> {
      session.update("clear-summaries").bind("week", week.toString()).execute();
      summaries.forEach((entry, summary) ->
          session
              .update("insert-summary")
              .bind("week", week.toString())
              .bind("entry", entry)
              .bind("summary", Json.write(summary))
              .execute());
      return session
          .update("finish-issue")
          .bind("week", week.toString())
          .bind("json", json)
          .bind("generated", generated)
          .bind("written", written)
          .bind("mergedFrom", mergedFrom)
          .execute();
    });
  }

  /** The files of the week hold what is stored. */
  public void filesWritten(Week week) {
    database.transact(
        session -> session.update("files-written").bind("week", week.toString()).execute());
  }

  /** Appends an event of the editor, once: a redo finds the same edits again. */
  public void edited(Week week, Instant at, @Nullable String item, String kind, String detail) {
    database.transact(session ->
        session
            .update("insert-edit")
            .bind("week", week.toString())
            .bind("at", Rows.text(at))
            .bind("item", item)
            .bind("kind", kind)
            .bind("detail", detail)
            .execute());
  }

  /** Somebody opened the digest for review and closed it again. */
  public void reviewed(Week week, Instant at) {
    edited(week, at, null, REVIEWED, "");
  }

  /**
   * Remembers the digest that was handed on, as it stood then, with its anchors.
   *
   * @param digest the text, kept once as long as it is the newest
   */
  public void published(Week week, Instant at, String digest) {
    database.transact(session ->
        session
            .update("insert-published")
            .bind("week", week.toString())
            .bind("at", Rows.text(at))
            .bind("digest", digest)
            .execute());
  }

  /** The digests that were handed on, each as it was last. */
  public Map<Week, String> published() {
    return database.transact(session -> {
      Map<Week, String> byWeek = new LinkedHashMap<>();
      session
          .query("published")
          .map((row, context) ->
              Map.entry(Week.parse(Rows.required(row, "week")), Rows.required(row, "detail")))
          .forEach(digest -> byWeek.put(digest.getKey(), digest.getValue()));
      return byWeek;
    });
  }

  /** The weeks whose digest the editor is known to have worked on. */
  public Set<Week> workedOn() {
    return database.transact(session ->
        session
            .query("weeks-worked-on")
            .map((row, context) -> Week.parse(Rows.required(row, "week")))
            .set());
  }

  /**
   * Appends the wish to have an item written again; null takes an earlier wish back.
   *
   * @param item the entry's id
   */
  public void rewrite(Week week, Instant at, String item, @Nullable Rewrite rewrite) {
    database.transact(session ->
        session
            .update("insert-rewrite")
            .bind("week", week.toString())
            .bind("at", Rows.text(at))
            .bind("item", item)
            .bind("detail", rewrite == null ? "" : Json.write(rewrite))
            .execute());
  }

  /** The latest wish for each item of a week that has one, by entry id. */
  public Map<String, Rewrite> rewrites(Week week) {
    return database.transact(session -> {
      Map<String, Rewrite> latest = new LinkedHashMap<>();
      session
          .query("rewrites")
          .bind("week", week.toString())
          .map((row, context) -> Map.entry(row.getString("item_id"), row.getString("detail")))
          .forEach(event -> {
            latest.remove(event.getKey());
            if (!event.getValue().isEmpty()) {
              latest.put(event.getKey(), Json.read(event.getValue(), REWRITE));
            }
          });
      return latest;
    });
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
        row.getString("merged_from"));
  }
}
