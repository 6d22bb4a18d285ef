package dev.mldigest.select.rank;

import dev.mldigest.text.WordList;
import java.util.List;
import java.util.Map;

/** The learner's features in words an editor understands. */
public final class FeatureWords {
  private static final Map<String, List<String>> NAMED =
      WordList.read("/select/features.txt").named();

  private FeatureWords() {}

  /** Words for a feature; its own name where there are none. */
  public static String of(String feature) {
    int space = feature.indexOf(' ');
    String kind = feature.substring(0, Math.max(0, space));
    String rest = feature.substring(space + 1);
    List<String> named = NAMED.get(feature);
    if (named != null) {
      return String.join(", ", named);
    }
    return switch (kind) {
      case "word" -> "'" + rest + "' in the text";
      case "title" -> "'" + rest + "' in the title";
      case "author" -> "by " + rest;
      case "subject" -> "filed under " + rest;
      default -> rest.isEmpty() ? feature : rest;
    };
  }
}
