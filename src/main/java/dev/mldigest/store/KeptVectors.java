package dev.mldigest.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Embeddings that were computed before, by key. */
public final class KeptVectors {
  /** An issue is made anew for as long as its week's late entries may still come. */
  private static final int DAYS = 35;

  private final Database database;

  KeptVectors(Database database) {
    this.database = database;
  }

  /** Those that are there. */
  public Map<String, byte[]> find(Collection<String> keys) {
    return database.transact(session -> {
      Map<String, byte[]> found = new HashMap<>();
      for (String key : keys) {
        session
            .query("find-embedding")
            .bind("key", key)
            .mapTo(byte[].class)
            .findOne()
            .ifPresent(steps -> found.put(key, steps));
      }
      return found;
    });
  }

  /** Keeps all of them, and forgets those that were used in none of the last weeks. */
  public void save(Map<String, byte[]> vectors, LocalDate day) {
    database.transact(session -> {
      var batch = session.batch("save-embedding");
      vectors.forEach((key, steps) ->
          batch.bind("key", key).bind("steps", steps).bind("day", day.toString()).add());
      batch.execute();
      return session
          .update("sweep-embeddings")
          .bind("day", day.minusDays(DAYS).toString())
          .execute();
    });
  }
}
