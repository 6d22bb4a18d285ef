package dev.mldigest.pipeline.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What identifies an entry: its address, unless that is the address of others too. */
class EntryAddressesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final String NOTES = "https://docs.site.example/release-notes";
  private static final String SHOW = "https://show.example/the-show";

  private static Source source(SourceKind kind) {
    URI url = URI.create("https://feeds.example/x/feed.xml");
    return new Source("s", "S", kind, url, "news", 1, List.of(), null);
  }

  private static FeedEntry entry(@Nullable String guid, String title, String link) {
    return entry(guid, title, link, NOW);
  }

  private static FeedEntry entry(@Nullable String guid, String title, String link, Instant at) {
    return FeedEntry.titled(title).guid(guid).link(link).published(at).build();
  }

  private static List<Entry> taken(SourceKind kind, List<FeedEntry> known, FeedEntry... stated) {
    Feed feed = new Feed("rss-2.0", "S", "https://site.example/", List.of(stated), List.of(), true);
    return Intake.entries(source(kind), feed, known, false, NOW);
  }

  private static List<Entry> taken(FeedEntry... stated) {
    return taken(SourceKind.BLOG, List.of(), stated);
  }

  private static void areItemsOfTheirOwn(List<Entry> entries) {
    assertThat(entries).extracting(Entry::id).doesNotHaveDuplicates();
    assertThat(entries).extracting(Entry::page).doesNotHaveDuplicates();
    assertThat(entries).allMatch(Entry::isPlaceless);
  }

  @Test
  void release_notes_of_one_page_are_items_of_their_own() {
    areItemsOfTheirOwn(
        taken(entry("t:1", "Batching", NOTES + "#v1"), entry("t:2", "Caching", NOTES + "#v2")));
    areItemsOfTheirOwn(
        taken(
            entry(NOTES + "#v1", "Release notes", NOTES + "#v1"),
            entry(NOTES + "#v2", "Release notes", NOTES + "#v2")));
    areItemsOfTheirOwn(
        taken(entry(null, "Batching", NOTES + "#v1"), entry(null, "Caching", NOTES + "#v2")));
  }

  @ParameterizedTest
  @EnumSource(
      value = SourceKind.class,
      names = {"BLOG", "NEWS", "PODCAST", "VIDEO", "RELEASES"})
  void episodes_that_all_lead_to_the_show_are_items_of_their_own(SourceKind kind) {
    areItemsOfTheirOwn(
        taken(kind, List.of(), entry("e1", "On kernels", SHOW), entry("e2", "On caches", SHOW)));
  }

  @Test
  void an_episode_is_told_from_those_of_earlier_weeks() {
    FeedEntry before = entry("e1", "On kernels", SHOW, NOW.minus(Duration.ofDays(7)));
    List<Entry> entries =
        taken(SourceKind.PODCAST, List.of(before), entry("e2", "On caches", SHOW));
    areItemsOfTheirOwn(entries);
    FeedEntry same = entry("e3", "Notes", SHOW, NOW.minus(Duration.ofDays(7)));
    areItemsOfTheirOwn(taken(SourceKind.PODCAST, List.of(same), entry("e4", "Notes", SHOW)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://site.example/",
        "http://www.site.example",
        "https://feeds.example/x/feed.xml",
        "https://feeds.example/?utm_source=rss"
      })
  void the_address_of_the_feed_or_its_home_is_nobodys(String home) {
    Entry entry = taken(entry("t:1", "Batching", home)).getFirst();
    assertThat(entry.isPlaceless()).isTrue();
    assertThat(entry.page()).isEqualTo(entry.id());
    assertThat(entry.link()).isEqualTo(home);
    // Without an identifier, or with the home for one, title and date tell them apart.
    for (String guid : new String[] {null, home}) {
      assertThat(taken(entry(guid, "Batching", home)).getFirst().id())
          .isNotEqualTo(taken(entry(guid, "Caching", home)).getFirst().id());
    }
  }

  @Test
  void an_article_that_was_only_given_another_identifier_is_one() {
    FeedEntry before = entry("?p=12", "On kernels", "https://site.example/kernels");
    FeedEntry after = entry("post/12", "On Kernels ", "https://site.example/kernels?utm_source=x");
    List<Entry> entries = taken(SourceKind.BLOG, List.of(before), after);
    assertThat(entries.getFirst().page()).isEqualTo("https://site.example/kernels");
  }

  /** No pair of them is compared: there are 200 million. */
  @Test
  void as_many_entries_as_a_feed_may_have_can_lead_to_one_page() {
    String link = "https://site.example/kernels";
    FeedEntry[] same =
        IntStream.range(0, 20_000)
            .mapToObj(i -> entry("?p=" + i, "On kernels", link))
            .toArray(FeedEntry[]::new);
    assertThat(taken(same)).hasSize(20_000).extracting(Entry::page).containsOnly(link);
    same[10_000] = entry("?p=10000", "On kernels", link, NOW.minus(Duration.ofDays(7)));
    areItemsOfTheirOwn(taken(same));
  }

  @Test
  void an_entry_that_was_given_another_title_is_no_other_one() {
    FeedEntry before = entry("?p=12", "On kernels", "https://site.example/kernels");
    FeedEntry after = entry("?p=12", "On caches", "https://site.example/kernels");
    List<Entry> entries = taken(SourceKind.BLOG, List.of(before), after);
    assertThat(entries.getFirst().page()).isEqualTo("https://site.example/kernels");
  }

  @Test
  void one_video_under_several_addresses_is_one_page() {
    List<Entry> entries =
        taken(
            entry(null, "One", "https://www.youtube.com/watch?v=a1B2c3-_d4E"),
            entry(null, "Two", "https://youtu.be/a1B2c3-_d4E?si=x"),
            entry("https://youtu.be/a1B2c3-_d4E?si=y", "Three", "https://youtu.be/a1B2c3-_d4E"));
    assertThat(entries).extracting(Entry::page).containsOnly(entries.getFirst().canonical());
  }

  @ParameterizedTest
  @EnumSource(
      value = SourceKind.class,
      names = {"HACKER_NEWS", "REDDIT", "NEWS_API", "LISTING", "SITEMAP"})
  void what_others_say_of_a_page_is_about_that_page(SourceKind kind) {
    List<Entry> entries =
        taken(kind, List.of(), entry("hn:1", "Look", NOTES), entry("hn:2", "Look here", NOTES));
    assertThat(entries).extracting(Entry::page).containsOnly(NOTES);
  }

  @Test
  void discussions_in_a_feed_are_about_the_page_they_name() {
    List<Entry> entries =
        taken(
            entry("https://feeds.example/s/1", "Look", NOTES),
            entry("https://feeds.example/s/2", "Look here", NOTES));
    assertThat(entries).extracting(Entry::page).containsOnly(NOTES);
  }
}
