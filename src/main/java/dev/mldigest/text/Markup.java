package dev.mldigest.text;

import java.util.regex.Pattern;

/** Text within HTML, XML and SVG. */
public final class Markup {
  /** What XML 1.0 has no place for, not even as a reference (production 2). */
  private static final Pattern NOWHERE =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private Markup() {}

  /** The text as text, also between double quotes; what no document may hold is gone. */
  public static String escaped(String text) {
    return NOWHERE
        .matcher(text)
        .replaceAll("")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
