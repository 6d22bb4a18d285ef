package dev.mldigest.pipeline.issue;

import dev.mldigest.embed.Embedding;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.io.Sha256;
import dev.mldigest.store.KeptVectors;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Embeddings that are in the state as soon as they were computed once. */
public final class KeptEmbeddings implements Embeddings {
  private final Embeddings model;
  private final String name;
  private final KeptVectors kept;
  private final InstantSource clock;

  /**
   * @param name of the model: what another one computed is another thing
   */
  public KeptEmbeddings(Embeddings model, String name, KeptVectors kept, InstantSource clock) {
    this.model = model;
    this.name = name;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public List<Embedding> of(List<String> texts) {
    List<String> keys = texts.stream().map(text -> Sha256.of(name + "\n" + text)).toList();
    Map<String, byte[]> known = new HashMap<>(kept.find(keys));
    Map<String, String> missing = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      if (!known.containsKey(keys.get(i))) {
        missing.put(keys.get(i), texts.get(i));
      }
    }
    List<Embedding> fresh = model.of(List.copyOf(missing.values()));
    if (fresh.size() < missing.size()) {
      return List.of();
    }
    int next = 0;
    for (String key : missing.keySet()) {
      known.put(key, fresh.get(next++).bytes());
    }
    kept.save(known, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return keys.stream()
        .map(key -> Embedding.stored(Objects.requireNonNull(known.get(key))))
        .toList();
  }
}
