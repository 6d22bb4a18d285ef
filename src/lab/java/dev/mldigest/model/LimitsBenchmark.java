package dev.mldigest.model;

import dev.mldigest.domain.provider.LearnedTraits;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.model.pace.Pacer;
import dev.mldigest.summarise.LimitingProvider;
import dev.mldigest.summarise.LoopbackProvider;
import dev.mldigest.summarise.MemoryLedger;
import dev.mldigest.summarise.Questions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * 3,000 calls against a provider that allows 500 a minute, in real time (six minutes), and how late
 * a call past its deadline ends. What it prints is explained in docs/benchmarks.md.
 */
public final class LimitsBenchmark {
  private static final int CALLS = 3_000;
  private static final int PER_MINUTE = 500;
  private static final int BURST = 50;
  private static final int FLIGHTS = 32;
  private static final long LATENCY = 2_000;
  private static final Duration DEADLINE = Duration.ofSeconds(1);
  private static final int ROUNDS = 7;

  private LimitsBenchmark() {}

  public static void run() throws Exception {
    limits();
    deadlines();
  }

  private static void limits() throws Exception {
    LimitingProvider limiting = new LimitingProvider(PER_MINUTE, BURST, LATENCY, true);
    try (LoopbackProvider provider = limiting.start();
        Gateway gateway = gateway(provider.url(), Duration.ofSeconds(60), FLIGHTS)) {
      long start = System.nanoTime();
      List<Reply> replies = Questions.askAll(gateway, CALLS);
      double wall = (System.nanoTime() - start) / 1e9;
      long answered = replies.stream().filter(Reply.Answered.class::isInstance).count();
      double bound =
          Math.max(
              (CALLS - BURST) * 60.0 / PER_MINUTE + LATENCY / 1e3,
              Math.ceil((double) CALLS / FLIGHTS) * LATENCY / 1e3);
      System.out.printf(
          Locale.ROOT,
          "%d calls at %d a minute: lost %d, 429s %d, %.1f s, bound %.1f s, wall/bound %.3f%n",
          CALLS,
          PER_MINUTE,
          CALLS - answered,
          limiting.refused(),
          wall,
          bound,
          wall / bound);
    }
  }

  private static void deadlines() throws Exception {
    System.out.println("a call past its deadline of 1 s ends late by (ms, median and worst):");
    print("no answer", (call, body, to) -> Thread.sleep(5_000));
    print("headers dribbled", (call, body, to) -> dribble(to, "HTTP/1.1 200 OK\r\nX-Pad: "));
    print(
        "body dribbled",
        (call, body, to) -> dribble(to, LoopbackProvider.Connection.head(200, Map.of(), 9_999)));
    print(
        "body stops half-way",
        (call, body, to) -> {
          to.raw(LoopbackProvider.Connection.head(200, Map.of(), 9_999) + "{\"id\":");
          Thread.sleep(5_000);
        });
    print(
        "endless body, claimed gzip",
        (call, body, to) -> {
          to.raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
          while (true) {
            to.raw("\0".repeat(1_000));
            Thread.sleep(10);
          }
        });
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> queue = new ArrayList<>();
      for (int i = 0; i < 3; i++) { // nobody accepts: the queue is full, the next connect hangs
        Socket socket = new Socket();
        queue.add(socket);
        Thread.ofVirtual().start(() -> connect(socket, full));
      }
      Thread.sleep(300);
      print("connect hangs", URI.create("http://127.0.0.1:" + full.getLocalPort() + "/v1"));
      for (Socket socket : queue) {
        socket.close();
      }
    }
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      print("TLS never answers", URI.create("https://127.0.0.1:" + deaf.getLocalPort() + "/v1"));
    }
  }

  private static void connect(Socket socket, ServerSocket to) {
    try {
      socket.connect(to.getLocalSocketAddress());
    } catch (IOException e) {
      // The queue is full, which is what is wanted.
    }
  }

  private static void dribble(LoopbackProvider.Connection to, String head) throws Exception {
    to.raw(head);
    while (true) {
      to.raw("x");
      Thread.sleep(100);
    }
  }

  private static void print(String what, LoopbackProvider.Handler handler) throws Exception {
    try (LoopbackProvider provider = new LoopbackProvider(handler)) {
      print(what, provider.url());
    }
  }

  private static void print(String what, URI url) throws Exception {
    List<Double> late = new ArrayList<>();
    LanguageModel settings = Questions.settings(url, DEADLINE, 4);
    ProviderCall call =
        new ProviderCall(
            settings,
            ProviderRoute.client(settings, Route.DIRECT),
            LearnedTraits.forgetful(),
            InstantSource.system());
    for (int round = -1; round < ROUNDS; round++) {
      Question question = Questions.about("round " + round);
      long start = System.nanoTime();
      Attempt attempt = call.send(Asked.of(question, settings), DEADLINE);
      double over = (System.nanoTime() - start - DEADLINE.toNanos()) / 1e6;
      if (attempt.kind() != Attempt.Kind.DEADLINE) {
        System.out.println("  " + what + ": " + attempt.kind());
        return;
      }
      if (round >= 0) {
        late.add(over);
      }
    }
    late.sort(null);
    System.out.printf(
        Locale.ROOT, "  %-28s %6.1f %6.1f%n", what, late.get(ROUNDS / 2), late.getLast());
  }

  private static Gateway gateway(URI url, Duration deadline, int concurrency) {
    LanguageModel settings = Questions.settings(url, deadline, concurrency);
    return new Gateway(settings, new MemoryLedger(), InstantSource.system(), Pacer.SYSTEM);
  }
}
