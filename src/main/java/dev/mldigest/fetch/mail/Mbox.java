package dev.mldigest.fetch.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The mails of an mbox file, one after another (RFC 4155): each begins at a line "From " behind an
 * empty one; such lines within a mail were given a ">" (mboxrd), which goes. Holds one mail at a
 * time, and of none more than is asked for.
 */
final class Mbox {
  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final int most;
  private byte[] line = new byte[0];
  private boolean begun;

  /**
   * @param most bytes of a mail; what is behind them is passed over
   */
  Mbox(InputStream in, int most) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.most = most;
  }

  /** True if a file that begins so is an mbox. */
  static boolean is(byte[] beginning) {
    return begins(beginning, 0);
  }

  /** The next mail, one byte longer than the most where it is longer; null behind the last. */
  byte @Nullable [] next() throws IOException {
    if (!begun) {
      line = read();
      begun = true;
    }
    if (line.length == 0) {
      return null;
    }
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    if (!begins(line, 0)) { // what stands before the first mail is one too
      keep(mail, line);
    }
    boolean empty = false;
    for (line = read(); line.length > 0; line = read()) {
      if (empty && begins(line, 0)) {
        break;
      }
      empty = line[0] == '\n' || (line[0] == '\r' && line.length <= 2);
      keep(mail, line);
    }
    return mail.toByteArray();
  }

  private void keep(ByteArrayOutputStream mail, byte[] part) {
    int quotes = 0;
    while (quotes < part.length && part[quotes] == '>') {
      quotes++;
    }
    int from = quotes > 0 && begins(part, quotes) ? 1 : 0;
    mail.write(part, from, Math.min(part.length - from, Math.max(0, most + 1 - mail.size())));
  }

  private static boolean begins(byte[] bytes, int from) {
    return bytes.length >= from + FROM.length
        && Arrays.equals(bytes, from, from + FROM.length, FROM, 0, FROM.length);
  }

  /** A line with what ends it, or a piece of one that is longer than a mail may be. */
  private byte[] read() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    int b = in.read();
    while (b >= 0) {
      out.write(b);
      if (b == '\n' || out.size() > most) {
        break;
      }
      b = in.read();
    }
    return out.toByteArray();
  }
}
