package dev.mldigest.review.approval;

import dev.mldigest.text.TextCut;

/** The editor's words as sentences on the digest quote them. */
public final class Quote {
  /** As many characters as a line of a terminal has. */
  private static final int LONGEST = 80;

  private Quote() {}

  /** A heading's words without its address. */
  public static String heading(String title) {
    int link = title.lastIndexOf("](");
    String words = link < 0 ? title : title.substring(0, link);
    return words.replaceFirst("^\\[", "").replaceAll("\\\\(\\p{Punct})", "$1").strip();
  }

  static String brief(String words) {
    return words.length() <= LONGEST ? words : TextCut.front(words, LONGEST) + "…";
  }
}
