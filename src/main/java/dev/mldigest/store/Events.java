package dev.mldigest.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Json;
import dev.mldigest.store.database.Rows;
import dev.mldigest.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What was done to the issues: appended under the next number of the issue, never changed. */
public final class Events {
  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

  private final Database database;

  Events(Database database) {
    this.database = database;
  }

  /**
   * An event as it is kept.
   *
   * @param words what it says besides its kind and its item
   * @param delta how it changed the text of digest.md
   */
  public record Row(
      int number,
      Instant at,
      String author,
      String kind,
      @Nullable String item,
      List<String> words,
      List<String> delta) {
    public Row {
      words = List.copyOf(words);
      delta = List.copyOf(delta);
    }
  }

  /**
   * What an issue was generated from since an event.
   *
   * @param generated the base of a merge
   * @param json issue.json
   */
  public record Edition(String generated, String json) {}

  /**
   * An edition that an issue goes back to.
   *
   * @param decisions on the week's entries, as they are with it
   * @param summaries by entry id
   */
  public record Back(Edition edition, List<Decision> decisions, Map<String, Summary> summaries) {
    public Back {
      decisions = List.copyOf(decisions);
      summaries = Map.copyOf(summaries);
    }
  }

  /**
   * What goes with events that are appended.
   *
   * @param text what digest.md is to hold
   * @param seen what it held, null for no file
   * @param back what the issue goes by from now on, null where that stays
   * @param rejected ids of items that the editor took out by name
   * @param standing ids of the items that stand in the text
   */
  public record Laid(
      String text,
      @Nullable String seen,
      @Nullable Back back,
      Set<String> rejected,
      Set<String> standing) {
    public Laid {
      rejected = Set.copyOf(rejected);
      standing = Set.copyOf(standing);
    }
  }

  /** The events of a week after that number, in order. */
  public List<Row> since(Week week, int number) {
    return database.transact(session ->
        session.query("events", week).bind("after", number).map((row, context) -> row(row)).list());
  }

  /** The number of the week's last event; 0 where there is none. */
  public int last(Week week) {
    return database.transact(session -> last(session, week));
  }

  private static int last(Session session, Week week) {
    return session.query("last-event", week).mapTo(Integer.class).one();
  }

  /** What the issue was generated from since that event; empty where that event changed nothing. */
  public Optional<Edition> edition(Week week, int number) {
    return database.transact(session ->
        session
            .query("edition", week)
            .bind("number", number)
            .map(ConstructorMapper.of(Edition.class))
            .findOne());
  }

  /**
   * Appends events, all or none, with what they make of the issue. The file is written after that:
   * {@link Issues#filesWritten} says so.
   *
   * @param expected number of the week's last event
   * @return false where another is the last, and nothing was done
   */
  public boolean append(Week week, int expected, List<Row> rows, Laid laid, Instant at) {
    return database.transact(session -> {
      if (!append(session, week, expected, rows)) {
        return false;
      }
      Back back = laid.back();
      if (back != null) {
        edition(session.update("set-edition", week), back.edition).execute();
        Ledger.decide(session, week, back.decisions);
        Issues.summarise(session, week, back.summaries);
      }
      session
          .update("lay-open", week)
          .bind("written", laid.text())
          .bind("seen", laid.seen())
          .execute();
      Edits.handled(session, week, laid.rejected(), laid.standing(), at);
      return true;
    });
  }

  /** The first events of an issue that was made before there were any. */
  public void begin(Week week, List<Row> rows, Edition edition) {
    database.transact(session -> {
      if (append(session, week, 0, rows)) {
        keep(session, week, rows.getFirst().number(), edition);
      }
      return rows.size();
    });
  }

  /** Within the transaction of others. */
  static boolean append(Session session, Week week, int expected, List<Row> rows) {
    if (last(session, week) != expected) {
      return false;
    }
    for (Row row : rows) {
      session
          .update("insert-event", week)
          .bind("number", row.number)
          .bind("at", Rows.text(row.at))
          .bind("author", row.author)
          .bind("kind", row.kind)
          .bind("item", row.item)
          .bind("words", Json.write(row.words))
          .bind("delta", Json.write(row.delta))
          .execute();
    }
    return true;
  }

  static void keep(Session session, Week week, int number, Edition edition) {
    edition(session.update("insert-edition", week).bind("number", number), edition).execute();
  }

  private static Update edition(Update update, Edition edition) {
    return update.bind("generated", edition.generated).bind("json", edition.json);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getInt("number"),
        Instant.parse(Rows.required(row, "at")),
        Rows.required(row, "author"),
        Rows.required(row, "kind"),
        row.getString("item"),
        Json.read(row.getString("words"), STRINGS),
        Json.read(row.getString("delta"), STRINGS));
  }
}
