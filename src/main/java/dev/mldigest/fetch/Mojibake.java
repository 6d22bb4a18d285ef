package dev.mldigest.fetch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Heals text that was encoded as UTF-8, taken for windows-1252 and encoded again ({@code Ã©} for
 * {@code é}), if all such text in the document agrees on it.
 */
final class Mojibake {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Mojibake() {}

  static String healed(String text, Notes notes) {
    if (text.indexOf('Ã') < 0 && text.indexOf('â') < 0 && text.indexOf('Â') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    CharsetEncoder encoder = WINDOWS_1252.newEncoder();
    int runs = 0;
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length()
          && text.charAt(end) >= 0x80
          && doubled(text.charAt(end), encoder)) {
        end++;
      }
      if (end == i) {
        out.append(text.charAt(i++));
        continue;
      }
      String healed = decoded(text.substring(i, end), encoder);
      if (healed == null) {
        return text; // honest Latin text is in here: leave all of it alone
      }
      out.append(healed);
      runs++;
      i = end;
    }
    if (runs > 0) {
      notes.warn("The text had been encoded twice and was healed.");
    }
    return out.toString();
  }

  private static boolean doubled(char c, CharsetEncoder encoder) {
    return c < 0x100 || encoder.canEncode(c);
  }

  private static @Nullable String decoded(String run, CharsetEncoder encoder) {
    try {
      ByteBuffer bytes = ByteBuffer.allocate(run.length());
      for (int i = 0; i < run.length(); i++) {
        char c = run.charAt(i);
        // The five bytes that windows-1252 leaves open survive as C1 controls.
        bytes.put(c < 0xa0 ? (byte) c : encoder.encode(CharBuffer.wrap(new char[] {c})).get());
      }
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
