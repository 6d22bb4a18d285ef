package dev.mldigest.store;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.PollRecord;
import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What is remembered of sources, and the entries they gave: one poll is one transaction. */
public final class Sources {
  private final Database database;

  Sources(Database database) {
    this.database = database;
  }

  /** The state of a source; a source whose configured address changed starts anew. */
  public SourceState state(Source source) {
    return database.transact(session ->
        session
            .query("source-state")
            .bind("source", source.id())
            .map((row, context) ->
                source.url().toString().equals(row.getString("source_url"))
                    ? state(row)
                    : SourceState.NEW)
            .findOne()
            .orElse(SourceState.NEW));
  }

  /** How the last poll of every known source ended, by source id. */
  public List<PollRecord> polls() {
    return database.transact(
        session -> session.query("source-states").map((row, context) -> poll(row)).list());
  }

  /** How each source's last poll up to that instant ended, by source id. */
  public List<PollRecord> polls(Instant until) {
    return database.transact(session ->
        session
            .query("polls-until")
            .bind("until", Rows.text(until))
            .map((row, context) -> poll(row))
            .list());
  }

  /**
   * Stores a poll's outcome, the source's new state, and the entries that are new, all or nothing.
   *
   * @return how many entries were new
   */
  public int record(
      Source source, FetchOutcome outcome, SourceState next, List<Entry> entries, Instant at) {
    return database.transact(session -> {
      boolean delivered =
          outcome instanceof FetchOutcome.Fetched || outcome instanceof FetchOutcome.NotModified;
      session
          .update("save-source-state")
          .bind("source", source.id())
          .bind("url", source.url().toString())
          .bind("entityTag", next.validators().entityTag())
          .bind("lastModified", next.validators().lastModified())
          .bind("movedTo", next.movedTo() == null ? null : next.movedTo().toString())
          .bind("moves", next.moves())
          .bind("notBefore", Rows.text(next.notBefore()))
          .bind("coveredTo", Rows.text(next.coveredTo()))
          .bind("bodyHash", next.bodyHash())
          .bind("failures", next.failures())
          .bind("nextPoll", Rows.text(next.nextPoll()))
          .bind("lastSuccess", delivered ? Rows.text(at) : null)
          .bind("at", Rows.text(at))
          .bind("outcome", outcome.word())
          .bind("detail", outcome.detail())
          .bind("entries", entries.size())
          .execute();
      session
          .update("insert-fetch")
          .bind("source", source.id())
          .bind("at", Rows.text(at))
          .bind("outcome", outcome.word())
          .bind("detail", outcome.detail())
          .bind("entries", entries.size())
          .execute();
      return insert(session, entries);
    });
  }

  private static int insert(Session session, List<Entry> entries) {
    int inserted = 0;
    for (Entry entry : entries) {
      var feed = entry.feedEntry();
      int isNew =
          session
              .update("insert-entry")
              .bind("id", entry.id())
              .bind("source", entry.sourceId())
              .bind("guid", feed.guid())
              .bind("title", feed.title())
              .bind("link", feed.link())
              .bind("canonical", entry.canonical())
              .bind("page", entry.page())
              .bind("published", Rows.text(feed.published()))
              .bind("updated", Rows.text(feed.updated()))
              .bind("date", Rows.text(entry.date()))
              .bind("firstSeen", Rows.text(entry.firstSeen()))
              .bind("authors", Json.write(feed.authors()))
              .bind("categories", Json.write(feed.categories()))
              .bind("enclosures", Json.write(feed.enclosures()))
              .bind("transcripts", Json.write(feed.transcripts()))
              .bind("points", feed.signals().points())
              .bind("comments", feed.signals().comments())
              .bind("withdrawn", feed.signals().withdrawn() ? 1 : 0)
              .bind("summary", feed.summary())
              .bind("content", feed.content())
              .execute();
      inserted += isNew;
      if (isNew == 0 && !feed.signals().equals(Signals.NONE)) {
        updateSignals(session, entry);
      }
    }
    return inserted;
  }

  /** Points grow and papers are withdrawn after an entry was first seen. */
  private static void updateSignals(Session session, Entry entry) {
    Signals signals = entry.feedEntry().signals();
    session
        .update("update-signals")
        .bind("id", entry.id())
        .bind("points", signals.points())
        .bind("comments", signals.comments())
        .bind("withdrawn", signals.withdrawn() ? 1 : 0)
        .execute();
  }

  private static SourceState state(ResultSet row) throws SQLException {
    String movedTo = row.getString("moved_to");
    return new SourceState(
        new Validators(row.getString("entity_tag"), row.getString("last_modified")),
        movedTo == null ? null : URI.create(movedTo),
        row.getString("body_hash"),
        row.getInt("failures"),
        Rows.instant(row.getString("next_poll")),
        row.getInt("moves"),
        Rows.instant(row.getString("not_before")),
        Rows.instant(row.getString("covered_to")));
  }

  private static PollRecord poll(ResultSet row) throws SQLException {
    return new PollRecord(
        Rows.required(row, "source_id"),
        Rows.required(row, "source_url"),
        Instant.parse(Rows.required(row, "at")),
        Rows.required(row, "outcome"),
        Rows.required(row, "detail"),
        row.getInt("entries"),
        Rows.instant(row.getString("last_success")),
        Rows.instant(row.getString("next_poll")));
  }
}
