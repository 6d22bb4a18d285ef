package dev.mldigest.pipeline.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.CoveredSpan;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Gap;
import dev.mldigest.domain.Seen;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
  private static final Instant FROM = NOW.minus(Duration.ofDays(30));
  private static final Instant WATERMARK = NOW.minus(Duration.ofHours(12));
  private static final SourceState READ = read(Duration.ofHours(6)).covering(FROM, WATERMARK);

  private static SourceState read(@Nullable Duration every) {
    return SourceState.NEW.toBuilder().bodyHash("h").every(every).build();
  }

  private static Entry entry(String id, @Nullable Instant date) {
    FeedEntry stated = FeedEntry.titled(id).guid(id).published(date).build();
    return new Entry(id, "s", stated, null, date == null ? NOW : date, NOW);
  }

  private static Entry old(String id, long hours) {
    return entry(id, NOW.minus(Duration.ofHours(hours)));
  }

  private static CoveredSpan after(
      SourceState before, boolean whole, @Nullable Window asked, List<Entry> entries, Seen seen) {
    Feed feed = new Feed("rss-2.0", "t", null, List.of(), List.of(), whole);
    return Coverage.after(
        before,
        new FetchOutcome.Fetched(feed, Validators.NONE, "h", null, Duration.ZERO, asked),
        entries,
        seen,
        NOW);
  }

  private static CoveredSpan after(List<Entry> entries, Set<String> known, Set<String> newest) {
    return after(READ, true, null, entries, new Seen(known, newest));
  }

  @Test
  void a_document_that_still_holds_one_of_the_newest_known_has_no_gap() {
    CoveredSpan covering =
        after(List.of(old("new", 1), old("known", 11)), Set.of("known"), Set.of("known"));
    assertThat(covering.gap()).isEmpty();
    assertThat(covering.from()).isEqualTo(FROM);
    assertThat(covering.to()).isEqualTo(NOW);
  }

  @Test
  void a_document_in_which_nothing_is_known_has_moved_on() {
    CoveredSpan covering = after(List.of(old("b", 1), old("a", 3)), Set.of(), Set.of());
    assertThat(covering.gap())
        .contains(new Gap(WATERMARK, NOW.minus(Duration.ofHours(3)), Gap.MOVED_ON));
    assertThat(covering.to()).isEqualTo(NOW);
  }

  @Test
  void a_pinned_old_entry_does_not_hide_that_it_has_moved_on() {
    CoveredSpan covering =
        after(List.of(old("pinned", 9_000), old("b", 1), old("a", 3)), Set.of("pinned"), Set.of());
    assertThat(covering.gap()).map(Gap::until).contains(NOW.minus(Duration.ofHours(3)));
  }

  @Test
  void a_document_that_reaches_back_to_the_last_poll_has_no_gap_though_nothing_is_known() {
    assertThat(after(List.of(old("c", 1), old("b", 13), old("a", 14)), Set.of(), Set.of()).gap())
        .isEmpty();
  }

  @Test
  void without_dates_the_gap_lasts_until_now() {
    assertThat(after(List.of(entry("a", null)), Set.of(), Set.of()).gap())
        .contains(new Gap(WATERMARK, NOW, Gap.MOVED_ON));
  }

  @Test
  void an_old_copy_from_a_cache_proves_nothing() {
    CoveredSpan covering = after(List.of(old("a", 40)), Set.of("a"), Set.of());
    assertThat(covering.gap()).isEmpty();
    assertThat(covering.to()).isEqualTo(WATERMARK);
  }

  @Test
  void an_empty_document_is_a_success_where_it_never_held_anything() {
    CoveredSpan covering =
        after(read(null).covering(FROM, WATERMARK), true, null, List.of(), Seen.NONE);
    assertThat(covering.gap()).isEmpty();
    assertThat(covering.to()).isEqualTo(NOW);
  }

  @Test
  void a_document_that_is_empty_all_at_once_proves_nothing() {
    CoveredSpan covering = after(List.of(), Set.of(), Set.of());
    assertThat(covering.gap()).isEmpty();
    assertThat(covering.to()).isEqualTo(WATERMARK);
  }

  @Test
  void a_document_that_was_cut_short_is_a_possible_gap_until_a_whole_one_reaches_back() {
    List<Entry> entries = List.of(old("c", 1), old("b", 7), old("a", 13));
    Seen seen = new Seen(Set.of("a"), Set.of("a"));
    assertThat(after(READ, false, null, entries, seen).gap())
        .contains(new Gap(WATERMARK, NOW, Gap.CUT_SHORT));
    assertThat(after(READ, true, null, entries, seen).closing())
        .contains(
            new CoveredSpan.Closing(
                new Window(NOW.minus(Duration.ofHours(13)), NOW), Gap.CUT_SHORT));
  }

  @Test
  void the_first_document_covers_what_it_shows_but_not_back_to_what_is_pinned() {
    CoveredSpan covering =
        after(
            SourceState.NEW,
            true,
            null,
            List.of(old("pinned", 9_000), old("c", 1), old("b", 5), old("a", 9)),
            Seen.NONE);
    assertThat(covering.from()).isEqualTo(NOW.minus(Duration.ofHours(9)));
    assertThat(covering.gap()).isEmpty();
  }

  @Test
  void a_source_that_is_asked_by_date_says_itself_what_is_covered() {
    Window tooShort = new Window(NOW.minus(Duration.ofHours(2)), NOW);
    assertThat(after(READ, true, tooShort, List.of(), Seen.NONE).gap())
        .contains(new Gap(WATERMARK, tooShort.from(), Gap.OUT_OF_REACH));
    Window longer = new Window(FROM.minus(Duration.ofDays(1)), NOW);
    CoveredSpan covering = after(READ, true, longer, List.of(), Seen.NONE);
    assertThat(covering.gap()).isEmpty();
    assertThat(covering.from()).isEqualTo(longer.from());
    assertThat(covering.closing()).contains(new CoveredSpan.Closing(longer, null));
  }

  @Test
  void what_failed_changes_nothing() {
    assertThat(
            Coverage.after(
                READ,
                new FetchOutcome.Failed(FetchFailure.TIMEOUT, "x"),
                List.of(),
                Seen.NONE,
                NOW))
        .isEqualTo(new CoveredSpan(FROM, WATERMARK, Optional.empty(), Optional.empty()));
  }

  @Test
  void a_feed_is_read_as_often_as_it_publishes_whatever_is_pinned() {
    List<Entry> steady = IntStream.range(0, 10).mapToObj(i -> old("e" + i, i + 1L)).toList();
    assertThat(Rhythm.every(steady, 1, WATERMARK, null, NOW)).isEqualTo(Duration.ofHours(1));
    List<Entry> pinned = new java.util.ArrayList<>(steady.subList(0, 8));
    pinned.add(0, old("p", 90_000));
    pinned.add(old("q", 80_000));
    assertThat(Rhythm.every(pinned, 1, WATERMARK, null, NOW)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void without_dates_the_turnover_tells_how_often_to_read() {
    List<Entry> undated = IntStream.range(0, 10).mapToObj(i -> entry("e" + i, null)).toList();
    assertThat(Rhythm.every(undated, 10, null, null, NOW)).isZero();
    assertThat(Rhythm.every(undated, 5, WATERMARK, Duration.ZERO, NOW))
        .isEqualTo(Duration.ofHours(12));
    assertThat(Rhythm.every(undated, 0, WATERMARK, Duration.ofHours(3), NOW))
        .isEqualTo(Duration.ofHours(7));
  }

  @Test
  void one_entry_that_was_dated_back_does_not_hide_that_the_document_has_moved_on() {
    List<Entry> entries = List.of(old("a", 1), old("b", 2), old("c", 3), old("back", 84));
    assertThat(after(entries, Set.of(), Set.of()).gap())
        .contains(new Gap(WATERMARK, NOW.minus(Duration.ofHours(3)), Gap.MOVED_ON));
  }

  @Test
  void an_evergreen_at_the_end_does_not_stretch_what_a_document_covers() {
    List<Entry> entries = List.of(old("a", 1), old("b", 5), old("c", 10), old("2019", 50_000));
    assertThat(after(SourceState.NEW, true, null, entries, Seen.NONE).from())
        .isEqualTo(NOW.minus(Duration.ofHours(10)));
  }

  @Test
  void the_first_entries_of_a_document_that_was_empty_are_no_gap() {
    CoveredSpan first =
        after(
            read(null).covering(WATERMARK, WATERMARK),
            true,
            null,
            List.of(old("first", 1)),
            Seen.NONE);
    assertThat(first.gap()).isEmpty();
    assertThat(first.to()).isEqualTo(NOW);
  }

  @Test
  void asking_for_a_week_long_past_does_not_cover_the_time_since() {
    Instant longAgo = FROM.minus(Duration.ofDays(60));
    Window past = new Window(longAgo, longAgo.plus(Duration.ofDays(7)));
    assertThat(after(READ, true, past, List.of(), Seen.NONE).from()).isEqualTo(FROM);
  }

  @Test
  void a_watermark_of_a_clock_that_was_ahead_is_taken_back() {
    SourceState ahead = READ.covering(FROM, NOW.plus(Duration.ofDays(27)));
    CoveredSpan covering =
        after(ahead, true, null, List.of(old("known", 1)), new Seen(Set.of("known"), Set.of()));
    assertThat(covering.to()).isEqualTo(NOW);
  }
}
