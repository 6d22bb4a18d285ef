package dev.mldigest.extract;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks the compressed streams of a PDF without keeping anything, to know how large they are
 * before they are read into memory: deflated data grows up to a thousandfold.
 */
final class PdfStreams {
  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
  static final long MOST_ONE = 64_000_000;
  private static final long MOST_ALL = 600_000_000;

  private PdfStreams() {}

  /** Each byte is unpacked once: the search goes on behind what was unpacked. */
  static boolean isTooLarge(byte[] pdf) {
    byte[] sink = new byte[1 << 16];
    long all = 0;
    Inflater inflater = new Inflater();
    try {
      for (int at = next(pdf, 0); at >= 0; ) {
        int from = skipLineEnd(pdf, at + STREAM.length);
        if (!isDeflated(pdf, from)) {
          at = next(pdf, from);
          continue;
        }
        inflater.reset();
        inflater.setInput(pdf, from, pdf.length - from);
        long one = inflate(inflater, sink);
        all += one;
        if (one > MOST_ONE || all > MOST_ALL) {
          return true;
        }
        at = next(pdf, from + (int) Math.max(1, inflater.getBytesRead()));
      }
      return false;
    } finally {
      inflater.end();
    }
  }

  private static long inflate(Inflater inflater, byte[] sink) {
    try {
      int read = inflater.inflate(sink);
      while (read > 0 && inflater.getBytesWritten() <= MOST_ONE) {
        read = inflater.inflate(sink);
      }
    } catch (DataFormatException e) {
      // What came before the fault is what can be read.
    }
    return inflater.getBytesWritten();
  }

  /** The header of RFC 1950. */
  private static boolean isDeflated(byte[] pdf, int at) {
    return at + 1 < pdf.length
        && (pdf[at] & 0x0f) == 8
        && ((pdf[at] & 0xff) << 8 | (pdf[at + 1] & 0xff)) % 31 == 0;
  }

  private static int skipLineEnd(byte[] pdf, int from) {
    int at = from;
    while (at < pdf.length && (pdf[at] == '\r' || pdf[at] == '\n' || pdf[at] == ' ')) {
      at++;
    }
    return at;
  }

  private static int next(byte[] pdf, int from) {
    for (int i = from; i + STREAM.length <= pdf.length; i++) {
      int k = 0;
      while (k < STREAM.length && pdf[i + k] == STREAM[k]) {
        k++;
      }
      if (k == STREAM.length) {
        return i;
      }
    }
    return -1;
  }
}
