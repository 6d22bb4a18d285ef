package dev.mldigest.store;

import dev.mldigest.domain.CoveredSpan;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.PollRecord;
import dev.mldigest.domain.Seen;
import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Json;
import dev.mldigest.store.database.Rows;
import dev.mldigest.store.database.Session;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** What is remembered of sources, and the entries they gave: one poll is one transaction. */
public final class Sources {
  /**
   * Of so many newest entries one must still be in a document for nothing to have been missed: more
   * than a publisher takes back within hours, fewer than an old pinned one would be among.
   */
  private static final int NEWEST = 5;

  /** Among so many newest entries it is looked for others with the same address. */
  private static final int STATED = 500;

  private final Database database;

  Sources(Database database) {
    this.database = database;
  }

  /** The state of a source; one that is asked for something else than before starts anew. */
  public SourceState state(Source source) {
    return database.transact(session ->
        session
            .query("source-state")
            .bind("source", source.id())
            .map((row, context) -> AskedFor.isSame(source, row) ? state(row) : SourceState.NEW)
            .findOne()
            .orElse(SourceState.NEW));
  }

  /** How the last poll of every known source ended, by source id. */
  public List<PollRecord> polls() {
    return database.transact(session ->
        session.query("source-states").map(ConstructorMapper.of(PollRecord.class)).list());
  }

  /** How each source's last poll up to that instant ended, by source id. */
  public List<PollRecord> polls(Instant until) {
    return database.transact(session ->
        session
            .query("polls-until")
            .bind("until", Rows.text(until))
            .map(ConstructorMapper.of(PollRecord.class))
            .list());
  }

  /** The newest entries a source stated, by their identifiers, titles, links and dates alone. */
  public List<FeedEntry> stated(Source source) {
    return database.transact(session ->
        session
            .query("stated-by-source")
            .bind("source", source.id())
            .bind("most", STATED)
            .map((row, context) ->
                FeedEntry.titled(Rows.required(row, "title"))
                    .guid(row.getString("guid"))
                    .link(row.getString("link"))
                    .published(Rows.instant(row.getString("published")))
                    .build())
            .list());
  }

  /** Which of these entries are known already. */
  public Seen seen(Source source, List<Entry> entries) {
    return database.transact(session -> {
      Set<String> known = new HashSet<>();
      Set<String> newest = new HashSet<>();
      String bound =
          session
              .query("newest-dates")
              .bind("source", source.id())
              .bind("most", NEWEST)
              .mapTo(String.class)
              .findOne()
              .orElse("");
      for (Entry entry : entries) {
        session
            .query("entry-date")
            .bind("id", entry.id())
            .mapTo(String.class)
            .findOne()
            .ifPresent(date -> {
              known.add(entry.id());
              if (date.compareTo(bound) >= 0) {
                newest.add(entry.id());
              }
            });
      }
      return new Seen(known, newest);
    });
  }

  /**
   * The same without a word on what it proves: the covered span stays as the state has it.
   *
   * @return how many entries were new
   */
  public int record(
      Source source, FetchOutcome outcome, SourceState next, List<Entry> entries, Instant at) {
    CoveredSpan covering =
        new CoveredSpan(next.coveredFrom(), next.coveredTo(), Optional.empty(), Optional.empty());
    return record(source, outcome, next, covering, entries, at);
  }

  /**
   * Stores a poll's outcome, the source's new state, what it proves, and the entries that are new,
   * all or nothing.
   *
   * @return how many entries were new
   */
  public int record(
      Source source,
      FetchOutcome outcome,
      SourceState next,
      CoveredSpan covering,
      List<Entry> entries,
      Instant at) {
    return database.transact(session -> {
      forgetOther(session, source);
      saveState(
          session, source, outcome, next.covering(covering.from(), covering.to()), entries, at);
      session
          .update("insert-fetch")
          .bind("source", source.id())
          .bind("at", Rows.text(at))
          .bind("outcome", outcome.word())
          .bind("detail", outcome.detail())
          .bind("entries", entries.size())
          .execute();
      Gaps.apply(session, source.id(), covering, at);
      return insert(session, entries);
    });
  }

  /** What was remembered, or missed, while the source was asked for something else. */
  private static void forgetOther(Session session, Source source) {
    boolean other =
        session
            .query("source-state")
            .bind("source", source.id())
            .map((row, context) -> !AskedFor.isSame(source, row))
            .findOne()
            .orElse(false);
    if (other) {
      session.update("forget-source-state").bind("source", source.id()).execute();
      session.update("forget-gaps").bind("source", source.id()).execute();
    }
  }

  private static void saveState(
      Session session,
      Source source,
      FetchOutcome outcome,
      SourceState next,
      List<Entry> entries,
      Instant at) {
    boolean delivered =
        outcome instanceof FetchOutcome.Fetched || outcome instanceof FetchOutcome.NotModified;
    session
        .update("save-source-state")
        .bind("source", source.id())
        .bind("url", source.url().toString())
        .bind("askedFor", AskedFor.of(source))
        .bind("entityTag", next.validators().entityTag())
        .bind("lastModified", next.validators().lastModified())
        .bind("movedTo", next.movedTo() == null ? null : next.movedTo().toString())
        .bind("moves", next.moves())
        .bind("notBefore", Rows.notBefore(next.notBefore()))
        .bind("coveredFrom", Rows.text(next.coveredFrom()))
        .bind("coveredTo", Rows.text(next.coveredTo()))
        .bind("pace", Paces.write(next.pace()))
        .bind("every", next.every() == null ? null : next.every().toSeconds())
        .bind("bodyHash", next.bodyHash())
        .bind("failures", next.failures())
        .bind("nextPoll", Rows.notBefore(next.nextPoll()))
        .bind("lastSuccess", delivered ? Rows.text(at) : null)
        .bind("at", Rows.text(at))
        .bind("outcome", outcome.word())
        .bind("detail", outcome.detail())
        .bind("entries", entries.size())
        .execute();
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
    return SourceState.NEW.toBuilder()
        .validators(new Validators(row.getString("entity_tag"), row.getString("last_modified")))
        .movedTo(movedTo == null ? null : URI.create(movedTo))
        .bodyHash(row.getString("body_hash"))
        .failures(row.getInt("failures"))
        .nextPoll(Rows.instant(row.getString("next_poll")))
        .moves(row.getInt("moves"))
        .notBefore(Rows.instant(row.getString("not_before")))
        .coveredTo(Rows.instant(row.getString("covered_to")))
        .coveredFrom(Rows.instant(row.getString("covered_from")))
        .pace(Paces.read(row.getString("pace")))
        .every(every(row))
        .build();
  }

  private static @Nullable Duration every(ResultSet row) throws SQLException {
    long seconds = row.getLong("every");
    return row.wasNull() ? null : Duration.ofSeconds(seconds);
  }
}
