package dev.mldigest.store;

import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.store.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry and what became of it. */
public record Explained(Harvested entry, Read article, Decided decision) {
  /**
   * As its source has it.
   *
   * @param title its own, else its article's
   * @param dated whether it states a date itself
   */
  public record Harvested(
      String id,
      String sourceId,
      String title,
      @Nullable String link,
      Instant date,
      boolean dated,
      Instant firstSeen) {}

  /**
   * What became of reading its article: outcome and reason are null where nobody tried.
   *
   * @param published the date its page states, or null
   */
  public record Read(
      @Nullable String outcome, @Nullable String reason, @Nullable String published, int words) {}

  /**
   * What its issue decided: week, reason and detail are null where none has yet.
   *
   * @param explanation what made its score, for picks and runners-up
   * @param carriedBy the issue that took it from the archive
   * @param rejected true if the editor took it out of the digest
   */
  public record Decided(
      @Nullable String week,
      @Nullable String reason,
      @Nullable String detail,
      double score,
      @Nullable Explanation explanation,
      @Nullable String carriedBy,
      boolean rejected) {}

  static Explained of(ResultSet row) throws SQLException {
    return new Explained(
        new Harvested(
            Rows.required(row, "id"),
            Rows.required(row, "source_id"),
            Rows.required(row, "title"),
            row.getString("link"),
            Instant.parse(Rows.required(row, "date")),
            row.getString("published") != null || row.getString("updated") != null,
            Instant.parse(Rows.required(row, "first_seen"))),
        new Read(
            row.getString("article_outcome"),
            row.getString("article_reason"),
            row.getString("article_published"),
            row.getInt("words")),
        decided(row));
  }

  private static Decided decided(ResultSet row) throws SQLException {
    String detail = row.getString("detail");
    return new Decided(
        row.getString("week"),
        row.getString("reason"),
        detail == null ? null : Details.sentence(detail),
        row.getDouble("score"),
        detail == null ? null : Details.explanation(detail),
        row.getString("carried"),
        row.getInt("rejected") > 0);
  }
}
