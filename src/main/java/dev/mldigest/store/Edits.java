package dev.mldigest.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Rewrite;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Json;
import dev.mldigest.store.database.Rows;
import dev.mldigest.store.database.Session;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What editors did with the digests: events that are appended and never changed. */
public final class Edits {
  private static final TypeReference<Rewrite> REWRITE = new TypeReference<>() {};

  private static final String REVIEWED = "reviewed";
  private static final String DELETED = "deleted";
  private static final String VANISHED = "vanished";
  private static final String RETURNED = "returned";

  private final Database database;

  Edits(Database database) {
    this.database = database;
  }

  /** Something the editor did, in a word and in full. */
  public record Edited(@Nullable String item, String kind, String detail) {}

  /**
   * An edit that is known already is not stored again: a redo finds the same edits again. An item
   * that was gone and is not any more has returned.
   */
  static void add(Session session, Week week, List<Edited> edits, Instant at) {
    edits.stream().filter(edit -> !isGone(edit)).forEach(edit -> insert(session, week, at, edit));
    comeAndGo(session, week, at, edits.stream().filter(Edits::isGone).toList());
  }

  private static boolean isGone(Edited edit) {
    return edit.kind().equals(DELETED) || edit.kind().equals(VANISHED);
  }

  /** The newest event of an item says whether it is gone. */
  private static void comeAndGo(Session session, Week week, Instant at, List<Edited> gone) {
    Map<String, String> known = known(session, week);
    for (Edited edit : gone) {
      if (!edit.kind().equals(known.remove(String.valueOf(edit.item())))) {
        append(session, week, at, edit);
      }
    }
    known.keySet().forEach(id -> append(session, week, at, new Edited(id, RETURNED, "")));
  }

  /**
   * The editor worked on the week by name: what was rejected is gone, what stands there again has
   * returned.
   */
  static void handled(
      Session session, Week week, Set<String> rejected, Set<String> standing, Instant at) {
    Map<String, String> known = known(session, week);
    rejected.stream()
        .filter(id -> !standing.contains(id) && !DELETED.equals(known.get(id)))
        .forEach(id -> append(session, week, at, new Edited(id, DELETED, "")));
    known.keySet().stream()
        .filter(standing::contains)
        .forEach(id -> append(session, week, at, new Edited(id, RETURNED, "")));
  }

  private static Map<String, String> known(Session session, Week week) {
    Map<String, String> known = new LinkedHashMap<>();
    session.query("gone").map(ConstructorMapper.of(GoneItem.class)).stream()
        .filter(item -> item.week().equals(week))
        .forEach(item -> known.put(item.id(), item.kind()));
    return known;
  }

  private static int append(Session session, Week week, Instant at, Edited edit) {
    return edit(session.update("append-edit"), week, at, edit);
  }

  private static int insert(Session session, Week week, Instant at, Edited edit) {
    return edit(session.update("insert-edit"), week, at, edit);
  }

  private static int edit(Update update, Week week, Instant at, Edited edit) {
    return update
        .bind("week", week.toString())
        .bind("at", Rows.text(at))
        .bind("item", edit.item())
        .bind("kind", edit.kind())
        .bind("detail", edit.detail())
        .execute();
  }

  record GoneItem(Week week, String id, String kind) {}

  /** Ids of the items that the editor took out of each week's digest, as far as a run saw it. */
  public Map<Week, Set<String>> deleted() {
    return gone(DELETED);
  }

  /** Ids of the items that left the week's digest with most others and are not yet rejected. */
  public Set<String> vanished(Week week) {
    return gone(VANISHED).getOrDefault(week, Set.of());
  }

  private Map<Week, Set<String>> gone(String kind) {
    return database.transact(session ->
        session.query("gone").map(ConstructorMapper.of(GoneItem.class)).stream()
            .filter(item -> item.kind().equals(kind))
            .collect(
                Collectors.groupingBy(
                    GoneItem::week, Collectors.mapping(GoneItem::id, Collectors.toSet()))));
  }

  /** Somebody opened the digest for review and closed it again. */
  public void reviewed(Week week, Instant at) {
    database.transact(session -> insert(session, week, at, new Edited(null, REVIEWED, "")));
  }

  /**
   * Remembers the digest that was handed on, as it stood then, with its anchors.
   *
   * @param digest the text, kept once as long as it is the newest
   */
  public void published(Week week, Instant at, String digest) {
    database.transact(session ->
        session
            .update("insert-published", week)
            .bind("at", Rows.text(at))
            .bind("digest", digest)
            .execute());
  }

  /** The digests that were handed on, each as it was last. */
  public Map<Week, String> published() {
    return database.transact(session -> {
      Map<Week, String> byWeek = new LinkedHashMap<>();
      session
          .query("published")
          .map((row, context) ->
              Map.entry(Week.parse(Rows.required(row, "week")), Rows.required(row, "detail")))
          .forEach(digest -> byWeek.put(digest.getKey(), digest.getValue()));
      return byWeek;
    });
  }

  /** The weeks whose digest the editor is known to have worked on. */
  public Set<Week> workedOn() {
    return database.transact(session ->
        session
            .query("weeks-worked-on")
            .map((row, context) -> Week.parse(Rows.required(row, "week")))
            .set());
  }

  /**
   * Appends the wish to have an item written again; null takes an earlier wish back.
   *
   * @param item the entry's id
   */
  public void rewrite(Week week, Instant at, String item, @Nullable Rewrite rewrite) {
    database.transact(session ->
        session
            .update("insert-rewrite", week)
            .bind("at", Rows.text(at))
            .bind("item", item)
            .bind("detail", rewrite == null ? "" : Json.write(rewrite))
            .execute());
  }

  /** The latest wish for each item of a week that has one, by entry id. */
  public Map<String, Rewrite> rewrites(Week week) {
    return database.transact(session -> {
      Map<String, Rewrite> latest = new LinkedHashMap<>();
      session
          .query("rewrites", week)
          .map((row, context) -> Map.entry(row.getString("item_id"), row.getString("detail")))
          .forEach(event -> {
            latest.remove(event.getKey());
            if (!event.getValue().isEmpty()) {
              latest.put(event.getKey(), Json.read(event.getValue(), REWRITE));
            }
          });
      return latest;
    });
  }
}
