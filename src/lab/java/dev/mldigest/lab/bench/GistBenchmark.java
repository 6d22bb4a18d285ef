package dev.mldigest.lab.bench;

import dev.mldigest.summarise.offline.OfflineSummariser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long the gist of an abstract takes, on made-up abstracts of seven sentences of 22 words, the
 * means of real ones.
 */
final class GistBenchmark {
  private static final int ABSTRACTS = 2_000;
  private static final String[] OPENINGS = {
    "In this paper, we propose",
    "To this end, we train",
    "Our method, which is simple, reaches",
    "However, it is not known",
    "We show that",
    "By sharing weights, we reduce",
    "Code for"
  };

  private GistBenchmark() {}

  static void run() {
    OfflineSummariser summariser = new OfflineSummariser();
    measure(summariser, new Random(1));
    double[] times = measure(summariser, new Random(2));
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%,d abstracts: mean %.2f ms, p99 %.2f ms%n",
        ABSTRACTS,
        Arrays.stream(times).average().orElse(0),
        times[times.length * 99 / 100]);
  }

  private static double[] measure(OfflineSummariser summariser, Random random) {
    double[] times = new double[ABSTRACTS];
    for (int i = 0; i < ABSTRACTS; i++) {
      List<String> sentences = new ArrayList<>();
      for (String opening : OPENINGS) {
        sentences.add(opening + words(random, 10) + ", using" + words(random, 8) + ".");
      }
      String title = words(random, 8);
      long start = System.nanoTime();
      summariser.gist(title, sentences);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    return times;
  }

  /** Words of a vocabulary of 800, common ones more often, as Zipf has it. */
  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int rank = (int) Math.pow(800, random.nextDouble());
      text.append(' ').append(Integer.toString(rank * 7_919, 26)).append("ing");
    }
    return text.toString();
  }
}
