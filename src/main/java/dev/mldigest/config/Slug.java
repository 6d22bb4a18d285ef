package dev.mldigest.config;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Makes ids of titles: {@code "Lil'Log"} becomes {@code lil-log}, {@code feed-12} stays itself. */
public final class Slug {
  /** With a number behind it it stays below the 64 characters that an id may have. */
  private static final int LONGEST = 56;

  private Slug() {}

  /** The title as an id, {@code feed} where nothing of it can stand in one. */
  public static String of(String title) {
    String start = title.substring(0, Math.min(title.length(), 4 * LONGEST));
    String plain = Normalizer.normalize(start, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    slug = slug.substring(0, Math.min(slug.length(), LONGEST)).replaceAll("^-|-$", "");
    return slug.isEmpty() ? "feed" : slug;
  }

  /** The id itself or, where it is taken, the first free of {@code id-2}, {@code id-3}, … */
  public static String free(String id, Set<String> taken) {
    String free = id;
    for (int number = 2; taken.contains(free); number++) {
      free = id + "-" + number;
    }
    return free;
  }
}
