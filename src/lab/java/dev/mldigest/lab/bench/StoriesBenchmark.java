package dev.mldigest.lab.bench;

import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.story.same.SameStory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long a batch of 1,000, 10,000 and 100,000 made-up entries takes to be grouped into stories.
 * One round each.
 */
final class StoriesBenchmark {
  private static final int FIELD_WORDS = 400;
  private static final int LEAD_WORDS = 60;

  private StoriesBenchmark() {}

  static void run() {
    SameStory.group(entries(1_000, new Random(1)));
    for (int size : new int[] {1_000, 10_000, 100_000}) {
      List<Piece> entries = entries(size, new Random(size));
      long start = System.nanoTime();
      int[] story = SameStory.group(entries);
      double seconds = (System.nanoTime() - start) / 1e9;
      long stories = Arrays.stream(story).distinct().count();
      System.out.printf(Locale.ROOT, "%,d entries: %.1f s, %,d stories%n", size, seconds, stories);
    }
  }

  /** Stories of one to three reports: names of their own among the words of the field. */
  private static List<Piece> entries(int size, Random random) {
    List<Piece> entries = new ArrayList<>(size);
    for (int story = 0; entries.size() < size; story++) {
      for (int report = 1 + random.nextInt(3); report > 0 && entries.size() < size; report--) {
        String title = text(story, 8, random);
        String id = "e" + entries.size();
        entries.add(Piece.of(id, title, text(story, LEAD_WORDS, random)));
      }
    }
    return entries;
  }

  /** A third of the words are of a story's twelve names, the others common ones as Zipf has it. */
  private static String text(int story, int words, Random random) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < words; word++) {
      int common = (int) Math.pow(FIELD_WORDS, random.nextDouble());
      boolean name = random.nextInt(3) == 0;
      text.append(name ? "Name" + letters(story * 12 + random.nextInt(12)) : "w" + letters(common))
          .append(' ');
    }
    return text.toString();
  }

  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number; rest > 0 || letters.isEmpty(); rest /= 20) {
      letters.append("bcdfghjklmnpqrtvwxza".charAt(rest % 20));
    }
    return letters.toString();
  }
}
