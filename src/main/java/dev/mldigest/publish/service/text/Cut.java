package dev.mldigest.publish.service.text;

/** Texts that a service takes up to a length only. */
public final class Cut {
  private Cut() {}

  /** At most so many characters, and no half of one. */
  public static String to(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end).stripTrailing() + "…";
  }
}
