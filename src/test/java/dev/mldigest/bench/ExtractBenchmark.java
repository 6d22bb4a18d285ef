package dev.mldigest.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mldigest.extract.Extractor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Not a test: how many pages are read a second, and how much longer that takes than to parse them.
 * Run by {@code mvn test -Dtest=ExtractBenchmark -Dbench=true}; what it prints is explained in
 * docs/benchmarks.md. Per page the fastest of five rounds after three of warming up, so that the
 * pauses of a shared machine do not count as the page's.
 */
class ExtractBenchmark {
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 5;
  private static final String URL = "https://news.example.org/science/page";

  @BeforeEach
  void onlyWhenAskedFor() {
    assumeTrue(Boolean.getBoolean("bench"), "a benchmark: run it with -Dbench=true");
  }

  @Test
  void pages_read_a_second() throws IOException {
    measure("own pages", pages(Path.of("src", "test", "resources", "pages")));
    for (String set : new String[] {"news", "web"}) {
      Path folder = corpora().resolve(Path.of("articles", set, "html"));
      if (Files.isDirectory(folder)) {
        measure(set, pages(folder));
      } else {
        System.out.printf("extract %s: not here (DIGEST_CORPORA)%n", set);
      }
    }
  }

  private static Path corpora() {
    return Path.of(
        System.getProperty(
            "DIGEST_CORPORA", System.getenv().getOrDefault("DIGEST_CORPORA", "../shared/data")));
  }

  private static List<byte[]> pages(Path folder) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".html")) {
          pages.add(Files.readAllBytes(file));
        } else if (name.endsWith(".html.gz")) {
          try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            pages.add(in.readAllBytes());
          }
        }
      }
    }
    return pages;
  }

  private static void measure(String what, List<byte[]> pages) {
    Extractor extractor = new Extractor();
    double[] parse =
        milliseconds(pages, page -> Jsoup.parse(new String(page, StandardCharsets.UTF_8), URL));
    double[] both = milliseconds(pages, page -> extractor.read(page, null, URL, null));
    double sum = Arrays.stream(both).sum();
    System.out.printf(
        Locale.ROOT,
        "extract %-10s %4d pages %7.1f pages/s, %.2f x parsing alone; a page p50 %.2f ms, p99 %.2f"
            + " ms, most %.2f ms%n",
        what,
        pages.size(),
        pages.size() / sum * 1000,
        sum / Arrays.stream(parse).sum(),
        percentile(both, 50),
        percentile(both, 99),
        percentile(both, 100));
  }

  private static double[] milliseconds(List<byte[]> pages, Consumer<byte[]> work) {
    double[] best = new double[pages.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < best.length; i++) {
        long start = System.nanoTime();
        work.accept(pages.get(i));
        double taken = (System.nanoTime() - start) / 1e6;
        best[i] = round < 0 ? best[i] : Math.min(best[i], taken);
      }
    }
    return best;
  }

  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
