package dev.mldigest.text;

import java.util.regex.Pattern;

/** JSON that is safe to look at: what would act on a terminal is written as an escape. */
public final class Escapes {
  /** DEL, C1, and what turns the direction of writing or breaks a line; C0 never stands raw. */
  private static final Pattern ACTIVE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");

  private Escapes() {}

  /**
   * The same JSON (RFC 8259 section 7: any character of a string may be escaped).
   *
   * @param json whole JSON texts, in which such characters can stand in strings only
   */
  public static String json(String json) {
    return ACTIVE.matcher(json).replaceAll(found -> escape(found.group()));
  }

  /** Beyond the first plane two escapes, as JSON wants it; behind a backslash for the matcher. */
  private static String escape(String character) {
    StringBuilder escape = new StringBuilder();
    character.chars().forEach(unit -> escape.append("\\\\").append(String.format("u%04x", unit)));
    return escape.toString();
  }
}
