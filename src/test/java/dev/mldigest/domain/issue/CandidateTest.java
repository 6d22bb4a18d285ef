package dev.mldigest.domain.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidateTest {
  private static final Instant FEED = Instant.parse("2025-12-11T09:00:00Z");
  private static final Instant OLD = Instant.parse("2025-10-07T07:00:00Z");

  private static Instant published(SourceKind kind, String link, @Nullable Instant page) {
    Source source =
        new Source("s", "S", kind, URI.create("https://s.example"), "news", 1, List.of(), null);
    FeedEntry entry = FeedEntry.titled("T").link(link).build();
    Article.About about = new Article.About("T", null, page, null, null, null, null);
    Article article =
        new Article(link, about, PageKind.POST, new Article.Body("Text.", "Text.", 1));
    return new Candidate(new Entry("a", "s", entry, "s.example/a", FEED, FEED), source, article)
        .published();
  }

  @Test
  void an_old_page_that_a_feed_tells_as_new_was_published_when_its_page_says() {
    String link = "https://s.example/a";
    assertThat(published(SourceKind.BLOG, link, OLD)).isEqualTo(OLD);
    assertThat(published(SourceKind.BLOG, link, null)).isEqualTo(FEED);
    assertThat(published(SourceKind.BLOG, link, Instant.parse("2025-12-19T21:00:00Z")))
        .as("changed since")
        .isEqualTo(FEED);
    assertThat(published(SourceKind.BLOG, link, Instant.parse("2025-12-10T00:00:00Z")))
        .as("the same day elsewhere")
        .isEqualTo(FEED);
  }

  @Test
  void papers_and_pages_of_several_entries_have_their_feeds_date() {
    assertThat(published(SourceKind.ARXIV, "https://arxiv.org/abs/2512.01234", OLD))
        .isEqualTo(FEED);
    assertThat(published(SourceKind.BLOG, "https://s.example/notes#v1.2", OLD)).isEqualTo(FEED);
  }
}
