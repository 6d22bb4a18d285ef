package dev.mldigest.store;

import dev.mldigest.domain.PollEnding;
import dev.mldigest.domain.Window;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** What came in over time, counted: for pictures, which need no entry itself. */
public final class Tallies {
  private final Database database;

  Tallies(Database database) {
    this.database = database;
  }

  /**
   * Entries of a source that are dated on a day in UTC.
   *
   * @param source its id
   */
  public record Entries(String source, LocalDate day, int entries) {}

  /** How often a source was asked on a day in UTC with that ending. */
  public record Polls(String source, LocalDate day, PollEnding ending, int polls) {}

  /** An entry that tells a story. */
  public record Report(
      String id, String sourceId, String title, @Nullable String link, Instant date) {}

  /** What each source dated within the window, by day. */
  public List<Entries> entries(Window window) {
    return database.transact(session ->
        session
            .query("entries-by-day", window)
            .map((row, context) -> new Entries(source(row), day(row), row.getInt("n")))
            .list());
  }

  /** How the polls within the window ended, by day. */
  public List<Polls> polls(Window window) {
    return database.transact(
        session -> session.query("polls-by-day", window).map((row, context) -> polls(row)).list());
  }

  /** All reports of the story that the entry was taken for, oldest first; itself among them. */
  public List<Report> story(String entryId) {
    return database.transact(session ->
        session
            .query("story-reports")
            .bind("entry", entryId)
            .map(ConstructorMapper.of(Report.class))
            .list());
  }

  private static Polls polls(ResultSet row) throws SQLException {
    PollEnding ending = PollEnding.of(Rows.required(row, "outcome"));
    return new Polls(source(row), day(row), ending, row.getInt("n"));
  }

  private static String source(ResultSet row) throws SQLException {
    return Rows.required(row, "source_id");
  }

  private static LocalDate day(ResultSet row) throws SQLException {
    return LocalDate.parse(Rows.required(row, "day"));
  }
}
