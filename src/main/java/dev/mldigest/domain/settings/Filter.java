package dev.mldigest.domain.settings;

import dev.mldigest.domain.Reason;
import java.util.Locale;

/** What may keep an entry out of an issue before it is ranked; each can be switched off. */
public enum Filter {
  /** Material for newcomers. */
  BEGINNER("beginner material", Reason.BEGINNER),
  /** Titles that sell a click instead of saying what the page says. */
  CLICK_BAIT("click-bait", Reason.OFF_TOPIC),
  /** Advertising, press releases, invitations to buy or to register. */
  SPONSORED("sponsored post", Reason.OFF_TOPIC),
  /** Job advertisements and applications. */
  JOB("job advertisement", Reason.OFF_TOPIC),
  /** Texts that are not in the language of the digest. */
  LANGUAGE("language", Reason.OFF_TOPIC),
  /** Long texts that are neither of the field nor of its practice. */
  SUBJECT("another subject", Reason.OFF_TOPIC);

  private final String title;
  private final Reason reason;

  Filter(String title, Reason reason) {
    this.title = title;
    this.reason = reason;
  }

  /** As the ledger names it. */
  public String title() {
    return title;
  }

  public Reason reason() {
    return reason;
  }

  /** The word used in feeds.yaml and reports: lower case, words parted by a hyphen. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
