package dev.mldigest.page;

import java.security.SecureRandom;
import java.util.Base64;

/** What a page may load and run (Content Security Policy Level 3): its own, and nothing else. */
final class Policy {
  static final String HEADER = "Content-Security-Policy";

  /** Somebody else's words, shown alone: they have no origin, run nothing and load nothing. */
  static final String FORM =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors"
          + " 'self'";

  /** What is inserted into a page, or no page at all. */
  static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** 128 bits and more, as the specification wants them. */
  private static final int NONCE = 18;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Policy() {}

  static String nonce() {
    byte[] bytes = new byte[NONCE];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  static String page(String nonce) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'nonce-" + nonce + "'",
        "style-src 'nonce-" + nonce + "'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'");
  }
}
