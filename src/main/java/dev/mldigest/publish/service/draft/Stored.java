package dev.mldigest.publish.service.draft;

import dev.mldigest.io.Sha256;
import java.util.Map;
import java.util.TreeMap;

/**
 * A draft as its service keeps it.
 *
 * @param id the service's
 * @param content what it holds, by the names that {@link DraftService#content} uses, in the same
 *     spelling where nobody changed it
 * @param updated when it was last changed, in the service's own form; may be empty
 * @param link where a person finds it; may be empty
 */
public record Stored(
    String id, State state, Map<String, String> content, String updated, String link) {
  public Stored {
    content = Map.copyOf(content);
  }

  /** What a service may have made of it. */
  public enum State {
    /** Nobody gets it until a person sends it. */
    DRAFT,
    /** It is there, but a second call that gives it its content did not come about. */
    HALF_MADE,
    /** The service is still at work on it. */
    PENDING,
    /** On its way to readers: it is being sent, is scheduled, or stands on the web. */
    LEAVING,
    /** It has reached readers. */
    SENT
  }

  /** Where a person finds it, as a sentence names it. */
  String at() {
    return link.isEmpty() ? "draft " + id : link;
  }

  /** Hash of what it holds. */
  public String fingerprint() {
    return fingerprint(content);
  }

  static String fingerprint(Map<String, String> content) {
    StringBuilder all = new StringBuilder();
    new TreeMap<>(content)
        .forEach((name, value) -> all.append(name).append('\0').append(value).append('\0'));
    return Sha256.of(all.toString());
  }
}
