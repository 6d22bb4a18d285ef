package dev.mldigest.fetch.mail;

import dev.mldigest.text.encoding.Decoded;
import dev.mldigest.text.encoding.Encodings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as RFC 5322 and MIME have it, read as a stream of its parts: what is attached is never
 * unpacked, and what is broken or boundless costs itself only.
 *
 * @param headers of the mail itself, by name in small letters, decoded; the first of each
 * @param html its HTML parts in order, or its plain ones as {@code pre} where it has none
 * @param plain true if it has no HTML
 * @param whole false where some of it could not be read
 */
record Mail(Map<String, String> headers, List<String> html, boolean plain, boolean whole) {
  /** Forwarded mails hold mails; nobody forwards twenty deep. */
  private static final int DEEPEST = 20;

  /** A newsletter has two parts and its pictures. */
  private static final int MOST_PARTS = 200;

  /** Bytes of text; the longest newsletters have a tenth, and mail programs cut at 100,000. */
  private static final int MOST_TEXT = 2_000_000;

  /** What a header needs at most, with all that relays put on top. */
  private static final int MOST_HEADERS = 1_000;

  private static final int LONGEST_HEADER = 100_000;

  /** Bytes in which a page names its encoding, as HTML asks. */
  private static final int PROLOG = 1_024;

  Mail {
    headers = Map.copyOf(headers);
    html = List.copyOf(html);
  }

  static Mail of(byte[] bytes) {
    return new Reading().read(bytes);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** True if it has a header that only mails have. */
  boolean isMail() {
    return List.of("from", "date", "subject", "message-id", "received").stream()
            .filter(headers::containsKey)
            .count()
        >= 2;
  }

  /** One pass over a mail. */
  private static final class Reading {
    private final Map<String, String> headers = new HashMap<>();
    private final List<String> html = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private int left = MOST_TEXT;
    private int depth;
    private int parts;
    private boolean inside;
    private boolean attached;
    private String type = ""; // as it is written: the parser tells us-ascii where nothing is
    private boolean whole = true;

    Mail read(byte[] bytes) {
      MimeTokenStream stream =
          new MimeTokenStream(
              new MimeConfig.Builder()
                  .setMaxLineLen(-1) // bounded by the mail's own length
                  .setMaxHeaderCount(MOST_HEADERS)
                  .setMaxHeaderLen(LONGEST_HEADER)
                  .build(),
              DecodeMonitor.SILENT,
              null);
      try {
        stream.parse(new ByteArrayInputStream(bytes));
        while (whole && stream.getState() != EntityState.T_END_OF_STREAM) {
          step(stream);
          stream.next();
        }
      } catch (MimeException | IOException | RuntimeException e) {
        whole = false; // the parser's own faults included: a mail is a stranger's
      }
      boolean isPlain = html.isEmpty();
      return new Mail(headers, isPlain ? plain : html, isPlain, whole);
    }

    private void step(MimeTokenStream stream) throws IOException {
      switch (stream.getState()) {
        case T_START_MULTIPART, T_START_MESSAGE -> whole = ++depth <= DEEPEST;
        case T_END_MULTIPART, T_END_MESSAGE -> depth--;
        case T_START_HEADER -> {
          attached = false;
          type = "";
        }
        case T_FIELD -> field(stream.getField());
        case T_END_HEADER -> inside = true;
        case T_BODY -> body(stream);
        default -> {}
      }
    }

    private void field(Field field) {
      String name = field.getName().toLowerCase(Locale.ROOT);
      if (!inside) {
        headers.putIfAbsent(name, decoded(field));
      }
      if (name.equals("content-type")) {
        type = decoded(field);
      }
      if (name.equals("content-disposition")) {
        attached = decoded(field).toLowerCase(Locale.ROOT).startsWith("attachment");
      }
    }

    private void body(MimeTokenStream stream) throws IOException {
      BodyDescriptor about = stream.getBodyDescriptor();
      String media = about.getMimeType().toLowerCase(Locale.ROOT);
      boolean isHtml = media.equals("text/html");
      if (++parts > MOST_PARTS) {
        whole = false;
      } else if (!attached && (isHtml || media.equals("text/plain"))) {
        byte[] bytes = stream.getDecodedInputStream().readNBytes(left + 1);
        whole = bytes.length <= left;
        left -= Math.min(left, bytes.length);
        (isHtml ? html : plain).add(text(bytes, Encodings.parameter(type), isHtml));
      }
    }
  }

  private static String text(byte[] bytes, @Nullable String named, boolean isHtml) {
    Encodings.Mark mark = Encodings.byteOrderMark(bytes);
    if (mark != null) {
      return Decoded.as(bytes, mark.length(), bytes.length, mark.charset()).text();
    }
    Charset header = named == null ? null : Encodings.named(named);
    if (header != null && !Encodings.isEightBit(header)) {
      return Decoded.as(bytes, 0, bytes.length, header).text();
    }
    String prolog =
        new String(bytes, 0, Math.min(PROLOG, bytes.length), StandardCharsets.ISO_8859_1);
    String declared = isHtml ? Encodings.parameter(prolog) : null;
    Charset page = declared == null ? null : Encodings.named(declared);
    List<Charset> claims = new ArrayList<>();
    for (@Nullable Charset claim : new @Nullable Charset[] {header, page, StandardCharsets.UTF_8}) {
      if (claim != null && Encodings.isEightBit(claim)) {
        claims.add(claim);
      }
    }
    return Decoded.of(bytes, 0, bytes.length, claims).text();
  }

  /** Its words behind the colon, unfolded, with what is encoded in them (RFC 2047) decoded. */
  private static String decoded(Field field) {
    byte[] raw = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
    String line = Decoded.of(raw, 0, raw.length, List.of(StandardCharsets.UTF_8)).text();
    String value = line.substring(line.indexOf(':') + 1).replaceAll("\\r?\\n[ \\t]*+", " ").strip();
    try {
      return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
