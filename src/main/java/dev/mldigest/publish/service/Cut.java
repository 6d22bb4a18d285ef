package dev.mldigest.publish.service;

/** Texts that a service takes up to a length only. */
final class Cut {
  private Cut() {}

  /** At most so many characters, and no half of one. */
  static String to(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end).stripTrailing() + "…";
  }
}
