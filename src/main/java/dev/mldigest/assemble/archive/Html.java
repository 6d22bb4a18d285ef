package dev.mldigest.assemble.archive;

import java.util.Locale;
import java.util.Set;

/** Text within HTML, and which way a language runs. */
final class Html {
  /** Languages that are written from right to left, by their tags. */
  private static final Set<String> FROM_THE_RIGHT =
      Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");

  private Html() {}

  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String direction(Locale language) {
    return FROM_THE_RIGHT.contains(language.getLanguage()) ? "rtl" : "ltr";
  }

  /** A place within a page, without the blanks and signs of a title. */
  static String fragment(String title) {
    String words =
        title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return words.isEmpty() ? "part" : words.substring(0, Math.min(40, words.length()));
  }
}
