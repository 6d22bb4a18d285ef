package dev.mldigest.publish.service.draft;

import dev.mldigest.domain.Week;
import java.util.Locale;

/**
 * What a draft is found by in its service: a slug, a tag, a name or a key that says of which week
 * it is and what it holds.
 *
 * @param hash of what is sent to this service
 */
public record Mark(Week week, String hash) {
  /** 48 bits: no two contents of one week will share them. */
  private static final int DIGITS = 12;

  /** Of a-z, 0-9 and '-' only, 29 characters. */
  public String word() {
    return "digest-" + week.toString().toLowerCase(Locale.ROOT) + "-" + hash.substring(0, DIGITS);
  }
}
