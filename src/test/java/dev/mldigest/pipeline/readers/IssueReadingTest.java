package dev.mldigest.pipeline.readers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.readers.LinkClicks;
import dev.mldigest.domain.readers.Readership;
import dev.mldigest.domain.readers.Readership.Counts;
import dev.mldigest.domain.readers.Readership.Measure;
import dev.mldigest.domain.readers.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IssueReadingTest {
  private static final Week WEEK = new Week(2026, 10);
  private static final String PAGE = "https://docs.example.org/changelog";

  private static Counts counts(
      Totals totals, Measure totalled, boolean complete, LinkClicks... links) {
    return new Counts(totals, totalled, Measure.READERS, List.of(links), complete, List.of());
  }

  private static List<ItemReading> items(List<List<String>> links, LinkClicks... clicks) {
    List<SentIssue.Item> items =
        IntStream.range(0, links.size())
            .mapToObj(at -> new SentIssue.Item(at + 1, null, "Item", links.get(at)))
            .toList();
    SentIssue issue = new SentIssue(WEEK, Set.of(), items, Map.of());
    Readership readership =
        new Readership(
            WEEK, "letter", Instant.EPOCH, counts(Totals.UNKNOWN, Measure.READERS, true, clicks));
    return IssueReading.Matched.of(readership, issue).against(PlacePrior.PUBLISHED).items();
  }

  @Test
  void of_two_items_on_one_page_neither_is_told_where_the_place_is_not() {
    List<List<String>> links =
        List.of(List.of(PAGE + "#v1"), List.of(PAGE + "#v2"), List.of("https://e.org/a"));

    assertThat(items(links, new LinkClicks(PAGE, 50), new LinkClicks("https://e.org/a", 9)))
        .extracting(ItemReading::clicks)
        .containsExactly(null, null, 9L);
    assertThat(items(links, new LinkClicks(PAGE + "#v2", 50)))
        .extracting(ItemReading::clicks)
        .containsExactly(0L, 50L, 0L);
  }

  @Test
  void an_item_of_two_forms_of_one_link_has_the_clicks_of_both() {
    assertThat(
            items(
                List.of(List.of(PAGE, PAGE + "/"), List.of("https://e.org/a")),
                new LinkClicks(PAGE, 5),
                new LinkClicks(PAGE + "/", 7)))
        .extracting(ItemReading::clicks)
        .containsExactly(12L, 0L);
  }

  @Test
  void all_links_stay_where_only_some_come_and_totals_of_two_measures_are_not_mixed() {
    LinkClicks one = new LinkClicks("https://e.org/a", 9);
    LinkClicks other = new LinkClicks("https://e.org/b", 4);
    Counts whole =
        counts(Totals.of(null, null, 11L, null, null), Measure.READERS, true, one, other);
    Counts asked = counts(Totals.of(1000L, 1800L, 90L, null, null), Measure.CLICKS, false, one);

    Counts now = asked.over(whole);
    assertThat(now.links()).containsExactly(one, other);
    assertThat(now.complete()).isTrue();
    assertThat(now.totals()).isEqualTo(asked.totals());
    assertThat(now.totalled()).isEqualTo(Measure.CLICKS);

    Counts imported = whole.over(asked);
    assertThat(imported.links()).containsExactly(one, other);
    assertThat(imported.totals()).isEqualTo(asked.totals());
    assertThat(imported.totalled()).isEqualTo(Measure.CLICKS);
  }
}
