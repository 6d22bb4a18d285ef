package dev.mldigest.domain;

import java.time.Instant;
import java.util.Locale;

/**
 * What became of a link that a reader will follow.
 *
 * @param landed where it led to, after redirects; empty where nobody answered
 * @param sentence what was found
 */
public record LinkCheck(String address, Instant at, Ending ending, String landed, String sentence) {
  /** How it ended. */
  public enum Ending {
    ALIVE,

    /** The server says that there is no such page. */
    GONE,

    /** No such host is known: dead, or the network on our side is down. */
    UNKNOWN_HOST,

    /** Refused, limited, too slow or broken: readers may fare better. */
    UNSURE,

    /** The site does not want to be asked by programs, or its address is not public. */
    NOT_ASKED;

    /** For example {@code unknown host}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static Ending of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
  }

  public boolean isAlive() {
    return ending == Ending.ALIVE;
  }
}
