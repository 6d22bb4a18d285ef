package dev.mldigest.review.desk;

import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.review.digest.Known;
import dev.mldigest.review.digest.Part;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An item that reads otherwise by what another program did: what the editor decided on it on the
 * page was about other words.
 *
 * @param from its text before; null where it did not stand there
 * @param to its text after; null likewise
 */
record Reworded(@Nullable String from, @Nullable String to) {
  private static final Pattern ANCHOR = Pattern.compile("\\A\\s*<!-- *item:[^>]*-->[ \\t]*\\n");

  /** By item id. What the editor writes on the page or by a command rewords nothing in this. */
  static Map<String, Reworded> by(Act act, String before, String after) {
    return isAnothers(act) && !before.equals(after) ? between(before, after) : Map.of();
  }

  private static boolean isAnothers(Act act) {
    return act instanceof Act.Typed
        || act instanceof Act.Remade
        || act instanceof Act.Rewrite
        || act instanceof Act.Restored;
  }

  /** An item that lost its anchor is known by the other text. */
  private static Map<String, Reworded> between(String before, String after) {
    Map<String, String> old = words(before, after);
    Map<String, String> now = words(after, before);
    Set<String> all = new LinkedHashSet<>(old.keySet());
    all.addAll(now.keySet());
    Map<String, Reworded> reworded = new LinkedHashMap<>();
    for (String id : all) {
      if (!Objects.equals(old.get(id), now.get(id))) {
        reworded.put(id, new Reworded(old.get(id), now.get(id)));
      }
    }
    return reworded;
  }

  private static Map<String, String> words(String text, String known) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Part part : DigestFile.parse(text, Known.of(List.of(known))).items()) {
      words.putIfAbsent(part.name(), ANCHOR.matcher(part.compared()).replaceFirst(""));
    }
    return words;
  }
}
