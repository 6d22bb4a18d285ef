package dev.mldigest.fetch.http;

import dev.mldigest.domain.FetchFailure;
import dev.mldigest.net.HttpDate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import okhttp3.Call;
import okhttp3.Response;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers' bodies: first the bytes of the wire, then what they decode to, and within caps on
 * the one, the other, and the ratio of the two.
 */
public final class Bodies {
  /** What is asked for, and what {@link #decoded} can undo. */
  static final String ENCODINGS = "gzip, br";

  private static final Set<String> DECODED = Set.of("gzip", "x-gzip", "br");

  /** IANA's registry of HTTP content codings, without identity. */
  private static final Set<String> CODINGS =
      Set.of(
          "aes128gcm",
          "br",
          "compress",
          "dcb",
          "dcz",
          "deflate",
          "exi",
          "gzip",
          "pack200-gzip",
          "x-compress",
          "x-gzip",
          "zstd");

  /** Two of the library's segments (okio: 8 KiB). */
  private static final int CHUNK = 16_384;

  /** Text shrinks to a tenth, repetitive listings to a fiftieth; only a bomb does much better. */
  private static final long BOMB_RATIO = 100;

  /** Below this the ratio says nothing: a short repetitive page shrinks to a hundredth as well. */
  private static final long BOMB_FROM = 1_000_000;

  /** Codings in one header; and times that a body turns out to be compressed once more. */
  private static final int LAYERS = 2;

  private Bodies() {}

  sealed interface Read {}

  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Whole(byte[] bytes) implements Read {}

  /**
   * @param detail continues a sentence that begins with the host's name
   */
  record Unusable(FetchFailure why, String detail) implements Wire, Read {}

  /** As it came over the wire. */
  sealed interface Wire {}

  /**
   * @param codings in the order in which they are undone
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Coded(byte[] bytes, List<String> codings) implements Wire {}

  /** The body of a success or of a 400 (arXiv explains itself there); others are not read. */
  static Wire receive(Call call, Response response, long most) throws IOException {
    boolean wanted = response.isSuccessful() || response.code() == 400;
    if (!wanted) {
      return new Coded(new byte[0], List.of());
    }
    List<String> codings = codings(response);
    if (codings.size() > LAYERS || !DECODED.containsAll(codings)) {
      call.cancel();
      return new Unusable(FetchFailure.MALFORMED, " sent an encoding that was not asked for.");
    }
    byte[] bytes = upTo(response.body().byteStream(), most);
    if (bytes.length > most) {
      call.cancel(); // else closing would go on reading to save the connection
      return tooLarge(most);
    }
    return new Coded(bytes, codings);
  }

  /**
   * In the order in which they are undone: the last one applied first (RFC 9110 section 8.4). Words
   * that name no coding ({@code aws-chunked}, {@code UTF-8}, {@code none}) were applied to nothing.
   */
  private static List<String> codings(Response response) {
    return response.headers("Content-Encoding").stream()
        .flatMap(Bodies::words)
        .filter(CODINGS::contains)
        .toList()
        .reversed();
  }

  private static Stream<String> words(String header) {
    return Stream.of(header.split(",", -1))
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .filter(coding -> !coding.isEmpty() && !coding.equals("identity"));
  }

  /** The first word of a Content-Encoding that names no coding, cut short, or null. */
  public static @Nullable String noCoding(@Nullable String header) {
    return header == null
        ? null
        : words(header)
            .filter(coding -> !CODINGS.contains(coding))
            .map(coding -> coding.substring(0, Math.min(coding.length(), 40)))
            .findFirst()
            .orElse(null);
  }

  /** Takes the processor's time and no one else's. */
  static Read decoded(Coded wire, long most) throws IOException {
    Read read = new Whole(wire.bytes());
    for (String coding : wire.codings()) {
      if (read instanceof Whole(byte[] bytes)) {
        read = coding.equals("br") ? unpacked(bytes, brotli(bytes), most) : unzipped(bytes, most);
      }
    }
    // Some servers compress twice, or forget to say that they compress.
    for (int i = 0; i < LAYERS && read instanceof Whole(byte[] bytes) && isZipped(bytes); i++) {
      read = unzipped(bytes, most);
    }
    return read;
  }

  /** A body that is announced as compressed and is not stays as it is. */
  private static Read unzipped(byte[] bytes, long most) throws IOException {
    return isZipped(bytes)
        ? unpacked(bytes, new GZIPInputStream(new ByteArrayInputStream(bytes)), most)
        : new Whole(bytes);
  }

  private static boolean isZipped(byte[] bytes) {
    return bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  private static InputStream brotli(byte[] bytes) throws IOException {
    return bytes.length == 0
        ? InputStream.nullInputStream()
        : new BrotliInputStream(new ByteArrayInputStream(bytes));
  }

  private static Read unpacked(byte[] packed, InputStream in, long most) throws IOException {
    long bomb = Math.max(BOMB_FROM, BOMB_RATIO * packed.length);
    try (in) {
      byte[] bytes = upTo(in, Math.min(most, bomb));
      if (bytes.length > bomb) {
        return new Unusable(FetchFailure.BOMB, " sent a body that unpacks to far too much.");
      }
      return bytes.length > most ? tooLarge(most) : new Whole(bytes);
    } catch (IOException e) {
      throw ErrorWording.of(e) == ErrorWording.PACKED_ENDED
          ? new EOFException("The compressed body ends early.")
          : e;
    }
  }

  private static Unusable tooLarge(long most) {
    return new Unusable(FetchFailure.TOO_LARGE, " sent more than " + most + " bytes.");
  }

  /** At most one chunk more than {@code most}: enough to see that it was passed. */
  private static byte[] upTo(InputStream in, long most) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int n = in.read(chunk); n >= 0 && out.size() <= most; n = in.read(chunk)) {
      out.write(chunk, 0, n);
    }
    return out.toByteArray();
  }

  static Map<String, String> headers(Response response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .forEach(header ->
            headers.putIfAbsent(header.getFirst().toLowerCase(Locale.ROOT), header.getSecond()));
    return headers;
  }

  /** When the answer was made: by the server's clock if it tells, so that skew does not matter. */
  static Instant madeAt(Response response) {
    Instant date = HttpDate.read(response.header("Date"));
    return date == null ? Instant.ofEpochMilli(response.receivedResponseAtMillis()) : date;
  }
}
