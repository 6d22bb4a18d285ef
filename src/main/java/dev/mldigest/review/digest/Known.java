package dev.mldigest.review.digest;

import java.util.List;
import java.util.Map;

/** Generated texts in which a digest's items are known, read once. */
public final class Known {
  private final List<Map<String, Part>> items;

  private Known(List<Map<String, Part>> items) {
    this.items = items;
  }

  /**
   * @param generated the one that the digest was edited from first
   */
  public static Known of(List<String> generated) {
    return new Known(generated.stream().map(text -> DigestFile.parse(text).byId()).toList());
  }

  List<Map<String, Part>> items() {
    return items;
  }
}
