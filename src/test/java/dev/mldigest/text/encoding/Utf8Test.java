package dev.mldigest.text.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Utf8Test {
  private static final long SEED = 20261130;

  /** Pieces between which every boundary of the format lies. */
  private static final String[] PIECES = {
    "plain words ", "é", "\u07ff", "\u0800", "’", "\ud7ff", "\ue000", "\ufffd", "\uffff", "😀", "中文"
  };

  @Test
  void any_bytes_are_read_or_refused_as_the_jdk_does() {
    Random random = new Random(SEED);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = bytes(random);
      assertThat(Utf8.text(bytes, 0, bytes.length))
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(jdk(bytes));
    }
  }

  /** Text, in most rounds with some bytes that are not of it. */
  private static byte[] bytes(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80));
    }
    return bytes;
  }

  private static @Nullable String jdk(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
