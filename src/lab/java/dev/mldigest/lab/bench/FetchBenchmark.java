package dev.mldigest.lab.bench;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Network;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.testkit.Corpora;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * How many feeds are parsed a second, and how many requests made. What it prints is explained in
 * docs/benchmarks.md. The median of five rounds after two of warming up.
 */
final class FetchBenchmark {
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 5;
  private static final int HOSTS = 50;

  private FetchBenchmark() {}

  static void run() throws Exception {
    feedsParsed();
    requests();
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Median seconds of a round. */
  private static double seconds(Work work) throws Exception {
    double[] rounds = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = System.nanoTime();
      work.run();
      if (round >= 0) {
        rounds[round] = (System.nanoTime() - start) / 1e9;
      }
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  // ------------------------------------------------------------------ parsing

  private static byte[] feed(int entries) {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < entries; i++) {
      items.append(
          """
          <item><title>Serving model %1$d &amp; measuring it</title><link>https://blog.example/%1$d</link>
          <guid isPermaLink="false">urn:post:%1$d</guid><pubDate>Mon, 02 Mar 2026 06:00:00 GMT</pubDate>
          <dc:creator>Ada Example</dc:creator><category>inference</category>
          <description>&lt;p&gt;%2$s&lt;/p&gt;</description></item>
          """
              .formatted(i, "What changed in latency and what it cost. ".repeat(20)));
    }
    return ("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Blog</title>"
            + items
            + "</channel></rss>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void parsing(String what, List<byte[]> feeds, int repeats) throws Exception {
    FeedParser parser = new FeedParser();
    double seconds =
        seconds(() -> {
          for (int i = 0; i < repeats; i++) {
            feeds.forEach(body -> parser.parse(body, "application/rss+xml", null));
          }
        });
    double megabytes = feeds.stream().mapToLong(body -> body.length).sum() * repeats / 1e6;
    System.out.printf(
        Locale.ROOT,
        "parse %-24s %9.1f feeds/s %8.1f MB/s%n",
        what,
        feeds.size() * repeats / seconds,
        megabytes / seconds);
  }

  private static void feedsParsed() throws Exception {
    parsing("10 entries", List.of(feed(10)), 2_000);
    parsing("100 entries", List.of(feed(100)), 200);
    parsing("1000 entries", List.of(feed(1_000)), 20);
    Optional<Path> corpus = corpus();
    if (corpus.isEmpty()) {
      System.out.printf("parse corpus: not here (DIGEST_CORPORA)%n");
      return;
    }
    List<byte[]> feeds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(corpus.get())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) < 1_000_000 && feeds.size() < 3_000) {
          feeds.add(Files.readAllBytes(file));
        }
      }
    }
    parsing("corpus of " + feeds.size(), feeds, 1);
  }

  private static Optional<Path> corpus() {
    return Corpora.folder()
        .map(corpora -> corpora.resolve("feeds/files"))
        .filter(Files::isDirectory);
  }

  // ------------------------------------------------------------------ asking

  private static void requests() throws Exception {
    byte[] body = feed(10);
    List<ServerSocket> servers = new ArrayList<>();
    for (int i = 1; i <= HOSTS; i++) {
      ServerSocket server = new ServerSocket(0, 200, InetAddress.getByName("127.0.1." + i));
      servers.add(server);
      Thread.ofVirtual().start(() -> accept(server, body));
    }
    try (Http http = Http.as(network(), "ml-digest-benchmark/1").build()) {
      for (int threads : new int[] {1, 16, 64}) {
        int requests = threads == 1 ? 2_000 : 10_000;
        double seconds = seconds(() -> ask(http, servers, threads, requests));
        System.out.printf(
            Locale.ROOT,
            "ask %3d threads, %d hosts: %9.0f requests/s%n",
            threads,
            HOSTS,
            requests / seconds);
      }
    } finally {
      for (ServerSocket server : servers) {
        server.close();
      }
    }
  }

  private static Network network() {
    return new Network(
        "https://digest.example/about",
        true,
        new Network.Call(Duration.ofSeconds(20), 10_000_000),
        new Network.PerHost(8, Duration.ZERO),
        null,
        List.of("127.0.0.0/8"),
        Network.Polling.USUAL);
  }

  /** The feed is known by its hash after the first answer, so that asking is what is measured. */
  private static void ask(Http http, List<ServerSocket> servers, int threads, int requests)
      throws Exception {
    SourceReader reader = new SourceReader(http);
    Window week =
        new Window(Instant.parse("2026-02-23T06:00:00Z"), Instant.parse("2026-03-02T06:00:00Z"));
    List<Source> sources =
        servers.stream()
            .map(server -> {
              String host = server.getInetAddress().getHostAddress();
              URI url = URI.create("http://" + host + ":" + server.getLocalPort() + "/feed.xml");
              return new Source(host, host, SourceKind.BLOG, url, "s", 1.0, List.of(), null);
            })
            .toList();
    var known =
        (dev.mldigest.domain.FetchOutcome.Fetched)
            reader.fetch(sources.getFirst(), SourceState.NEW, week);
    SourceState state = SourceState.holding(known.validators(), known.bodyHash());
    AtomicInteger failed = new AtomicInteger();
    Semaphore places = new Semaphore(threads);
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < requests; i++) {
        Source source = sources.get(i % sources.size());
        places.acquire();
        workers.execute(() -> {
          try {
            if (!reader.fetch(source, state, week).word().equals("not modified")) {
              failed.incrementAndGet();
            }
          } finally {
            places.release();
          }
        });
      }
    }
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " requests failed");
    }
  }

  private static void accept(ServerSocket server, byte[] body) {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket, body));
      }
    } catch (IOException closed) {
      // the benchmark is over
    }
  }

  private static void serve(Socket socket, byte[] body) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      byte[] head =
          ("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1);
      byte[] answer = Arrays.copyOf(head, head.length + body.length);
      System.arraycopy(body, 0, answer, head.length, body.length);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          out.write(answer);
          out.flush();
        }
      }
    } catch (IOException gone) {
      // the client closed a kept connection
    }
  }
}
