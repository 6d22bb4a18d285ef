package dev.mldigest.domain;

import java.util.Locale;

/** Why what was asked for could not be had; the state and reports keep its {@link #word}. */
public enum FetchFailure {
  UNKNOWN_HOST,
  UNREACHABLE,
  CONNECTION_REFUSED,
  CONNECTION_RESET,
  TIMEOUT,
  TLS_ERROR,
  PROTOCOL_ERROR,
  TOO_MANY_REDIRECTS,
  INTERRUPTED,
  TRUNCATED,
  TOO_LARGE,

  /** It unpacks to far more than it is. */
  BOMB,

  /** A status that has no other name here. */
  HTTP,
  NOT_FOUND,

  /** The server wants a browser to prove itself. */
  CHALLENGE,
  EMPTY,
  MALFORMED,
  NOT_A_FEED,

  /** The service does not understand what it was asked. */
  BAD_QUERY,

  /** What the editor pays a service for does not go that far. */
  PLAN,
  TOO_MANY,
  TOO_LONG,
  CUT_OFF,
  OUT_OF_REACH,
  BAD_SELECTOR,
  NO_LINKS,
  NO_FOLDER,
  UNREADABLE,

  /** Ours. */
  DEFECT;

  /** One to three words, for example {@code not a feed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** True where no server was heard, as when the network on our side is down. */
  boolean isUnheard() {
    return switch (this) {
      case UNKNOWN_HOST, UNREACHABLE, CONNECTION_REFUSED, CONNECTION_RESET, TIMEOUT -> true;
      default -> false;
    };
  }
}
