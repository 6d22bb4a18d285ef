package dev.mldigest.store;

import dev.mldigest.domain.Week;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Rows;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What was approved of each issue, frozen as it then stood: this is what may be published. */
public final class Revisions {
  private final Database database;

  Revisions(Database database) {
    this.database = database;
  }

  /**
   * One of them.
   *
   * @param revision from 1
   * @param number of the event that approved it
   * @param override why, although something was found; empty where nothing was
   * @param digest digest.md with its anchors
   * @param json issue.json of what stands in it
   */
  public record Revision(
      Week week,
      int revision,
      int number,
      Instant at,
      String override,
      String digest,
      String json) {}

  /** Those of a week, oldest first. */
  public List<Revision> of(Week week) {
    return database.transact(session ->
        session.query("revisions", week).map(ConstructorMapper.of(Revision.class)).list());
  }

  /** Freezes what an event approved, under the next number. */
  public Revision freeze(
      Week week, int number, Instant at, String override, String digest, String json) {
    database.transact(session ->
        session
            .update("insert-revision", week)
            .bind("number", number)
            .bind("at", Rows.text(at))
            .bind("override", override)
            .bind("digest", digest)
            .bind("json", json)
            .execute());
    return of(week).getLast();
  }
}
