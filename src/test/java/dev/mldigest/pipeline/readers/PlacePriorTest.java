package dev.mldigest.pipeline.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mldigest.domain.readers.LinkClicks;
import dev.mldigest.domain.readers.Readership.Counts;
import dev.mldigest.domain.readers.Readership.Measure;
import dev.mldigest.domain.readers.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a place says is learned where there is a history, and is left to the published where not.
 */
class PlacePriorTest {
  private static final int ITEMS = 12;

  @Test
  void what_is_published_gives_what_is_published() {
    List<Double> shares = PlacePrior.PUBLISHED.shares(32);
    double first = shares.stream().limit(5).mapToDouble(Double::doubleValue).sum();
    double half = shares.stream().limit(9).mapToDouble(Double::doubleValue).sum();
    assertThat(first).isCloseTo(0.37, within(0.01));
    assertThat(half).isBetween(0.5, 0.55);
  }

  @Test
  void too_short_a_history_says_nothing() {
    assertThat(PlacePrior.fitted(List.of())).isEqualTo(PlacePrior.PUBLISHED);
    assertThat(PlacePrior.fitted(List.of(List.of(90L, 50L, 20L)))).isEqualTo(PlacePrior.PUBLISHED);
    assertThat(
            PlacePrior.fitted(List.of(List.of(3L, 1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L))))
        .isEqualTo(PlacePrior.PUBLISHED);
  }

  private static long poisson(Random random, double mean) {
    double left = Math.exp(-Math.min(mean, 700));
    long count = 0;
    for (double all = random.nextDouble(); all > left; all *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** Clicks by place of one issue, and what each item is worth besides its place. */
  private record Issue(List<Long> clicks, List<Double> appeal) {
    static Issue of(Random random, double slope, double spread) {
      double readers = 200 + random.nextInt(200);
      List<Long> clicks = new ArrayList<>();
      List<Double> appeal = new ArrayList<>();
      double all = new PlacePrior(slope, 0, 0, 0).shares(ITEMS).getFirst();
      for (int place = 1; place <= ITEMS; place++) {
        double worth = Math.exp(spread * random.nextGaussian());
        appeal.add(worth);
        clicks.add(poisson(random, readers * all * Math.pow(place, -slope) * worth));
      }
      return new Issue(clicks, appeal);
    }
  }

  /** Shares of what is drawn by a place of slope 0 to 1.2; none was looked at in writing this. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 8})
  void the_slope_lies_in_its_interval_and_so_do_items_in_theirs(int issues) {
    int slopes = 0;
    int items = 0;
    int told = 0;
    int histories = 300;
    for (int seed = 0; seed < histories; seed++) {
      Random random = new Random(seed);
      double slope = 1.2 * random.nextDouble();
      List<List<Long>> history = new ArrayList<>();
      for (int issue = 0; issue < issues; issue++) {
        history.add(Issue.of(random, slope, 0.5).clicks());
      }
      PlacePrior prior = PlacePrior.fitted(history);
      slopes += Math.abs(prior.slope() - slope) <= 1.96 * prior.error() ? 1 : 0;

      Issue next = Issue.of(random, slope, 0.5);
      List<Double> right = new PlacePrior(slope, 0, 0, 0).shares(ITEMS);
      List<Double> shares = prior.shares(ITEMS);
      double weighed = 0;
      for (int place = 0; place < ITEMS; place++) {
        weighed += right.get(place) * next.appeal().get(place);
      }
      long all = next.clicks().stream().mapToLong(Long::longValue).sum();
      for (int place = 0; place < ITEMS; place++) {
        long clicks = next.clicks().get(place);
        ItemReading.Ratio ratio =
            ItemReading.ratio(
                clicks, clicks, 0, all * shares.get(place), prior.uncertainty(place + 1, shares));
        if (ratio != null) {
          double truth = next.appeal().get(place) / weighed;
          told++;
          items += ratio.low() <= truth && truth <= ratio.high() ? 1 : 0;
        }
      }
    }
    assertThat(slopes / (double) histories).isGreaterThan(0.9);
    assertThat(items / (double) told).isGreaterThan(0.9);
  }

  private static Counts counts(Totals totals) {
    return new Counts(totals, Measure.READERS, Measure.READERS, List.of(), true, List.of());
  }

  @Test
  void scanners_are_as_many_as_followed_the_link_nobody_chooses() {
    List<LinkClicks> outside =
        List.of(
            new LinkClicks("https://letter.example/unsubscribe/***", 44),
            new LinkClicks("https://letter.example/privacy", 45),
            new LinkClicks("https://elsewhere.example/on-privacy-of-models", 3));

    assertThat(BotFloor.of(outside, counts(Totals.of(1000L, 400L, 100L, 4L, null))))
        .contains(new BotFloor(40, "https://letter.example/unsubscribe/***"));
    assertThat(BotFloor.of(outside, counts(Totals.UNKNOWN)).orElseThrow().clicks()).isEqualTo(44);
    assertThat(BotFloor.of(outside.subList(2, 3), counts(Totals.UNKNOWN))).isEmpty();
  }

  @Test
  void of_few_clicks_nothing_is_said_and_of_many_what_the_interval_says() {
    assertThat(ItemReading.ratio(9, 9, 0, 4.9, 0.1)).isNull();
    assertThat(verdict(60, 30)).isEqualTo(ItemReading.Verdict.MORE);
    assertThat(verdict(8, 30)).isEqualTo(ItemReading.Verdict.LESS);
    assertThat(verdict(36, 30)).isEqualTo(ItemReading.Verdict.AS_EXPECTED);
  }

  private static ItemReading.Verdict verdict(long clicks, double expected) {
    ItemReading.Ratio ratio =
        Objects.requireNonNull(ItemReading.ratio(clicks, clicks, 0, expected, 0.1));
    return new ItemReading(1, null, "", clicks, clicks, expected, ratio).verdict();
  }
}
