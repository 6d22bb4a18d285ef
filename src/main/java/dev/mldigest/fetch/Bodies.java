package dev.mldigest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import okhttp3.Call;
import okhttp3.Response;

/** Reads answers' bodies within a cap on decoded bytes. */
final class Bodies {
  private static final int CHUNK = 16_384;

  private Bodies() {}

  sealed interface Read {}

  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Whole(byte[] bytes) implements Read {}

  /**
   * @param detail continues a sentence that begins with the host's name
   */
  record Unusable(String word, String detail) implements Read {}

  /** The body of a success or of a 400 (arXiv explains itself there); others are not read. */
  static Read read(Call call, Response response, long most) throws IOException {
    boolean wanted = response.isSuccessful() || response.code() == 400;
    if (!wanted) {
      return new Whole(new byte[0]);
    }
    String encoding = response.header("Content-Encoding", "identity");
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      call.cancel();
      return new Unusable("malformed", " sent an encoding that was not asked for.");
    }
    byte[] bytes = upTo(response.body().byteStream(), most);
    if (bytes.length > most) {
      call.cancel(); // else closing would go on reading to save the connection
      return new Unusable("too large", " sent more than " + most + " bytes.");
    }
    return unzippedAgain(bytes, most);
  }

  /** Some servers compress twice, or forget to say that they compress. */
  private static Read unzippedAgain(byte[] bytes, long most) throws IOException {
    if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
      return new Whole(bytes);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] decoded = upTo(in, most);
      return decoded.length > most
          ? new Unusable("too large", " sent more than " + most + " bytes.")
          : new Whole(decoded);
    }
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
    Instant date = RetryAfter.httpDate(response.header("Date"));
    return date == null ? Instant.ofEpochMilli(response.receivedResponseAtMillis()) : date;
  }
}
