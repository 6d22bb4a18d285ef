package dev.mldigest.lab.bench;

import dev.mldigest.extract.Extractor;
import dev.mldigest.extract.OwnPages;
import dev.mldigest.extract.Reading;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * How many pages are read a second, and how much longer that takes than to parse them. What it
 * prints is explained in docs/benchmarks.md. A sample is one page; the pages come in a shuffled
 * order, over and over.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC") // as the launcher has it
public class ExtractBenchmark {
  private static final int ROUNDS = 30;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final String URL = "https://news.example.org/science/page";

  /** Whose pages. */
  @Param({"own", "news", "web"})
  public String set = "own";

  private final Extractor extractor = new Extractor();
  private final List<byte[]> pages = new ArrayList<>();
  private int next;

  /** Only how much longer reading takes than parsing: two minutes. */
  static void runInTurns() throws IOException {
    for (String here : List.of("own", "news", "web")) {
      if (here.equals("own") || folder(here).isPresent()) {
        System.out.println(turns(here));
      }
    }
  }

  static void run() throws RunnerException, IOException {
    for (String here : List.of("own", "news", "web")) {
      if (here.equals("own") || folder(here).isPresent()) {
        Statistics parse = run("parse", here);
        Statistics read = run("read", here);
        System.out.printf(
            Locale.ROOT,
            "extract %-4s parsed alone %7.1f pages/s, parsed and read %7.1f pages/s, in turns %.2f"
                + " x as long; a page p50 %.2f ms, p99 %.2f ms%n",
            here,
            1000 / parse.getMean(),
            1000 / read.getMean(),
            turns(here).ratio(),
            read.getPercentile(50),
            read.getPercentile(99));
      } else {
        System.out.printf("extract %s: not here (DIGEST_CORPORA)%n", here);
      }
    }
  }

  private static Statistics run(String method, String set) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ExtractBenchmark.class.getName() + "." + method + "$")
                    .param("set", set)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    return results.iterator().next().getPrimaryResult().getStatistics();
  }

  /**
   * Parsed and read against parsed alone, in one process and page by page in turns, so that what
   * else the machine does meets both: the sums of each page's fastest rounds, in processor time of
   * the one thread.
   */
  private static Turns turns(String set) throws IOException {
    ExtractBenchmark bench = new ExtractBenchmark();
    bench.set = set;
    bench.load();
    int n = bench.pages.size();
    long[] parsed = new long[n];
    long[] read = new long[n];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < n; i++) {
        byte[] page = bench.pages.get(i);
        long start = CPU.getCurrentThreadCpuTime();
        bench.parse(page);
        long between = CPU.getCurrentThreadCpuTime();
        bench.read(page);
        long end = CPU.getCurrentThreadCpuTime();
        parsed[i] = round == 0 ? between - start : Math.min(parsed[i], between - start);
        read[i] = round == 0 ? end - between : Math.min(read[i], end - between);
      }
    }
    return new Turns(set, sorted(parsed), sorted(read));
  }

  private static long[] sorted(long[] times) {
    return Arrays.stream(times).sorted().toArray();
  }

  /** The fastest rounds of each page, in nanoseconds, ascending. */
  @SuppressWarnings("ArrayRecordComponent") // read-only, never compared
  private record Turns(String set, long[] parsed, long[] read) {
    double ratio() {
      return Arrays.stream(read).sum() / (double) Arrays.stream(parsed).sum();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "extract %-4s in turns: parsed %.2f ms, read %.2f ms a page, %.2f x as long; p99 %.2f ms,"
              + " worst %.2f ms",
          set,
          Arrays.stream(parsed).average().orElse(0) / 1e6,
          Arrays.stream(read).average().orElse(0) / 1e6,
          ratio(),
          read[(int) (0.99 * read.length)] / 1e6,
          read[read.length - 1] / 1e6);
    }
  }

  /** Reads the pages into memory. */
  @Setup
  public void load() throws IOException {
    pages.addAll(set.equals("own") ? OwnPages.bodies() : corpus(folder(set).orElseThrow()));
    Collections.shuffle(pages, new Random(1));
  }

  /** What jsoup alone takes. */
  @Benchmark
  public Document parse() {
    return parse(page());
  }

  private Document parse(byte[] page) {
    return Jsoup.parse(new String(page, StandardCharsets.UTF_8), URL);
  }

  /** The whole way from bytes to the article. */
  @Benchmark
  public Reading read() {
    return read(page());
  }

  private Reading read(byte[] page) {
    return extractor.read(page, null, URL, null);
  }

  private byte[] page() {
    next = (next + 1) % pages.size();
    return pages.get(next);
  }

  private static Optional<Path> folder(String set) {
    return Corpora.folder()
        .map(corpora -> corpora.resolve("articles/" + set + "/html"))
        .filter(Files::isDirectory);
  }

  private static List<byte[]> corpus(Path folder) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          pages.add(in.readAllBytes());
        }
      }
    }
    return pages;
  }
}
