package dev.mldigest.fetch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides a document's character encoding and decodes it. A byte order mark wins (as in the WHATWG
 * Encoding Standard), then the shape of the first bytes, the Content-Type, the XML declaration,
 * UTF-8. A name that is wrong or lies costs nothing but a warning.
 */
final class FeedCharsets {
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset EBCDIC = Charset.forName("IBM037");
  private static final int PROLOG = 1024;
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)\\bcharset\\s*=\\s*[\"']?([\\w.:+-]{1,40})");
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?\\bencoding\\s*=\\s*[\"']\\s*([\\w.:+-]{1,40})");

  /** Labels that mean a superset in practice (WHATWG Encoding Standard, section 4.2). */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso-latin-1", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("us-ascii", "UTF-8"),
          Map.entry("ascii", "UTF-8"));

  private static final class Mark {
    private final Charset charset;
    private final int[] bytes;

    Mark(Charset charset, int... bytes) {
      this.charset = charset;
      this.bytes = bytes;
    }

    boolean opens(byte[] body) {
      if (body.length < bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if ((body[i] & 0xff) != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Mark> BYTE_ORDER_MARKS =
      List.of(
          new Mark(UTF_32LE, 0xff, 0xfe, 0, 0),
          new Mark(UTF_32BE, 0, 0, 0xfe, 0xff),
          new Mark(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
          new Mark(StandardCharsets.UTF_16LE, 0xff, 0xfe),
          new Mark(StandardCharsets.UTF_16BE, 0xfe, 0xff));

  /** XML 1.0, appendix F.1: what {@code <} and {@code <?} look like without a mark. */
  private static final List<Mark> SHAPES =
      List.of(
          new Mark(UTF_32BE, 0, 0, 0, '<'),
          new Mark(UTF_32LE, '<', 0, 0, 0),
          new Mark(StandardCharsets.UTF_16BE, 0, '<'),
          new Mark(StandardCharsets.UTF_16LE, '<', 0));

  private FeedCharsets() {}

  static String decode(byte[] body, @Nullable String contentType, Notes notes) {
    for (Mark mark : BYTE_ORDER_MARKS) {
      if (mark.opens(body)) {
        int skip = mark.bytes.length;
        String text = lenient(ByteBuffer.wrap(body, skip, body.length - skip), mark.charset);
        return Mojibake.healed(text, notes);
      }
    }
    for (Mark shape : SHAPES) {
      if (shape.opens(body)) {
        return lenient(ByteBuffer.wrap(body), shape.charset);
      }
    }
    Charset charset = named(body, contentType, notes);
    String text = charset == null ? null : strict(body, charset);
    if (text == null) {
      text = mostlyUtf8(body, notes);
    }
    return Mojibake.healed(text, notes);
  }

  /** The encoding that header or declaration name, or null for UTF-8. */
  private static @Nullable Charset named(byte[] body, @Nullable String contentType, Notes notes) {
    Charset header = contentType == null ? null : find(PARAMETER, contentType, notes);
    if (header != null && !eightBit(header)) {
      header = null;
    }
    boolean ebcdic = new Mark(EBCDIC, 0x4c, 0x6f, 0xa7, 0x94).opens(body);
    Charset reader = ebcdic ? EBCDIC : StandardCharsets.ISO_8859_1;
    String prolog = new String(body, 0, Math.min(PROLOG, body.length), reader);
    Charset declared = find(DECLARED, prolog, notes);
    if (ebcdic) {
      return declared == null ? EBCDIC : declared;
    }
    // Bytes that could be read so far are no UTF-16 or UTF-32, whatever they say of themselves.
    Charset own = declared != null && eightBit(declared) ? declared : null;
    if (header == null || header.equals(own)) {
      return own;
    }
    // RFC 7303 section 3: the header wins; but a header that cannot be right is a server's default.
    return strict(body, header) != null ? header : own;
  }

  private static boolean eightBit(Charset charset) {
    return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
  }

  private static @Nullable Charset find(Pattern pattern, String text, Notes notes) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      return null;
    }
    String name = found.group(1).toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(MEANT.getOrDefault(name, name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      notes.warn("The encoding '" + name + "' is not known; read as UTF-8.");
      return null;
    }
  }

  private static @Nullable String strict(byte[] body, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(
              charset.equals(StandardCharsets.UTF_8)
                  ? CodingErrorAction.REPORT
                  : CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String lenient(ByteBuffer body, Charset charset) {
    return charset.decode(body).toString();
  }

  /**
   * UTF-8, with every byte that is none read as windows-1252: what such bytes nearly always are.
   */
  private static String mostlyUtf8(byte[] body, Notes notes) {
    String whole = strict(body, StandardCharsets.UTF_8);
    if (whole != null) {
      return whole;
    }
    Charset guessed = mostlyValid(body) ? null : CharsetGuess.of(body);
    if (guessed != null) {
      notes.warn("The bytes are not the encoding they claim; they look like " + guessed + ".");
      return lenient(ByteBuffer.wrap(body), guessed);
    }
    notes.warn(
        "The bytes are not the encoding they claim; the odd ones were read as windows-1252.");
    var decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(body);
    CharBuffer out = CharBuffer.allocate(body.length + 1);
    while (true) {
      var result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      String odd = new String(body, in.position(), result.length(), WINDOWS_1252);
      out.put(odd);
      in.position(in.position() + result.length());
      decoder.reset();
    }
  }

  /** True if most of what is not ASCII is UTF-8 after all, so that only some bytes are odd. */
  private static boolean mostlyValid(byte[] body) {
    String text = lenient(ByteBuffer.wrap(body), StandardCharsets.UTF_8);
    long foreign = text.chars().filter(c -> c >= 0x80).count();
    return text.chars().filter(c -> c == 0xfffd).count() * 3 < foreign;
  }
}
