package dev.mldigest.extract.pdf;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at the streams of a PDF before the library does, which reads each into memory whole:
 * deflated data grows up to a thousandfold, and again if it was deflated twice. Nothing is kept.
 */
final class PdfStreams {
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

  /** A picture is never unpacked for its text. */
  private static final long MOST_PICTURE = 64_000_000;

  /** Chosen by hand: bounds the memory that a drawing or a font may take. */
  private static final long MOST_ONE = 16_000_000;

  /** Nothing of it is kept: chosen by hand to bound the time. */
  private static final long MOST_ALL = 600_000_000;

  /** Of streams that hold objects or say where they are: each byte may become fifty in memory. */
  private static final long MOST_INDEX = 8_000_000;

  private static final long MOST_TABLE = 1_000_000; // of one table of objects: see MOST_INDEX

  /** Hundreds for each page that is read. Chosen by hand: bounds the time of the search. */
  private static final int MOST_STREAMS = 50_000;

  /** Characters; what describes a stream has some hundred. */
  private static final int LONGEST_DICTIONARY = 4000;

  private static final Pattern PICTURE = Pattern.compile("/Subtype\\s{0,9}/Image\\b");
  private static final Pattern OBJECTS = Pattern.compile("/First\\b");
  private static final Pattern TABLE = Pattern.compile("/W\\s{0,9}\\[");
  private static final Pattern PACKED =
      Pattern.compile("/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b");

  /** Old ways of packing that are not followed, filters named elsewhere, letters in disguise. */
  private static final Pattern UNFOLLOWED =
      Pattern.compile(
          "/(?:LZWDecode|LZW|RunLengthDecode|RL)\\b|/Filter\\s{1,9}\\d|/[^/\\s<>()\\[\\]]{0,40}#[4-7]");

  private final byte[] pdf;
  private final byte[] sink = new byte[1 << 16];
  private long all;
  private long objects;

  private PdfStreams(byte[] pdf) {
    this.pdf = pdf;
  }

  static boolean isTooLarge(byte[] pdf) {
    Inflater inflater = new Inflater();
    try {
      return new PdfStreams(pdf).isTooLarge(inflater);
    } finally {
      inflater.end();
    }
  }

  /** Each byte is unpacked once: the search goes on behind what was unpacked. */
  private boolean isTooLarge(Inflater inflater) {
    int streams = 0;
    for (int at = next(0); at >= 0; ) {
      int from = skipLineEnd(at + STREAM.length);
      boolean ends = at >= 3 && pdf[at - 1] == 'd' && pdf[at - 2] == 'n' && pdf[at - 3] == 'e';
      if (ends) {
        at = next(from);
        continue;
      }
      String dictionary = dictionary(at);
      if (++streams > MOST_STREAMS || !isFollowed(dictionary)) {
        return true;
      }
      if (!isDeflated(from)) {
        at = next(from);
        continue;
      }
      inflater.reset();
      inflater.setInput(pdf, from, pdf.length - from);
      long most = most(dictionary);
      long one = inflate(inflater, most);
      all += one;
      objects += OBJECTS.matcher(dictionary).find() ? one : 0;
      if (one > most || all > MOST_ALL || objects > MOST_INDEX) {
        return true;
      }
      at = next(from + (int) Math.max(1, inflater.getBytesRead()));
    }
    return false;
  }

  /** What describes the stream stands between "obj" and it. */
  private String dictionary(int stream) {
    int from = Math.max(0, stream - LONGEST_DICTIONARY);
    String before = new String(pdf, from, stream - from, StandardCharsets.ISO_8859_1);
    return before.substring(before.lastIndexOf("obj") + 1);
  }

  private static boolean isFollowed(String dictionary) {
    return PACKED.matcher(dictionary).results().limit(2).count() < 2
        && !UNFOLLOWED.matcher(dictionary).find();
  }

  private static long most(String dictionary) {
    if (TABLE.matcher(dictionary).find()) {
      return MOST_TABLE;
    }
    return PICTURE.matcher(dictionary).find() ? MOST_PICTURE : MOST_ONE;
  }

  private long inflate(Inflater inflater, long most) {
    try {
      int read = inflater.inflate(sink);
      while (read > 0 && inflater.getBytesWritten() <= most) {
        read = inflater.inflate(sink);
      }
    } catch (DataFormatException e) {
      // What came before the fault is what can be read.
    }
    return inflater.getBytesWritten();
  }

  /** The header of RFC 1950. */
  private boolean isDeflated(int at) {
    return at + 1 < pdf.length
        && (pdf[at] & 0x0f) == 8
        && ((pdf[at] & 0xff) << 8 | (pdf[at + 1] & 0xff)) % 31 == 0;
  }

  private int skipLineEnd(int from) {
    int at = from;
    while (at < pdf.length && (pdf[at] == '\r' || pdf[at] == '\n' || pdf[at] == ' ')) {
      at++;
    }
    return at;
  }

  private int next(int from) {
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
