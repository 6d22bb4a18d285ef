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
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    KeptVectors.Found found = kept.find(keys, today);
    Map<String, byte[]> known = new HashMap<>(found.steps());
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
    Map<String, byte[]> computed = new HashMap<>();
    for (String key : missing.keySet()) {
      computed.put(key, fresh.get(computed.size()).bytes());
    }
    known.putAll(computed);
    kept.save(computed, found.earlier(), today);
    return keys.stream()
        .map(key -> Embedding.stored(Objects.requireNonNull(known.get(key))))
        .toList();
  }
}
