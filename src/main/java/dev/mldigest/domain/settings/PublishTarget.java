package dev.mldigest.domain.settings;

import dev.mldigest.domain.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where approved issues go, as feeds.yaml names it.
 *
 * @param url the service's address, or null where the kind has none
 * @param key what the service knows us by
 * @param options what else its kind asks for, by their keys in feeds.yaml; each has one or more
 *     values
 */
public record PublishTarget(
    String name, TargetKind kind, @Nullable URI url, Key key, Map<String, List<String>> options) {
  public PublishTarget {
    options = Map.copyOf(options);
  }

  /** The only value of an option, or empty. */
  public String option(String key) {
    return options.getOrDefault(key, List.of()).stream().findFirst().orElse("");
  }

  /**
   * A key and where it is looked for. That it is not there is no mistake of feeds.yaml: digests are
   * made without it.
   *
   * @param place as a sentence names it, for example {@code the environment variable X}; empty
   *     where none is named
   * @param secret null while it is not there
   */
  public record Key(String place, @Nullable Secret secret) {
    public static final Key NONE = new Key("", null);

    public boolean isMissing() {
      return !place.isEmpty() && secret == null;
    }
  }
}
