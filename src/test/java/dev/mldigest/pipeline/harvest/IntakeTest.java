package dev.mldigest.pipeline.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Baseline;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When an entry counts that states no date. */
class IntakeTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  private static FeedEntry entry(int number, @Nullable Instant at) {
    return FeedEntry.titled("Note " + number)
        .guid("note-" + number)
        .link("https://lab.example/" + number)
        .published(at)
        .build();
  }

  private static List<FeedEntry> undated(int count) {
    return IntStream.range(0, count).mapToObj(i -> entry(i, null)).toList();
  }

  private static List<String> news(boolean first, List<FeedEntry> stated) {
    URI url = URI.create("https://lab.example/feed.xml");
    Source source = new Source("s", "S", SourceKind.BLOG, url, "news", 1, List.of(), null);
    Feed feed = new Feed("rss-2.0", "S", "https://lab.example/", stated, List.of(), true);
    return Intake.entries(source, feed, List.of(), first, NOW).stream()
        .filter(entry -> !entry.date().equals(Baseline.DATE))
        .map(Entry::title)
        .toList();
  }

  @Test
  void of_a_new_feeds_undated_backlog_only_the_newest_few_are_news() {
    assertThat(news(true, undated(40))).containsExactly("Note 0", "Note 1", "Note 2");
  }

  @Test
  void what_a_known_feed_adds_without_a_date_is_news() {
    assertThat(news(false, undated(40))).hasSize(40);
  }

  @Test
  void where_the_stated_dates_rise_the_newest_stand_last() {
    List<FeedEntry> rising = new ArrayList<>();
    rising.add(entry(90, NOW.minus(Duration.ofDays(9))));
    rising.addAll(undated(10));
    rising.add(entry(91, NOW.minus(Duration.ofDays(1))));
    assertThat(news(true, rising))
        .containsExactly("Note 90", "Note 7", "Note 8", "Note 9", "Note 91");
  }
}
