package dev.mldigest.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a page, in the order of the HTML standard (section 13.2.3.2): byte order mark,
 * Content-Type header, a meta element among the first bytes, and if nothing is declared, UTF-8
 * where the bytes are valid UTF-8 and windows-1252 where they are not.
 */
final class Charsets {
  private static final int PRESCAN = 4096;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Charsets() {}

  static Charset of(byte[] body, @Nullable String contentType) {
    Charset declared = bom(body);
    if (declared == null && contentType != null) {
      declared = named(label(contentType, 0, contentType.length()));
    }
    if (declared == null) {
      declared = meta(body);
    }
    return declared == null ? guess(body) : declared;
  }

  static int bomLength(byte[] body) {
    Charset charset = bom(body);
    return charset == null ? 0 : charset.equals(StandardCharsets.UTF_8) ? 3 : 2;
  }

  private static @Nullable Charset bom(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
      return StandardCharsets.UTF_8;
    }
    if (b.length >= 2 && b[0] == (byte) 0xfe && b[1] == (byte) 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    return b.length >= 2 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe
        ? StandardCharsets.UTF_16LE
        : null;
  }

  private static @Nullable Charset meta(byte[] body) {
    String start = new String(body, 0, Math.min(body.length, PRESCAN), StandardCharsets.ISO_8859_1);
    for (int i = start.indexOf('<'); i >= 0; i = start.indexOf('<', i + 1)) {
      if (!start.regionMatches(true, i, "<meta", 0, 5)) {
        continue;
      }
      int end = start.indexOf('>', i);
      Charset named = named(label(start, i, end < 0 ? start.length() : end));
      if (named != null) {
        boolean wide = named.name().startsWith("UTF-16");
        return wide ? StandardCharsets.UTF_8 : named;
      }
    }
    return null;
  }

  /** What follows {@code charset=}, or the empty string. */
  private static String label(String text, int from, int to) {
    String lower = text.substring(from, to).toLowerCase(Locale.ROOT);
    int at = lower.indexOf("charset");
    int equals = at < 0 ? -1 : lower.indexOf('=', at);
    if (equals < 0) {
      return "";
    }
    String rest = lower.substring(equals + 1).strip();
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < rest.length() && label.length() < 40; i++) {
      char c = rest.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':') {
        label.append(c);
      } else if (!label.isEmpty()) {
        break;
      }
    }
    return label.toString();
  }

  /** The encoding the WHATWG standard understands by a label, or null. */
  private static @Nullable Charset named(String label) {
    String standard =
        switch (label) {
          case "" -> "";
          case "iso-8859-1",
              "iso8859-1",
              "iso88591",
              "latin1",
              "latin-1",
              "l1",
              "ascii",
              "us-ascii" ->
              "windows-1252";
          case "gb2312", "gbk", "gb_2312-80", "chinese", "x-gbk" -> "gb18030";
          case "shift_jis", "shift-jis", "sjis", "x-sjis" -> "windows-31j";
          case "ks_c_5601-1987", "euc-kr", "korean" -> "x-windows-949";
          case "iso-8859-9", "latin5" -> "windows-1254";
          case "utf8", "unicode-1-1-utf-8" -> "utf-8";
          default -> label;
        };
    try {
      return standard.isEmpty() ? null : Charset.forName(standard);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static Charset guess(byte[] body) {
    int length = Math.min(body.length, Page.MOST_BYTES);
    // A character cut in two at the bound is no sign of another encoding.
    int whole = length < body.length ? Math.max(0, length - 4) : length;
    while (whole > 0 && whole < length && (body[whole] & 0xc0) == 0x80) {
      whole--;
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(body, 0, whole);
    // Piece by piece: only whether it can be decoded is asked.
    CharBuffer piece = CharBuffer.allocate(8192);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      piece.clear();
      result = decoder.decode(bytes, piece, true);
    }
    return result.isError() ? WINDOWS_1252 : StandardCharsets.UTF_8;
  }
}
