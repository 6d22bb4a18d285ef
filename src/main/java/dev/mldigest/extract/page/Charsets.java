package dev.mldigest.extract.page;

import dev.mldigest.text.encoding.Decoded;
import dev.mldigest.text.encoding.Encodings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page, its encoding sought in the order of the HTML standard (section 13.2.3.2):
 * byte order mark, Content-Type header, a meta element or XML declaration among the first bytes,
 * detection. Other than a browser it does not believe what the bytes contradict ({@link Decoded}).
 */
public final class Charsets {
  private Charsets() {}

  /**
   * @param most bytes that are read at all
   */
  public static Decoded decode(byte[] body, @Nullable String contentType, int most) {
    int to = end(body, most);
    Encodings.Mark mark = Encodings.byteOrderMark(body);
    if (mark != null) {
      return Decoded.as(body, mark.length(), Math.max(mark.length(), to), mark.charset());
    }
    Charset shape = Encodings.shape(body);
    if (shape != null) {
      return Decoded.as(body, 0, to, shape);
    }
    String label = contentType == null ? null : Encodings.parameter(contentType);
    Charset header = label == null ? null : Encodings.named(label);
    if (header != null && !Encodings.isEightBit(header) && hasZero(body)) {
      return Decoded.as(body, 0, to, header);
    }
    return Decoded.of(body, 0, to, claims(body, header));
  }

  /** Markup in UTF-16 has some among its first letters, and no other has any. */
  private static boolean hasZero(byte[] body) {
    return new String(body, 0, Math.min(64, body.length), StandardCharsets.ISO_8859_1).indexOf('\0')
        >= 0;
  }

  private static List<Charset> claims(byte[] body, @Nullable Charset header) {
    List<Charset> claims = new ArrayList<>();
    if (header != null && Encodings.isEightBit(header)) {
      claims.add(header);
    }
    Charset own = MetaCharset.of(body, MetaCharset.FIRST);
    own = own == null ? MetaCharset.of(body, MetaCharset.LATE) : own;
    if (own != null) {
      claims.add(own);
    }
    return claims;
  }

  /** A character cut in two at the bound is no sign of another encoding. */
  private static int end(byte[] body, int most) {
    int to = Math.min(body.length, most);
    for (int i = 0; i < 3 && to < body.length && to > 0 && (body[to] & 0xc0) == 0x80; i++) {
      to--;
    }
    return to;
  }
}
