package dev.mldigest.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.provider.LearnedTrait;
import dev.mldigest.domain.provider.LearnedTraits;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTraitsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  @TempDir Path folder;

  private static LearnedTrait trait(String model, String trait, String value, Instant at) {
    return new LearnedTrait("http://127.0.0.1:1/v1", model, trait, value, at);
  }

  private static void check(LearnedTraits traits) {
    traits.learn(trait("m", "answer format", "json_object", NOW.minusSeconds(60)));
    traits.learn(trait("m", "answer format", "text", NOW));
    traits.learn(trait("m", "asked without", "temperature", NOW.minusSeconds(9)));
    traits.learn(trait("other", "asked without", "seed", NOW));
    assertThat(traits.of("http://127.0.0.1:1/v1", "m", NOW.minusSeconds(9)))
        .extracting(LearnedTrait::value)
        .containsExactlyInAnyOrder("text", "temperature");
    assertThat(traits.of("http://127.0.0.1:1/v1", "m", NOW))
        .containsExactly(trait("m", "answer format", "text", NOW));
    assertThat(traits.of("http://127.0.0.1:2/v1", "m", Instant.EPOCH)).isEmpty();
  }

  @Test
  void the_latest_word_on_each_trait_is_kept_for_each_model_of_each_service() {
    check(LearnedTraits.forgetful());
    try (Store store = Store.open(folder)) {
      check(store.traits());
    }
    try (Store store = Store.open(folder)) {
      assertThat(store.traits().all()).hasSize(3);
    }
  }
}
