package dev.mldigest.store;

import dev.mldigest.domain.CoveredSpan;
import dev.mldigest.domain.Gap;
import dev.mldigest.domain.Window;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Rows;
import dev.mldigest.store.database.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Update;

/** Time of which entries may be missing, and what is known of each source's covered span. */
public final class Gaps {
  private static final RowMapper<Gap> GAP = ConstructorMapper.of(Gap.class);

  private final Database database;

  Gaps(Database database) {
    this.database = database;
  }

  /** The gaps that touch a window, oldest first, by source id. */
  public Map<String, List<Gap>> touching(Window window) {
    Map<String, List<Gap>> bySource = new LinkedHashMap<>();
    database
        .transact(session ->
            session
                .query("gaps-touching", window)
                .map((row, context) ->
                    Map.entry(Rows.required(row, "source_id"), GAP.map(row, context)))
                .list())
        .forEach(gap ->
            bySource.computeIfAbsent(gap.getKey(), id -> new ArrayList<>()).add(gap.getValue()));
    return bySource;
  }

  /** How many entries of each source are dated within the window. */
  public Map<String, Integer> entries(Window window) {
    Map<String, Integer> bySource = new LinkedHashMap<>();
    database
        .transact(session ->
            session
                .query("entries-by-source", window)
                .map((row, context) -> Map.entry(Rows.required(row, "source_id"), row.getInt("n")))
                .list())
        .forEach(count -> bySource.put(count.getKey(), count.getValue()));
    return bySource;
  }

  /** The sources that were asked within the window, by id. */
  public List<String> asked(Window window) {
    return database.transact(
        session -> session.query("sources-asked", window).mapTo(String.class).list());
  }

  /** A gap that goes on where one of the same kind ended is that one, longer. */
  static void apply(Session session, String source, CoveredSpan covering, Instant at) {
    covering
        .closing()
        .ifPresent(closing ->
            session
                .update("close-gaps")
                .bind("source", source)
                .bind("from", Rows.text(closing.window().from()))
                .bind("to", Rows.text(closing.window().to()))
                .bind("reason", closing.reason())
                .execute());
    covering.gap().ifPresent(gap -> add(session, source, gap, at));
  }

  private static void add(Session session, String source, Gap gap, Instant at) {
    int longer = bound(session, "lengthen-gap", source, gap).execute();
    if (longer == 0) {
      bound(session, "insert-gap", source, gap).bind("at", Rows.text(at)).execute();
    }
  }

  private static Update bound(Session session, String statement, String source, Gap gap) {
    return session
        .update(statement)
        .bind("source", source)
        .bind("since", Rows.text(gap.since()))
        .bind("until", Rows.text(gap.until()))
        .bind("reason", gap.reason());
  }
}
