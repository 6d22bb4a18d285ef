package dev.mldigest.store;

import dev.mldigest.store.database.Database;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Embeddings that were computed before, by key. */
public final class KeptVectors {
  /** An issue is made anew for as long as its week's late entries may still come. */
  private static final int DAYS = 35;

  private final Database database;

  KeptVectors(Database database) {
    this.database = database;
  }

  /**
   * What is there of what was asked for.
   *
   * @param steps by key
   * @param earlier keys of those that were last used on another day
   */
  public record Found(Map<String, byte[]> steps, Set<String> earlier) {}

  /** Those that are there. */
  public Found find(Collection<String> keys, LocalDate day) {
    return database.transact(session -> {
      Found found = new Found(new HashMap<>(), new TreeSet<>());
      for (String key : Set.copyOf(keys)) {
        session
            .query("find-embedding")
            .bind("key", key)
            .map((row, context) -> {
              found.steps.put(key, row.getBytes("steps"));
              return row.getString("used");
            })
            .findOne()
            .filter(used -> !used.equals(day.toString()))
            .ifPresent(used -> found.earlier.add(key));
      }
      return found;
    });
  }

  /**
   * Keeps what is new and the day of what was used again, and forgets what was used in none of the
   * last weeks. Where there is nothing of either, nothing is written.
   */
  public void save(Map<String, byte[]> fresh, Collection<String> again, LocalDate day) {
    if (fresh.isEmpty() && again.isEmpty()) {
      return;
    }
    database.transact(session -> {
      var batch = session.batch("save-embedding");
      fresh.forEach((key, steps) ->
          batch.bind("key", key).bind("steps", steps).bind("day", day.toString()).add());
      batch.execute();
      var used = session.batch("use-embedding");
      again.forEach(key -> used.bind("key", key).bind("day", day.toString()).add());
      used.execute();
      return session
          .update("sweep-embeddings")
          .bind("day", day.minusDays(DAYS).toString())
          .execute();
    });
  }
}
