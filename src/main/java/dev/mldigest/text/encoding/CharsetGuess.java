package dev.mldigest.text.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Names the encoding of bytes that say nothing true of it, for the languages whose encodings leave
 * a clear trace: Japanese by its kana, Korean by its syllables, Russian by its small letters. The
 * bytes must be valid, and what they spell usual; anything else is not guessed. Looks at the first
 * 64 KiB.
 */
final class CharsetGuess {
  /** More says nothing new of a document in one encoding, and five decodings of it take time. */
  private static final int LOOK = 64 << 10;

  /** Fewer letters prove nothing. */
  private static final int FEWEST = 8;

  /**
   * @param fit the share of the letters beyond ASCII that are usual
   */
  private record Candidate(Charset charset, double least, ToDoubleFunction<String> fit) {
    Candidate(String name, double least, ToDoubleFunction<String> fit) {
      this(Charset.forName(name), least, fit);
    }
  }

  // Kana are 40 to 60 % of running Japanese text and fewer in titles; Korean has hardly a letter
  // that is no Hangul. Read in another's encoding, such bytes spell few of either.
  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("EUC-JP", 0.2, CharsetGuess::japanese),
          new Candidate("windows-31j", 0.2, CharsetGuess::japanese),
          new Candidate("EUC-KR", 0.85, CharsetGuess::korean),
          new Candidate("KOI8-R", 0.8, CharsetGuess::russian),
          new Candidate("windows-1251", 0.8, CharsetGuess::russian));

  private CharsetGuess() {}

  static @Nullable Charset of(ByteBuffer body) {
    ByteBuffer start = body.slice(body.position(), Math.min(LOOK, body.remaining()));
    for (Candidate candidate : CANDIDATES) {
      String text = decoded(start.duplicate(), candidate.charset());
      if (text != null && candidate.fit().applyAsDouble(text) >= candidate.least()) {
        return candidate.charset();
      }
    }
    return null;
  }

  /** Null if the bytes are not of the encoding. */
  private static @Nullable String decoded(ByteBuffer in, Charset charset) {
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .decode(in, out, false);
    String text = out.flip().toString();
    return fits(text) ? text : null;
  }

  /** At least one sequence may be broken, and one in a hundred: texts get cut. */
  static boolean fits(String text) {
    long foreign = text.chars().filter(c -> c >= 0x80).count();
    long wrong = text.chars().filter(c -> c == 0xfffd).count();
    return wrong * 100 <= Math.max(100, foreign);
  }

  private static double japanese(String text) {
    int kana = 0;
    int han = 0;
    int other = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x3041 && c <= 0x30fe) {
        kana++;
      } else if ((c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3000 && c <= 0x3040)) {
        han++;
      } else if (c >= 0x80 && !(c >= 0xff00 && c <= 0xff60)) {
        other++;
      }
    }
    int all = kana + han + other;
    return all < FEWEST || other * 5 > all ? 0 : (double) kana / all;
  }

  private static double korean(String text) {
    int hangul = 0;
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      hangul += c >= 0xac00 && c <= 0xd7a3 ? 1 : 0;
      all += c >= 0x80 ? 1 : 0;
    }
    return all < FEWEST ? 0 : (double) hangul / all;
  }

  /**
   * Small letters are rare in the wrong one of the two encodings, which differ in case above all.
   */
  private static double russian(String text) {
    int small = 0;
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      all += c >= 0x80 ? 1 : 0;
      boolean latinBeside =
          (i > 0 && latin(text.charAt(i - 1)))
              || (i + 1 < text.length() && latin(text.charAt(i + 1)));
      small += c >= 'а' && c <= 'я' && !latinBeside ? 1 : 0;
    }
    return all < FEWEST ? 0 : (double) small / all;
  }

  private static boolean latin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
