package dev.mldigest.assemble.archive;

import dev.mldigest.io.Sha256;
import java.text.Normalizer;
import java.util.Locale;

/** Names of places. */
final class PlaceName {
  /** Signs of a name: enough for a few words of a title. */
  private static final int LONGEST = 40;

  /** Digits that tell apart what no folding spells, such as titles in Chinese. */
  private static final int DIGITS = 8;

  private PlaceName() {}

  /**
   * A name for a place within a page or for a file: of Latin letters without marks and digits
   * alone, which every system has in names of files; of others a title's own digits stand for them.
   */
  static String of(String title) {
    String folded =
        Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "");
    String words = trimmed(folded.replaceAll("[^a-z0-9]+", "-"));
    words = trimmed(words.substring(0, Math.min(LONGEST, words.length())));
    boolean loses = folded.matches("(?s).*[\\p{L}\\p{N}&&[^a-z0-9]].*");
    String digits = loses ? Sha256.of(folded).substring(0, DIGITS) : "";
    String name = trimmed(words + "-" + digits);
    return name.isEmpty() ? "part" : name;
  }

  private static String trimmed(String words) {
    return words.replaceAll("^-+|-+$", "");
  }
}
