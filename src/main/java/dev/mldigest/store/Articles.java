package dev.mldigest.store;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.store.database.Database;
import dev.mldigest.store.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The articles' texts: one row per page, written once; only a page that could not be had is tried
 * again.
 */
public final class Articles {
  /** A run that is begun again does not ask again for what just failed. */
  private static final Duration RETRY_AFTER = Duration.ofHours(1);

  private final Database database;

  Articles(Database database) {
    this.database = database;
  }

  /** The window's entries whose page has not been read, those of one page next to each other. */
  public List<Entry> toRead(Window window, Instant now) {
    return database.transact(session -> toRead(session.query("pages-to-read"), window, now));
  }

  /** Those of the window's entries that point to one of these pages, if it has not been read. */
  public List<Entry> toRead(Collection<String> pages, Window window, Instant now) {
    return database.transact(session ->
        pages.stream()
            .flatMap(page ->
                toRead(session.query("page-to-read").bind("page", page), window, now).stream())
            .toList());
  }

  private static List<Entry> toRead(Query query, Window window, Instant now) {
    return query
        .bind("from", Rows.text(window.from()))
        .bind("to", Rows.text(window.to()))
        .bind("retryBefore", Rows.text(now.minus(RETRY_AFTER)))
        .map((row, context) -> Rows.entry(row))
        .list();
  }

  /** What the latest entries of a source say, up to that time. */
  public List<String> textsOf(String sourceId, Instant to, int most) {
    return database.transact(session ->
        session
            .query("texts-of-source")
            .bind("source", sourceId)
            .bind("to", Rows.text(to))
            .bind("most", most)
            .mapTo(String.class)
            .list());
  }

  /** What was read of a page; empty where nothing could be. */
  public Optional<Article> of(String page) {
    return database
        .transact(session ->
            session
                .query("page-read")
                .bind("page", page)
                .map((row, context) -> Optional.ofNullable(Rows.outcome(row)))
                .findOne())
        .flatMap(outcome -> outcome)
        .filter(ExtractOutcome.Extracted.class::isInstance)
        .map(outcome -> ((ExtractOutcome.Extracted) outcome).article());
  }

  public void record(String page, ExtractOutcome outcome, Instant at) {
    switch (outcome) {
      case ExtractOutcome.Extracted(var article) ->
          save(page, "extracted", "", at, article, article.kind().word());
      case ExtractOutcome.Unreadable(var kind, String reason) ->
          save(page, "unreadable", reason, at, null, kind.word());
      case ExtractOutcome.Missing(String reason) -> save(page, "missing", reason, at, null, null);
    }
  }

  private void save(
      String page,
      String outcome,
      String reason,
      Instant at,
      @Nullable Article article,
      @Nullable String kind) {
    database.transact(session ->
        session
            .update("save-article")
            .bind("page", page)
            .bind("outcome", outcome)
            .bind("reason", reason)
            .bind("at", Rows.text(at))
            .bind("url", article == null ? null : article.url())
            .bind("title", article == null ? null : article.title())
            .bind("byline", article == null ? null : article.about().byline())
            .bind("published", article == null ? null : Rows.text(article.about().published()))
            .bind("language", article == null ? null : article.about().language())
            .bind("siteName", article == null ? null : article.about().siteName())
            .bind("canonical", article == null ? null : article.about().canonical())
            .bind("kind", kind)
            .bind("text", article == null ? null : article.text())
            .bind("markdown", article == null ? null : article.markdown())
            .bind("words", article == null ? 0 : article.words())
            .bind(
                "imageUrl",
                article == null || article.about().image() == null
                    ? null
                    : article.about().image().url())
            .bind(
                "imageAlt",
                article == null || article.about().image() == null
                    ? null
                    : article.about().image().alt())
            .execute());
  }
}
