package dev.mldigest.text.encoding;

import dev.mldigest.text.WordList;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The encodings of documents: what their names mean on the web, and what the first bytes say of
 * themselves. Which of several sayings counts is decided by who reads the document.
 */
public final class Encodings {
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Map<String, String> LABELS = labels();
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)charset\\s{0,20}=\\s{0,20}[\"']?\\s{0,20}([\\w.:+-]{1,40})");
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?\\bencoding\\s*=\\s*[\"']\\s*([\\w.:+-]{1,40})");

  /** First bytes, and the encoding in which they are written so. */
  public static final class Mark {
    private final Charset charset;
    private final int[] bytes;

    public Mark(Charset charset, int... bytes) {
      this.charset = charset;
      this.bytes = bytes;
    }

    public Charset charset() {
      return charset;
    }

    public boolean opens(byte[] body) {
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

    public int length() {
      return bytes.length;
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

  private Encodings() {}

  public static @Nullable Mark byteOrderMark(byte[] body) {
    return BYTE_ORDER_MARKS.stream().filter(mark -> mark.opens(body)).findFirst().orElse(null);
  }

  /** The encoding of a document of markup whose first character takes several bytes, or null. */
  public static @Nullable Charset shape(byte[] body) {
    return SHAPES.stream()
        .filter(mark -> mark.opens(body))
        .map(Mark::charset)
        .findFirst()
        .orElse(null);
  }

  /** What a name means on the web, or else to this platform; null if it means nothing. */
  public static @Nullable Charset named(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(LABELS.getOrDefault(name, name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** The name in {@code charset=name}, in a header or where a page repeats one; or null. */
  public static @Nullable String parameter(String text) {
    return first(PARAMETER, text);
  }

  /** The name in an XML declaration, or null. */
  public static @Nullable String declared(String prolog) {
    return first(DECLARED, prolog);
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : null;
  }

  /** Whether an ASCII character is one byte: so it is where markup could be read at all. */
  public static boolean isEightBit(Charset charset) {
    return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    WordList.read("/text/encodings.txt")
        .named()
        .forEach((name, own) -> own.forEach(label -> labels.put(label, name)));
    return Map.copyOf(labels);
  }
}
