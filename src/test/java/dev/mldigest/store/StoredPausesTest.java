package dev.mldigest.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.HostPauses;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPausesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  @TempDir Path folder;

  private static void check(HostPauses pauses) {
    pauses.keepOff("a", NOW.plusSeconds(3));
    pauses.keepOff("a", NOW.plusMillis(3_500));
    assertThat(pauses.until("a")).contains(NOW.plusMillis(3_500));
    pauses.keepOff("a", NOW.plusSeconds(3));
    assertThat(pauses.until("a")).contains(NOW.plusMillis(3_500));
    pauses.keepOff("a", NOW.plus(Duration.ofHours(24)));
    pauses.keepOff("a", NOW.plus(Duration.ofHours(1)));
    assertThat(pauses.until("a")).contains(NOW.plus(Duration.ofHours(24)));

    pauses.keepOff("b", NOW.plus(Duration.ofDays(300)));
    pauses.keepOff("b", NOW.plusSeconds(3));
    assertThat(pauses.until("b")).as("a clock had jumped").contains(NOW.plusSeconds(3));
  }

  @Test
  void of_two_pauses_the_later_one_counts_unless_no_server_can_have_asked_for_it() {
    check(HostPauses.inMemory());
    try (Store store = Store.open(folder)) {
      check(store.hostPauses());
    }
  }
}
