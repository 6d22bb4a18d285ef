package dev.mldigest.select;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.web.CanonicalUrl;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Candidates for tests, written here. */
public final class Newsroom {
  public static final Window WINDOW =
      new Window(Instant.parse("2026-02-23T06:00:00Z"), Instant.parse("2026-03-02T06:00:00Z"));
  public static final Instant INSIDE = WINDOW.from().plus(Duration.ofDays(2));

  private Newsroom() {}

  public static Source source(String id, SourceKind kind, String section, double weight) {
    URI url = URI.create("https://" + id + ".example/feed");
    return new Source(id, "The " + id, kind, url, section, weight, List.of(), null);
  }

  public static Source blog(String id) {
    return source(id, SourceKind.BLOG, "posts", 1);
  }

  public static Candidate candidate(String id, Source source, String title, @Nullable String text) {
    return candidate(id, source, title, text, "https://" + source.id() + ".example/" + id, INSIDE);
  }

  public static Candidate candidate(
      String id, Source source, String title, @Nullable String text, String link, Instant date) {
    FeedEntry item = FeedEntry.titled(title).guid(id).link(link).published(date).build();
    String canonical = CanonicalUrl.of(link).orElse(null);
    Entry entry = new Entry(id, source.id(), item, canonical, date, date);
    return new Candidate(entry, source, text == null ? null : article(link, title, text, null));
  }

  public static Article article(String url, String title, String text, @Nullable String canonical) {
    int words = text.split("\\s+").length;
    return new Article(
        url,
        new Article.About(title, null, null, "en", null, canonical, null),
        PageKind.POST,
        new Article.Body(text, text, words));
  }
}
