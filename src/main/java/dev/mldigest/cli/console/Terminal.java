package dev.mldigest.cli.console;

import java.util.regex.Pattern;

/** Untrusted words for a terminal: what would move the cursor, ring or set a title is left out. */
public final class Terminal {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");

  private Terminal() {}

  public static String plain(String untrusted) {
    return CONTROL.matcher(untrusted).replaceAll("");
  }
}
