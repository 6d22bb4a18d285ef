package dev.mldigest.publish.mail;

import dev.mldigest.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Text of others as the value of a mail header: one line without control, format or bidirectional
 * characters, in ASCII (RFC 2047). What looks like an encoded word is encoded once more, so that
 * readers see what was written.
 */
final class HeaderText {
  /**
   * Octets of one encoded word: 52 characters in base64, and 64 with {@code =?UTF-8?B?} and {@code
   * ?=}; behind "Subject: " still within the 76 of a line (RFC 2047, section 2).
   */
  private static final int WORD = 39;

  private HeaderText() {}

  /** The text as readers are to see it. */
  static String shown(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.SURROGATE) // half a pair
        .forEach(out::appendCodePoint);
    return Texts.oneLine(out.toString());
  }

  /** What goes over the wire. Words are apart by a space, where the header may be folded. */
  static String encoded(String text) {
    String shown = shown(text);
    return isPlain(shown) ? shown : String.join(" ", words(shown));
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f)
        && !text.contains("=?")
        && longest(text) <= WORD;
  }

  /** A word that no space breaks would make a line that is too long (RFC 5322, 2.1.1). */
  private static int longest(String text) {
    int longest = 0;
    for (String word : text.split(" ")) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      String letter = Character.toString(c);
      int more = letter.getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > WORD) {
        words.add(word(word));
        word.setLength(0);
        octets = 0;
      }
      word.append(letter);
      octets += more;
      i += letter.length();
    }
    words.add(word(word));
    return words;
  }

  private static String word(CharSequence text) {
    byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(octets) + "?=";
  }
}
