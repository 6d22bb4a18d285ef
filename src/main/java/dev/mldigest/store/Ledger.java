package dev.mldigest.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Considered;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.LedgerRow;
import dev.mldigest.domain.issue.PastDecision;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Json;
import dev.mldigest.store.database.Rows;
import dev.mldigest.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The decision ledger: which entries a week's issue considered, and what became of each. */
public final class Ledger {
  private static final TypeReference<Summary> SUMMARY = new TypeReference<>() {};

  private final Database database;

  Ledger(Database database) {
    this.database = database;
  }

  /** Every entry dated up to the cut-off that no other issue has decided, by id. */
  public List<Considered> considered(Week week, Instant cutOff) {
    return database.transact(session ->
        session
            .query("considered", week)
            .bind("to", Rows.text(cutOff))
            .map((row, context) -> considered(row))
            .list());
  }

  /** One entry with what was read of it. */
  public Optional<Considered> entry(String id) {
    return database.transact(session ->
        session
            .query("entry-read")
            .bind("id", id)
            .map((row, context) -> considered(row))
            .findOne());
  }

  /** The same entries counted by the database alone: the check on whoever decides. */
  public int countConsidered(Week week, Instant cutOff) {
    return database.transact(session ->
        session
            .query("count-considered", week)
            .bind("to", Rows.text(cutOff))
            .mapTo(Integer.class)
            .one());
  }

  /** Replaces the week's decisions. */
  public void decide(Week week, List<Decision> decisions) {
    database.transact(session -> decide(session, week, decisions));
  }

  static int decide(Session session, Week week, List<Decision> decisions) {
    session.update("clear-decisions", week).execute();
    for (Decision decision : decisions) {
      session
          .update("insert-decision")
          .bind("entry", decision.entryId())
          .bind("week", week.toString())
          .bind("reason", decision.reason().word())
          .bind("detail", Details.write(decision.detail(), decision.explanation()))
          .bind("story", decision.storyId())
          .bind("score", decision.score())
          .execute();
    }
    return decisions.size();
  }

  /** The week's decisions, by entry id. */
  public List<Decision> decisions(Week week) {
    return database.transact(
        session -> session.query("decisions", week).map((row, context) -> decision(row)).list());
  }

  private static Decision decision(ResultSet row) throws SQLException {
    String detail = Rows.required(row, "detail");
    return new Decision(
        Rows.required(row, "entry_id"),
        Reason.of(Rows.required(row, "reason")),
        Details.sentence(detail),
        row.getString("story_id"),
        row.getDouble("score"),
        Details.explanation(detail));
  }

  /** The week's rows by source, date and id. */
  public List<LedgerRow> rows(Week week) {
    return database.transact(
        session -> session.query("week-rows", week).map((row, context) -> ledgerRow(row)).list());
  }

  /**
   * What earlier issues picked or passed over: newest week and best rank first, at most so many.
   */
  public List<PastDecision> past(Week before, int most) {
    return database.transact(session ->
        session
            .query("past-decided", before)
            .bind("most", most)
            .map((row, context) -> past(row))
            .list());
  }

  /**
   * Runners-up of the issues of these weeks that no other issue carries: best score first, at most
   * so many.
   *
   * @param from the first week
   * @param before the week after the last
   */
  public List<PastDecision> runnersUp(Week from, Week before, int most) {
    return database.transact(session ->
        session
            .query("runners-up")
            .bind("from", from.toString())
            .bind("week", before.toString())
            .bind("most", most)
            .map((row, context) -> past(row))
            .list());
  }

  /** The entries of a source, newest first, at most so many. */
  public List<Entry> entriesOf(String sourceId, int most) {
    return database.transact(session ->
        session
            .query("entries-of-source")
            .bind("source", sourceId)
            .bind("most", most)
            .map((row, context) -> Rows.entry(row))
            .list());
  }

  /** Entries whose id, link, guid or part of whose title is {@code item}, newest first. */
  public List<Explained> find(String item, int most) {
    return database.transact(session ->
        session
            .query("find-entries")
            .bind("item", item)
            .bind("part", literal(item))
            .bind("most", most)
            .map((row, context) -> Explained.of(row))
            .list());
  }

  /** The text as a pattern of LIKE that means itself; SQL has no escape unless one is named. */
  private static String literal(String text) {
    return text.replaceAll("[!%_]", "!$0");
  }

  private static PastDecision past(ResultSet row) throws SQLException {
    return new PastDecision(
        considered(row),
        Week.parse(Rows.required(row, "decided_week")),
        Reason.of(Rows.required(row, "decided_reason")),
        row.getDouble("decided_score"));
  }

  private static Considered considered(ResultSet row) throws SQLException {
    return new Considered(Rows.entry(row), Rows.outcome(row));
  }

  private static LedgerRow ledgerRow(ResultSet row) throws SQLException {
    String summary = row.getString("summary");
    return new LedgerRow(
        new LedgerRow.Stated(
            Rows.required(row, "source_id"),
            row.getString("guid"),
            row.getString("link"),
            row.getString("canonical"),
            Rows.required(row, "title"),
            Rows.instant(row.getString("published"))),
        new LedgerRow.Decided(
            Rows.required(row, "id"),
            row.getString("story_id"),
            Reason.of(Rows.required(row, "reason")),
            Details.sentence(Rows.required(row, "detail"))),
        new LedgerRow.Read(
            row.getString("article_title"), row.getInt("words"), row.getString("text")),
        summary == null ? null : Json.read(summary, SUMMARY));
  }
}
