package dev.mldigest.select.rank;

import java.util.regex.Pattern;

/** Titles that name a version and nothing else. */
final class Versions {
  /** A name of up to five words and a version whose third number is no zero. */
  private static final Pattern PATCH =
      Pattern.compile("(?:\\S+ ){0,5}v?\\d+\\.\\d+\\.[1-9]\\d*", Pattern.CASE_INSENSITIVE);

  private Versions() {}

  /** True for "Harrier 1.12.3": a repair of what was released before, and no word of what. */
  static boolean isBarePatch(String title) {
    return PATCH.matcher(title.strip()).matches();
  }
}
