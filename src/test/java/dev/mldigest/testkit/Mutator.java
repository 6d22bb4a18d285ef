package dev.mldigest.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages documents in the ways that networks, editors and enemies do. The same seed, index and
 * documents give the same bytes, on any thread.
 */
public final class Mutator {
  /** Mutations do not grow without end. */
  private static final int MOST_BYTES = 1 << 20;

  /**
   * What documents of one kind are damaged with.
   *
   * @param tags names of their elements
   * @param snippets what is set into them
   */
  public record Words(List<String> tags, List<String> snippets) {}

  private final List<byte[]> documents;
  private final Words words;
  private final long seed;

  public Mutator(List<byte[]> documents, Words words, long seed) {
    this.documents = documents;
    this.words = words;
    this.seed = seed;
  }

  private Random random(long index) {
    return new Random(seed * 1_000_003 + index);
  }

  /** Which document is damaged: each in its turn. */
  public int document(long index) {
    return (int) (index % documents.size());
  }

  public byte[] mutation(long index) {
    Random random = random(index);
    byte[] bytes = documents.get(document(index));
    for (int rounds = 1 + random.nextInt(4); rounds > 0; rounds--) {
      bytes = damaged(bytes, random);
    }
    return bytes;
  }

  private byte[] damaged(byte[] in, Random random) {
    int from = random.nextInt(in.length + 1);
    int to = Math.min(in.length, from + random.nextInt(1 + (1 << random.nextInt(12))));
    return switch (random.nextInt(10)) {
      case 0, 1 -> flipped(in, random);
      case 2 -> spliced(in, from, snippet(random), from);
      case 3 -> spliced(in, from, new byte[0], to);
      case 4 -> spliced(in, from, new byte[0], in.length);
      case 5 -> {
        byte[] other = documents.get(random.nextInt(documents.size()));
        int cut = random.nextInt(other.length + 1);
        yield spliced(in, from, part(other, cut, other.length), in.length);
      }
      case 6 -> spliced(in, from, repeated(part(in, from, to), 1 + random.nextInt(8)), to);
      case 7 -> renamed(in, random);
      case 8 -> {
        byte[] tag = ("<" + tag(random) + ">").getBytes(StandardCharsets.UTF_8);
        yield spliced(in, from, repeated(tag, 1 + random.nextInt(300)), from);
      }
      default -> spliced(in, from, repeated(snippet(random), 1 + random.nextInt(200)), to);
    };
  }

  private String tag(Random random) {
    return words.tags.get(random.nextInt(words.tags.size()));
  }

  private byte[] snippet(Random random) {
    return words
        .snippets
        .get(random.nextInt(words.snippets.size()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] flipped(byte[] in, Random random) {
    byte[] out = in.clone();
    for (int i = random.nextInt(8); i >= 0 && out.length > 0; i--) {
      out[random.nextInt(out.length)] = (byte) random.nextInt(256);
    }
    return out;
  }

  private byte[] renamed(byte[] in, Random random) {
    String text = new String(in, StandardCharsets.ISO_8859_1);
    String from = tag(random);
    return text.replace("<" + from, "<" + tag(random)).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] part(byte[] in, int from, int to) {
    return Arrays.copyOfRange(in, from, to);
  }

  private static byte[] repeated(byte[] span, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times && out.size() < MOST_BYTES; i++) {
      out.writeBytes(span);
    }
    return out.toByteArray();
  }

  private static byte[] spliced(byte[] in, int from, byte[] middle, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length + middle.length);
    out.write(in, 0, from);
    out.writeBytes(middle);
    out.write(in, to, in.length - to);
    byte[] bytes = out.toByteArray();
    return bytes.length > MOST_BYTES ? part(bytes, 0, MOST_BYTES) : bytes;
  }
}
