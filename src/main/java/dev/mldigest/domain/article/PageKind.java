package dev.mldigest.domain.article;

import java.util.Locale;

/** What a page turned out to be. Unreadable kinds are named and never summarised. */
public enum PageKind {
  NEWS,
  POST,
  PAPER,
  DOCUMENTATION,
  VIDEO,
  PODCAST,
  LISTING,
  PAYWALL,
  COOKIE_WALL,
  BOT_CHECK,
  LOGIN,
  EMPTY;

  /**
   * The word used in reports and in {@code digest inspect article}: lower case, words parted by a
   * space.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public boolean isReadable() {
    return switch (this) {
      case NEWS, POST, PAPER, DOCUMENTATION, VIDEO, PODCAST -> true;
      case LISTING, PAYWALL, COOKIE_WALL, BOT_CHECK, LOGIN, EMPTY -> false;
    };
  }
}
