package dev.mldigest.store;

import dev.mldigest.domain.Week;
import dev.mldigest.io.Sha256;
import dev.mldigest.store.database.Database;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What the versions of a digest that an editor may still have open were made from. */
public final class EditedVersions {
  private final Database database;

  EditedVersions(Database database) {
    this.database = database;
  }

  /**
   * What a version of a digest was edited from.
   *
   * @param generated the base of a merge
   * @param json issue.json
   */
  public record Origin(String generated, String json) {}

  /**
   * Remembers what a version of the week's digest was edited from.
   *
   * @param version its text
   * @param most how many are remembered
   */
  public void keep(Week week, String version, Origin origin, int most) {
    database.transact(session -> {
      session.update("forget-version", week).bind("hash", Sha256.of(version)).execute();
      session
          .update("keep-version", week)
          .bind("hash", Sha256.of(version))
          .bind("generated", origin.generated())
          .bind("json", origin.json())
          .execute();
      return session.update("forget-versions", week).bind("most", most).execute();
    });
  }

  /** What versions of the week's digest were edited from, newest first. */
  public List<Origin> origins(Week week) {
    return database.transact(session ->
        session.query("kept-versions", week).map(ConstructorMapper.of(Origin.class)).list());
  }

  /** What the version with that text was edited from, if it is remembered. */
  public Optional<Origin> origin(Week week, String version) {
    return database.transact(session ->
        session
            .query("kept-version", week)
            .bind("hash", Sha256.of(version))
            .map(ConstructorMapper.of(Origin.class))
            .findOne());
  }
}
