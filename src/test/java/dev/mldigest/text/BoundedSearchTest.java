package dev.mldigest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoundedSearchTest {
  private static boolean even(int number) {
    return number % 2 == 0;
  }

  @Test
  void all_that_is_wanted_is_found_in_order() {
    assertThat(BoundedSearch.of(Stream.of(4, 1, 2, 3, 6), BoundedSearchTest::even, 5))
        .isEqualTo(new BoundedSearch<>(List.of(4, 2, 6), true));
  }

  @Test
  void a_search_ends_with_its_time_or_its_number_and_says_so() {
    AtomicLong now = new AtomicLong();
    BoundedSearch<Integer> late =
        BoundedSearch.of(
            Stream.iterate(0, i -> i + 1),
            BoundedSearchTest::even,
            1_000,
            () -> now.getAndAdd(200_000_000));
    assertThat(late.whole()).isFalse();
    assertThat(late.found()).hasSizeBetween(1, 8);
    assertThat(BoundedSearch.of(Stream.of(2, 4, 6), BoundedSearchTest::even, 2))
        .isEqualTo(new BoundedSearch<>(List.of(2, 4), false));
  }
}
