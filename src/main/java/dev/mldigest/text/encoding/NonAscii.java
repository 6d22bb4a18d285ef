package dev.mldigest.text.encoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where a document is not ASCII. Most are for most of their length, so that eight bytes are looked
 * at at once: one by one they took a tenth of a page's reading.
 */
final class NonAscii {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The bit of each of eight bytes that no ASCII character has. */
  private static final long HIGH_BITS = 0x8080808080808080L;

  private NonAscii() {}

  /** The place of the first such byte from one place on, or else {@code to}. */
  static int next(byte[] body, int from, int to) {
    int i = from;
    while (i + Long.BYTES <= to) {
      long found = (long) EIGHT.get(body, i) & HIGH_BITS;
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
      i += Long.BYTES;
    }
    while (i < to && body[i] >= 0) {
      i++;
    }
    return i;
  }
}
