package dev.mldigest.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Rewrite;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.io.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The issues: one row per week, opened when work on it starts, made exactly once unless it is
 * redone.
 */
public final class Issues {
  private static final TypeReference<Rewrite> REWRITE = new TypeReference<>() {};

  private static final String REVIEWED = "reviewed";
  private static final String DELETED = "deleted";
  private static final String VANISHED = "vanished";
  private static final String RETURNED = "returned";

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
   * @param earlierJson as long as that, the issue that {@code mergedFrom} was generated from
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
      @Nullable String earlierJson) {}

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
      List<Edited> edits) {
    public Filed {
      summaries = Map.copyOf(summaries);
      decisions = decisions == null ? null : List.copyOf(decisions);
      edits = List.copyOf(edits);
    }
  }

  /** Something the editor did, in a word and in full. */
  public record Edited(@Nullable String item, String kind, String detail) {}

  /**
   * What a version of a digest was edited from.
   *
   * @param generated the base of a merge
   * @param json issue.json
   */
  public record Origin(String generated, String json) {}

  /**
   * Stores the made issue with all that belongs to it, all or nothing. Its files are written after
   * that: {@link #filesWritten} says so. An edit that is known already is not stored again: a redo
   * finds the same edits again. An item that was gone and is not any more has returned.
   */
  public void finish(Week week, Filed filed, Instant at) {
    database.transact(session -> {
      if (filed.decisions() != null) {
        Ledger.decide(session, week, filed.decisions());
      }
      session.update("clear-summaries").bind("week", week.toString()).execute();
      filed
          .summaries()
          .forEach((entry, summary) ->
              session
                  .update("insert-summary")
                  .bind("week", week.toString())
                  .bind("entry", entry)
                  .bind("summary", Json.write(summary))
                  .execute());
      filed.edits().stream()
          .filter(edit -> !isGone(edit))
          .forEach(edit -> insert(session, week, at, edit));
      comeAndGo(session, week, at, filed.edits().stream().filter(Issues::isGone).toList());
      return session
          .update("finish-issue")
          .bind("week", week.toString())
          .bind("json", filed.json())
          .bind("generated", filed.generated())
          .bind("written", filed.written())
          .bind("mergedFrom", filed.mergedFrom())
          .bind("mergedWith", filed.mergedWith())
          .bind("earlierJson", filed.earlierJson())
          .execute();
    });
  }

  private static boolean isGone(Edited edit) {
    return edit.kind().equals(DELETED) || edit.kind().equals(VANISHED);
  }

  /** The newest event of an item says whether it is gone. */
  private static void comeAndGo(Session session, Week week, Instant at, List<Edited> gone) {
    Map<String, String> known = new LinkedHashMap<>();
    session.query("gone").map((row, context) -> goneItem(row)).stream()
        .filter(item -> item.week().equals(week))
        .forEach(item -> known.put(item.id(), item.kind()));
    for (Edited edit : gone) {
      if (!edit.kind().equals(known.remove(String.valueOf(edit.item())))) {
        append(session, week, at, edit);
      }
    }
    known.keySet().forEach(id -> append(session, week, at, new Edited(id, RETURNED, "")));
  }

  private static int append(Session session, Week week, Instant at, Edited edit) {
    return edit(session.update("append-edit"), week, at, edit);
  }

  private static int insert(Session session, Week week, Instant at, Edited edit) {
    return edit(session.update("insert-edit"), week, at, edit);
  }

  private static int edit(Update update, Week week, Instant at, Edited edit) {
    return update
        .bind("week", week.toString())
        .bind("at", Rows.text(at))
        .bind("item", edit.item())
        .bind("kind", edit.kind())
        .bind("detail", edit.detail())
        .execute();
  }

  private record GoneItem(Week week, String id, String kind) {}

  private static GoneItem goneItem(ResultSet row) throws SQLException {
    return new GoneItem(
        Week.parse(Rows.required(row, "week")),
        Rows.required(row, "item_id"),
        Rows.required(row, "kind"));
  }

  /** Ids of the items that the editor took out of each week's digest, as far as a run saw it. */
  public Map<Week, Set<String>> deleted() {
    return gone(DELETED);
  }

  /** Ids of the items that left the week's digest with most others and are not yet rejected. */
  public Set<String> vanished(Week week) {
    return gone(VANISHED).getOrDefault(week, Set.of());
  }

  private Map<Week, Set<String>> gone(String kind) {
    return database.transact(session ->
        session.query("gone").map((row, context) -> goneItem(row)).stream()
            .filter(item -> item.kind().equals(kind))
            .collect(
                Collectors.groupingBy(
                    GoneItem::week, Collectors.mapping(GoneItem::id, Collectors.toSet()))));
  }

  /**
   * Remembers what a version of the week's digest was edited from.
   *
   * @param version its text
   * @param most how many are remembered
   */
  public void keep(Week week, String version, Origin origin, int most) {
    database.transact(session -> {
      session
          .update("forget-version")
          .bind("week", week.toString())
          .bind("hash", Sha256.of(version))
          .execute();
      session
          .update("keep-version")
          .bind("week", week.toString())
          .bind("hash", Sha256.of(version))
          .bind("generated", origin.generated())
          .bind("json", origin.json())
          .execute();
      return session
          .update("forget-versions")
          .bind("week", week.toString())
          .bind("most", most)
          .execute();
    });
  }

  /** What versions of the week's digest were edited from, newest first. */
  public List<Origin> origins(Week week) {
    return database.transact(session ->
        session
            .query("kept-versions")
            .bind("week", week.toString())
            .map((row, context) ->
                new Origin(Rows.required(row, "generated"), Rows.required(row, "issue_json")))
            .list());
  }

  /** What the version with that text was edited from, if it is remembered. */
  public Optional<Origin> origin(Week week, String version) {
    return database.transact(session ->
        session
            .query("kept-version")
            .bind("week", week.toString())
            .bind("hash", Sha256.of(version))
            .map((row, context) ->
                new Origin(Rows.required(row, "generated"), Rows.required(row, "issue_json")))
            .findOne());
  }

  /** The files of the week hold what is stored. */
  public void filesWritten(Week week) {
    database.transact(
        session -> session.update("files-written").bind("week", week.toString()).execute());
  }

  /** Somebody opened the digest for review and closed it again. */
  public void reviewed(Week week, Instant at) {
    database.transact(session -> insert(session, week, at, new Edited(null, REVIEWED, "")));
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
        row.getString("merged_from"),
        row.getString("merged_with"),
        row.getString("earlier_json"));
  }
}
