package dev.mldigest.store.database;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.LeadImage;
import dev.mldigest.domain.article.PageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows become records. Instants are ISO-8601 in UTC to the second, so that they sort as text. */
public final class Rows {
  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
  private static final TypeReference<List<Enclosure>> ENCLOSURES = new TypeReference<>() {};

  private Rows() {}

  /** Teaches what maps rows to records by their names how instants and weeks are stored. */
  static Jdbi registered(Jdbi jdbi) {
    return jdbi.registerColumnMapper(
            Instant.class, (row, place, context) -> instant(row.getString(place)))
        .registerColumnMapper(
            Week.class, (row, place, context) -> Week.parse(row.getString(place)));
  }

  public static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  public static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** To the second above: what must not be done before an instant is not done before it. */
  public static @Nullable String notBefore(@Nullable Instant instant) {
    return instant == null ? null : text(instant.plus(Duration.ofNanos(999_999_999)));
  }

  public static Entry entry(ResultSet row) throws SQLException {
    FeedEntry feedEntry =
        FeedEntry.titled(required(row, "title"))
            .guid(row.getString("guid"))
            .link(row.getString("link"))
            .published(instant(row.getString("published")))
            .updated(instant(row.getString("updated")))
            .authors(Json.read(row.getString("authors"), STRINGS))
            .summary(row.getString("summary"))
            .content(row.getString("content"))
            .categories(Json.read(row.getString("categories"), STRINGS))
            .enclosures(Json.read(row.getString("enclosures"), ENCLOSURES))
            .transcripts(Json.read(row.getString("transcripts"), ENCLOSURES))
            .signals(
                new Signals(
                    row.getInt("points"), row.getInt("comments"), row.getInt("withdrawn") != 0))
            .build();
    return new Entry(
        required(row, "id"),
        required(row, "source_id"),
        feedEntry,
        row.getString("canonical"),
        Instant.parse(required(row, "date")),
        Instant.parse(required(row, "first_seen")));
  }

  /** The outcome of reading the entry's article, or null where nobody tried. */
  public static @Nullable ExtractOutcome outcome(ResultSet row) throws SQLException {
    String outcome = row.getString("article_outcome");
    if (outcome == null) {
      return null;
    }
    return switch (outcome) {
      case "extracted" -> new ExtractOutcome.Extracted(article(row));
      case "unreadable" ->
          new ExtractOutcome.Unreadable(
              kind(required(row, "kind")), required(row, "article_reason"));
      default -> new ExtractOutcome.Missing(required(row, "article_reason"));
    };
  }

  private static Article article(ResultSet row) throws SQLException {
    return new Article(
        required(row, "article_url"),
        new Article.About(
            required(row, "article_title"),
            row.getString("byline"),
            instant(row.getString("article_published")),
            row.getString("language"),
            row.getString("site_name"),
            row.getString("article_canonical"),
            image(row)),
        kind(required(row, "kind")),
        new Article.Body(required(row, "text"), required(row, "markdown"), row.getInt("words")));
  }

  private static @Nullable LeadImage image(ResultSet row) throws SQLException {
    String url = row.getString("image_url");
    return url == null ? null : new LeadImage(url, required(row, "image_alt"));
  }

  public static String required(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  private static PageKind kind(String word) {
    return PageKind.valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
