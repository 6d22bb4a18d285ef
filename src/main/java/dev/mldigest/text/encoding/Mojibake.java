package dev.mldigest.text.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Heals text that was encoded as UTF-8, taken for an older encoding and encoded again ({@code Ã©}
 * for {@code é}): all of it if nothing in the document speaks against it, and where most of what is
 * not ASCII was so mistreated, at least what cannot be meant as it stands.
 */
public final class Mojibake {
  /** What UTF-8 is taken for, with the letters that its first bytes become. */
  private static final Mojibake[] MISREADINGS = {
    new Mojibake("windows-1252", "ÃÂâÐÑãäåæçèéð"), new Mojibake("windows-1251", "РСГв")
  };

  /**
   * Two letters may meet by chance, as in {@code Spaß“}; and a page may tell of such text, or only
   * its frame be honest: so many runs prove more than chance, and so many times the honest ones.
   */
  private static final int FEWEST = 3;

  /** A text may have been through it more than once. */
  private static final int TIMES = 3;

  /** By character the byte that it was taken from, or 0. */
  private final char[] bytes = new char['™' + 1];

  /** By character whether it begins a letter. */
  private final boolean[] begins = new boolean[bytes.length];

  private Mojibake(String charset, String first) {
    first.chars().forEach(c -> begins[c] = true);
    Charset misread = Charset.forName(charset);
    for (int b = 0x80; b < 0x100; b++) {
      char c = new String(new byte[] {(byte) b}, misread).charAt(0);
      // The bytes that an encoding leaves open survive as C1 controls.
      bytes[c == 0xfffd ? b : c] = (char) b;
      if (charset.equals("windows-1252")) {
        bytes[b] = (char) b; // nor is ISO-8859-1 always taken for it
      }
    }
  }

  private int byteOf(char c) {
    return c < bytes.length ? bytes[c] : 0;
  }

  /** Whether two letters that are one, misread, stand side by side at all. */
  private boolean isSuspect(String text) {
    for (int i = 1; i < text.length(); i++) {
      // In UTF-8 (RFC 3629) only such bytes go on with a letter.
      if (text.charAt(i) >= 0x80 && (byteOf(text.charAt(i)) & 0xc0) == 0x80) {
        char before = text.charAt(i - 1);
        if (before < begins.length && begins[before]) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether some UTF-8 has a letter that can begin one, misread, and next to it another that is not
   * ASCII: the letters of {@link #MISREADINGS} all begin with one of two bytes.
   */
  static boolean mayStandIn(byte[] body, int from, int to) {
    for (int i = NonAscii.next(body, from, to); i + 2 < to; i = NonAscii.next(body, i + 1, to)) {
      if ((body[i] == (byte) 0xc3 || body[i] == (byte) 0xd0) && body[i + 2] < 0) {
        return true;
      }
    }
    return false;
  }

  /** The text as it was meant, or the same. */
  public static String healed(String text) {
    String whole = text;
    for (Mojibake misreading : MISREADINGS) {
      for (int i = 0; i < TIMES; i++) {
        String once = misreading.heal(whole);
        if (once.equals(whole)) {
          break;
        }
        whole = once;
      }
    }
    return whole;
  }

  private String heal(String text) {
    if (!isSuspect(text)) {
      return text;
    }
    Votes votes = new Votes();
    walk(text, null, votes, false);
    boolean all = votes.honest == 0 && (votes.certain > 0 || votes.letters >= FEWEST);
    boolean most = votes.certain >= FEWEST && votes.certain > FEWEST * votes.honest;
    if (!all && !most) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    walk(text, out, votes, all);
    return out.toString();
  }

  private static final class Votes {
    private int letters;
    private int certain;
    private int honest;
  }

  /**
   * Runs through the text, counting what speaks for and against, or writing it as it was meant.
   *
   * @param all whether to heal what might be meant as it stands, too
   */
  private void walk(String text, @Nullable StringBuilder out, Votes votes, boolean all) {
    int i = 0;
    while (i < text.length()) {
      int from = i;
      boolean ascii = text.charAt(i) < 0x80;
      boolean known = byteOf(text.charAt(i)) != 0;
      while (ascii && i < text.length() && text.charAt(i) < 0x80) {
        i++;
      }
      while (i < text.length()
          && (text.charAt(i) < 0x80) == ascii
          && (byteOf(text.charAt(i)) != 0) == known) {
        i++;
      }
      String healed = known ? decoded(text, from, i) : null;
      boolean certain = healed != null && isCommon(healed);
      if (out != null) {
        out.append(healed != null && (all || certain) ? healed : text.substring(from, i));
      } else if (healed != null) {
        votes.letters += healed.length();
        votes.certain += certain ? 1 : 0;
      } else if (!ascii) {
        votes.honest++;
      }
    }
  }

  /**
   * The letters and signs of Western text, and what takes four bytes; others may be two letters of
   * it that happen to meet.
   */
  private static boolean isCommon(String text) {
    return text.codePoints()
        .allMatch(c ->
            (c >= 0xa0 && c <= 0xff)
                || (c >= 0x2010 && c <= 0x2044)
                || c == '€'
                || c == '™'
                || c == 0xfeff
                || c >= 0x10000);
  }

  /** Null if the run is no UTF-8: then it is meant as it stands. */
  private @Nullable String decoded(String text, int from, int to) {
    ByteBuffer run = ByteBuffer.allocate(to - from);
    for (int i = from; i < to; i++) {
      run.put((byte) byteOf(text.charAt(i)));
    }
    CharBuffer out = CharBuffer.allocate(to - from);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    return decoder.decode(run.flip(), out, true).isError() ? null : out.flip().toString();
  }
}
