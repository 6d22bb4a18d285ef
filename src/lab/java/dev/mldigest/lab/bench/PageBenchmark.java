package dev.mldigest.lab.bench;

import dev.mldigest.testkit.PageClient;
import dev.mldigest.testkit.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How soon a review page is there, what it holds in memory, and what an act takes. */
final class PageBenchmark {
  private static final int STARTS = 5;
  private static final int ACTS = 50;
  private static final Pattern ITEM = Pattern.compile("id=\"item-([^\"]+)\"");

  private PageBenchmark() {}

  /**
   * @param launcher the {@code digest} command
   * @param output a folder with an issue; pins and unpins of its first item are added to its
   *     history
   */
  static void run(Path launcher, Path output) throws Exception {
    List<Long> listening = new ArrayList<>();
    List<Long> firstPage = new ArrayList<>();
    List<Long> acts = new ArrayList<>();
    List<Long> processor = new ArrayList<>();
    List<Long> atFirst = new ArrayList<>();
    List<Long> atLast = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      Process review = review(launcher, output);
      try {
        String address = address(review);
        listening.add(millis(start));
        atFirst.add(kilobytes(review) / 1024);
        processor.add(review.info().totalCpuDuration().orElseThrow().toMillis());
        PageClient browser = new PageClient(address);
        long asked = System.nanoTime();
        Wire.Answer page = browser.get("");
        firstPage.add(millis(asked));
        acts(browser, page.body(), acts);
        atLast.add(kilobytes(review) / 1024);
      } finally {
        review.destroy();
        review.waitFor();
      }
    }
    System.out.printf(
        "listening after           %5d ms (processor %d ms)%n",
        median(listening), median(processor));
    System.out.printf("first page, asked at once %5d ms%n", median(firstPage));
    System.out.printf("an act                    %5d ms%n", median(acts));
    System.out.printf("resident, listening       %5d MB%n", median(atFirst));
    System.out.printf("resident, after %d acts   %5d MB%n", ACTS, median(atLast));
  }

  private static Process review(Path launcher, Path output) throws IOException {
    return new ProcessBuilder(
            launcher.toString(), "review", "--no-open", "--output", output.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String address(Process review) throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(review.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (line == null) {
      throw new IOException("'digest review' ended without an address");
    }
    return line;
  }

  private static void acts(PageClient browser, String page, List<Long> took) throws IOException {
    Matcher item = ITEM.matcher(page);
    if (!item.find()) {
      throw new IOException("the issue holds no item");
    }
    PageClient.Tab tab = browser.tab();
    for (int i = 0; i < ACTS; i++) {
      long start = System.nanoTime();
      tab.send(tab.act(i % 2 == 0 ? "pin" : "unpin", item.group(1)));
      took.add(millis(start));
    }
  }

  /** As Linux counts it (VmRSS). */
  private static long kilobytes(Process review) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + review.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
