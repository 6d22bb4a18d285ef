package dev.mldigest.text.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a document of the web. A name of its encoding is believed unless the bytes themselves
 * contradict it; a wrong one costs nothing but a note.
 *
 * @param notes a sentence for whatever had to be guessed or repaired
 */
public record Decoded(String text, List<String> notes) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /**
   * Text in another encoding is hardly ever valid UTF-8 by accident: one character proves it where
   * each byte would be a letter, and so many where two make one ("鈥檚" for "’s").
   */
  private static final int PROOF = 4;

  /** Decodes as told: a byte order mark cannot be wrong about the bytes that follow it. */
  public static Decoded as(byte[] body, int from, int to, Charset charset) {
    List<String> notes = new ArrayList<>();
    return healed(plain(body, from, to, charset), notes);
  }

  /**
   * Decodes what is written one byte to the ASCII character.
   *
   * @param claims the encodings named for the document, that with the most authority first
   */
  public static Decoded of(byte[] body, int from, int to, List<Charset> claims) {
    if (NonAscii.next(body, from, to) == to && claims.stream().allMatch(Decoded::keepsAscii)) {
      return new Decoded(new String(body, from, to - from, StandardCharsets.ISO_8859_1), List.of());
    }
    List<String> notes = new ArrayList<>();
    String utf8 = Utf8.text(body, from, to);
    int proof = utf8 == null ? 0 : foreign(body, from, to);
    for (Charset claim : claims) {
      if (claim.equals(StandardCharsets.UTF_8)) {
        if (utf8 != null || isMostlyUtf8(body, from, to)) {
          break;
        }
        continue; // whoever said it, another may know better
      }
      if (proof >= (isSingleByte(claim) ? 1 : PROOF)) {
        notes.add("The text is UTF-8 and not " + claim.name() + ", as it is said to be.");
        break;
      }
      String text = plain(body, from, to, claim);
      if (isSingleByte(claim) || CharsetGuess.fits(text)) {
        return healed(text, notes);
      }
    }
    if (utf8 == null) {
      return healed(guessed(body, from, to, claims, notes), notes);
    }
    return Mojibake.mayStandIn(body, from, to)
        ? healed(utf8, notes)
        : new Decoded(utf8, List.copyOf(notes));
  }

  private static Decoded healed(String text, List<String> notes) {
    String healed = Mojibake.healed(text);
    if (!healed.equals(text)) {
      notes.add("The text had been encoded twice and was healed.");
    }
    return new Decoded(healed, List.copyOf(notes));
  }

  private static boolean isSingleByte(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
  }

  private static boolean keepsAscii(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) || isSingleByte(charset);
  }

  /** The characters of UTF-8 that are not ASCII, counted up to the proof. */
  private static int foreign(byte[] body, int from, int to) {
    int count = 0;
    int i = NonAscii.next(body, from, to);
    while (i < to && count < PROOF) {
      count += (body[i] & 0xc0) == 0xc0 ? 1 : 0;
      i = NonAscii.next(body, i + 1, to);
    }
    return count;
  }

  /** With the five bytes that windows-1252 leaves open as the standard has them: C1 controls. */
  private static String plain(byte[] body, int from, int to, Charset charset) {
    String text = new String(body, from, to - from, charset);
    if (!charset.equals(WINDOWS_1252) || text.indexOf(0xfffd) < 0) {
      return text;
    }
    StringBuilder whole = new StringBuilder(text);
    for (int i = text.indexOf(0xfffd); i >= 0; i = text.indexOf(0xfffd, i + 1)) {
      whole.setCharAt(i, (char) (body[from + i] & 0xff));
    }
    return whole.toString();
  }

  /** True if most of what is not ASCII is UTF-8 after all, so that only some bytes are odd. */
  private static boolean isMostlyUtf8(byte[] body, int from, int to) {
    String text = plain(body, from, to, StandardCharsets.UTF_8);
    long foreign = text.chars().filter(c -> c >= 0x80).count();
    // One byte hardly ever makes a character of UTF-8 with the next by accident.
    return text.chars().filter(c -> c == 0xfffd).count() * 2 <= foreign;
  }

  private static String guessed(
      byte[] body, int from, int to, List<Charset> claims, List<String> notes) {
    String wrong =
        claims.isEmpty()
            ? "The encoding is not stated; "
            : "The bytes are not the encoding they claim; ";
    if (isMostlyUtf8(body, from, to)) {
      notes.add(wrong + "what is no UTF-8 was read as windows-1252.");
      return mixed(body, from, to);
    }
    Charset guess = CharsetGuess.of(ByteBuffer.wrap(body, from, to - from));
    Charset charset = guess == null ? WINDOWS_1252 : guess;
    notes.add(wrong + "they were read as " + charset.name() + ".");
    return plain(body, from, to, charset);
  }

  /**
   * UTF-8, with every byte that is none read as windows-1252: what such bytes nearly always are.
   */
  private static String mixed(byte[] body, int from, int to) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(body, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from + 1);
    while (true) {
      var result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      out.put(plain(body, in.position(), in.position() + result.length(), WINDOWS_1252));
      in.position(in.position() + result.length());
      decoder.reset();
    }
  }
}
