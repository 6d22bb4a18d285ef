package dev.mldigest.pipeline.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.embed.Embedding;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptEmbeddingsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  private final List<String> computed = new ArrayList<>();
  private final Embeddings byLetters =
      texts -> {
        computed.addAll(texts);
        return texts.stream().map(text -> Embedding.of(new float[] {text.length(), 1})).toList();
      };

  @Test
  void what_was_computed_once_is_not_computed_again(@TempDir Path folder) {
    try (Store store = Store.open(folder)) {
      List<Embedding> first = kept(byLetters, "a", store, NOW).of(List.of("one", "three", "one"));
      List<Embedding> again = kept(byLetters, "a", store, NOW).of(List.of("three", "four"));
      assertThat(computed).containsExactly("one", "three", "four");
      assertThat(again.getFirst().bytes()).isEqualTo(first.get(1).bytes());
    }
  }

  @Test
  void another_model_computes_anew(@TempDir Path folder) {
    try (Store store = Store.open(folder)) {
      assertThat(kept(byLetters, "a", store, NOW).of(List.of("one"))).hasSize(1);
      assertThat(kept(byLetters, "b", store, NOW).of(List.of("one"))).hasSize(1);
      assertThat(computed).containsExactly("one", "one");
    }
  }

  @Test
  void what_no_issue_used_for_weeks_is_forgotten(@TempDir Path folder) {
    try (Store store = Store.open(folder)) {
      Instant later = NOW.plusSeconds(40 * 86_400);
      assertThat(kept(byLetters, "a", store, NOW).of(List.of("old"))).hasSize(1);
      assertThat(kept(byLetters, "a", store, later).of(List.of("new"))).hasSize(1);
      assertThat(kept(byLetters, "a", store, later).of(List.of("old"))).hasSize(1);
      assertThat(computed).containsExactly("old", "new", "old");
    }
  }

  @Test
  void what_is_used_again_is_kept_and_its_day_is_written_once_a_day(@TempDir Path folder) {
    try (Store store = Store.open(folder)) {
      Instant later = NOW.plusSeconds(20 * 86_400);
      kept(byLetters, "a", store, NOW).of(List.of("one", "two"));
      kept(byLetters, "a", store, later).of(List.of("one"));
      List<String> key = List.of(dev.mldigest.io.Sha256.of("a\none"));
      assertThat(store.vectors().find(key, day(later)).earlier()).isEmpty();
      assertThat(store.vectors().find(key, day(later.plusSeconds(86_400))).earlier()).hasSize(1);
      Instant last = NOW.plusSeconds(40 * 86_400);
      kept(byLetters, "a", store, last).of(List.of("one"));
      kept(byLetters, "a", store, last).of(List.of("one", "two"));
      assertThat(computed).containsExactly("one", "two", "two");
    }
  }

  @Test
  void nothing_is_written_where_nothing_is_new(@TempDir Path folder) {
    try (Store store = Store.open(folder)) {
      kept(byLetters, "a", store, NOW).of(List.of("one"));
      Instant gone = NOW.minusSeconds(60 * 86_400);
      store.vectors().save(Map.of("old", new byte[] {1}), List.of(), day(gone));
      kept(byLetters, "a", store, NOW).of(List.of("one"));
      assertThat(store.vectors().find(List.of("old"), day(NOW)).steps())
          .as("not even what is to be forgotten")
          .containsKey("old");
    }
  }

  private static java.time.LocalDate day(Instant at) {
    return java.time.LocalDate.ofInstant(at, java.time.ZoneOffset.UTC);
  }

  @Test
  void without_a_model_there_is_nothing(@TempDir Path folder) {
    try (Store store = Store.open(folder)) {
      assertThat(kept(Embeddings.NONE, "a", store, NOW).of(List.of("one"))).isEmpty();
    }
  }

  private static Embeddings kept(Embeddings model, String name, Store store, Instant now) {
    return new KeptEmbeddings(model, name, store.vectors(), () -> now);
  }
}
