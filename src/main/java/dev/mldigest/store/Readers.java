package dev.mldigest.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.readers.LinkClicks;
import dev.mldigest.domain.readers.Readership;
import dev.mldigest.domain.readers.Totals;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Json;
import dev.mldigest.store.database.Rows;
import dev.mldigest.store.database.Session;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** What readers did with the issues: the last that was told of each week and target. */
public final class Readers {
  private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};

  private final Database database;

  Readers(Database database) {
    this.database = database;
  }

  /** A row without its links. */
  record Row(
      Week week,
      String target,
      Instant asked,
      Readership.Measure totalled,
      Readership.Measure measure,
      @Nullable Long recipients,
      @Nullable Long opens,
      @Nullable Long clicks,
      @Nullable Long unsubscribes,
      @Nullable Long replies,
      @Nullable Long moreLikeThis,
      @Nullable Long lessLikeThis,
      boolean complete,
      String notes) {
    Readership with(List<LinkClicks> links) {
      Totals totals =
          new Totals(recipients, opens, clicks, unsubscribes, replies, moreLikeThis, lessLikeThis);
      return new Readership(
          week,
          target,
          asked,
          new Readership.Counts(
              totals, totalled, measure, links, complete, Json.read(notes, SENTENCES)));
    }
  }

  /** All of them, newest week first, by target within it. */
  public List<Readership> all() {
    return database.transact(session ->
        session.query("readerships").map(ConstructorMapper.of(Row.class)).list().stream()
            .map(row -> row.with(links(session, row)))
            .toList());
  }

  private static List<LinkClicks> links(Session session, Row row) {
    return session
        .query("link-clicks", row.week())
        .bind("target", row.target())
        .map(ConstructorMapper.of(LinkClicks.class))
        .list();
  }

  /** Keeps it in the place of what was known of the same week and target. */
  public void keep(Readership readership) {
    database.transact(session -> {
      Totals totals = readership.counts().totals();
      session
          .update("keep-readership", readership.week())
          .bind("target", readership.target())
          .bind("asked", Rows.text(readership.asked()))
          .bind("totalled", readership.counts().totalled().name())
          .bind("measure", readership.counts().measure().name())
          .bind("recipients", totals.recipients())
          .bind("opens", totals.opens())
          .bind("clicks", totals.clicks())
          .bind("unsubscribes", totals.unsubscribes())
          .bind("replies", totals.replies())
          .bind("moreLikeThis", totals.moreLikeThis())
          .bind("lessLikeThis", totals.lessLikeThis())
          .bind("complete", readership.counts().complete() ? 1 : 0)
          .bind("notes", Json.write(readership.counts().notes()))
          .execute();
      session
          .update("drop-link-clicks", readership.week())
          .bind("target", readership.target())
          .execute();
      for (LinkClicks link : readership.counts().links()) {
        session
            .update("insert-link-clicks", readership.week())
            .bind("target", readership.target())
            .bind("link", link.link())
            .bind("clicks", link.clicks())
            .execute();
      }
      return readership.counts().links().size();
    });
  }
}
