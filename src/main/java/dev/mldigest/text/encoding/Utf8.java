package dev.mldigest.text.encoding;

import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 (RFC 3629), and tells what is none. The JDK's decoder goes character by character
 * once it has met one that is not ASCII; here every run of ASCII is copied as a whole.
 */
final class Utf8 {
  private final byte[] body;
  private final int to;
  private final char[] text;
  private int at;
  private int size;

  private Utf8(byte[] body, int from, int to) {
    this.body = body;
    this.to = to;
    this.at = from;
    this.text = new char[to - from];
  }

  /** Null if it is not UTF-8. */
  static @Nullable String text(byte[] body, int from, int to) {
    Utf8 decoder = new Utf8(body, from, to);
    return decoder.decode() ? new String(decoder.text, 0, decoder.size) : null;
  }

  private boolean decode() {
    while (at < to) {
      ascii(NonAscii.next(body, at, to));
      if (at < to && !character()) {
        return false;
      }
    }
    return true;
  }

  private void ascii(int end) {
    int from = at;
    for (int i = from; i < end; i++) {
      text[size + i - from] = (char) body[i];
    }
    size += end - from;
    at = end;
  }

  /** Reads one character of two to four bytes, which make one or two of Java. */
  private boolean character() {
    int first = body[at] & 0xff;
    int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xf4 || at + more >= to) {
      return false;
    }
    int code = first & (0x3f >> more);
    for (int i = 1; i <= more; i++) {
      int next = body[at + i] & 0xff;
      if ((next & 0xc0) != 0x80) {
        return false;
      }
      code = code << 6 | (next & 0x3f);
    }
    boolean shortest = more == 1 || (more == 2 ? code >= 0x800 : code >= 0x10000);
    if (!shortest || code > Character.MAX_CODE_POINT || isSurrogate(code)) {
      return false;
    }
    size += Character.toChars(code, text, size);
    at += more + 1;
    return true;
  }

  private static boolean isSurrogate(int code) {
    return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
  }
}
