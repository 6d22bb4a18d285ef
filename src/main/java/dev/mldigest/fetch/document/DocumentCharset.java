package dev.mldigest.fetch.document;

import dev.mldigest.text.encoding.Decoded;
import dev.mldigest.text.encoding.Encodings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides a feed's character encoding. A byte order mark wins (as in the WHATWG Encoding Standard),
 * then the shape of the first bytes, the Content-Type (RFC 7303, section 3), the XML declaration,
 * UTF-8. A name that is wrong or lies costs nothing but a warning.
 */
final class DocumentCharset {
  private static final Charset EBCDIC = Charset.forName("IBM037");
  private static final Encodings.Mark EBCDIC_PROLOG =
      new Encodings.Mark(EBCDIC, 0x4c, 0x6f, 0xa7, 0x94);

  /** HTML asks for the declaration within as many bytes, and XML has it in its first line. */
  private static final int PROLOG = 1024;

  private DocumentCharset() {}

  static String decode(byte[] body, @Nullable String contentType, ParseNotes notes) {
    Decoded decoded = decoded(body, contentType, notes);
    decoded.notes().forEach(notes::warn);
    return decoded.text();
  }

  private static Decoded decoded(byte[] body, @Nullable String contentType, ParseNotes notes) {
    Encodings.Mark mark = Encodings.byteOrderMark(body);
    if (mark != null) {
      return Decoded.as(body, mark.length(), body.length, mark.charset());
    }
    Charset shape = Encodings.shape(body);
    if (shape != null) {
      return Decoded.as(body, 0, body.length, shape);
    }
    boolean ebcdic = EBCDIC_PROLOG.opens(body);
    Charset reader = ebcdic ? EBCDIC : StandardCharsets.ISO_8859_1;
    String prolog = new String(body, 0, Math.min(PROLOG, body.length), reader);
    Charset declared = named(Encodings.declared(prolog), notes);
    if (ebcdic) {
      return Decoded.as(body, 0, body.length, declared == null ? EBCDIC : declared);
    }
    Charset header = contentType == null ? null : named(Encodings.parameter(contentType), notes);
    List<Charset> claims = new ArrayList<>();
    for (Charset claim : new Charset[] {header, declared}) {
      // Bytes that could be read so far are no UTF-16 or UTF-32, whatever they say of themselves.
      if (claim != null && Encodings.isEightBit(claim)) {
        claims.add(claim);
      }
    }
    return Decoded.of(
        body, 0, body.length, claims.isEmpty() ? List.of(StandardCharsets.UTF_8) : claims);
  }

  private static @Nullable Charset named(@Nullable String name, ParseNotes notes) {
    Charset charset = name == null ? null : Encodings.named(name);
    if (name != null && charset == null) {
      notes.warn("The encoding '" + name + "' is not known; read as UTF-8.");
    }
    return charset;
  }
}
