package dev.mldigest.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells open pages of every new state, whoever made it (server-sent events, HTML Standard 9.2). A
 * page that went away is noticed by the next word to it.
 */
final class Streams implements AutoCloseable {
  /** Proxies and sleeping machines cut what is silent for half a minute and more. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Tabs of one editor. */
  private static final int MOST = 64;

  /** A page that is that far behind asks for the whole state anyway. */
  private static final int WAITING = 64;

  private static final String END = "end";

  private final Pages pages;
  private final Set<BlockingQueue<String>> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();

  Streams(Pages pages) {
    this.pages = pages;
  }

  static boolean isFor(Asked asked) {
    return !asked.isPost()
        && asked.path().size() == 3
        && asked.path().getFirst().equals("week")
        && asked.path().getLast().equals("events");
  }

  void serve(HttpExchange exchange, Asked asked) throws IOException {
    OpenIssue issue = pages.issue(asked.path().get(1)).orElse(null);
    if (issue == null) {
      Sent.to(exchange, Answer.no(404, "No issue was made for that week."));
    } else if (count.incrementAndGet() > MOST) {
      count.decrementAndGet();
      Sent.to(exchange, Answer.no(503, "There are too many open pages; close some."));
    } else {
      try {
        stream(exchange, issue);
      } finally {
        count.decrementAndGet();
      }
    }
  }

  private void stream(HttpExchange exchange, OpenIssue issue) throws IOException {
    BlockingQueue<String> words = new LinkedBlockingQueue<>(WAITING);
    open.add(words);
    Runnable leave = issue.desk().subscribe(state -> words.offer(state(state.number())));
    try {
      Sent.head(exchange.getResponseHeaders(), Answer.of(200, "text/event-stream", ""));
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      say(out, state(issue.desk().load().number()));
      for (String notice : issue.notices()) {
        say(out, "event: notice\ndata: " + Told.json(notice) + "\n\n");
      }
      tell(out, words);
    } finally {
      leave.run();
      open.remove(words);
    }
  }

  private static void tell(OutputStream out, BlockingQueue<String> words) throws IOException {
    try {
      String next = "";
      while (!next.equals(END)) {
        next = words.poll(HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
        next = next == null ? ": still here\n\n" : next;
        say(out, next.equals(END) ? "event: bye\ndata: {}\n\n" : next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String state(int number) {
    return "event: state\ndata: {\"number\":" + number + "}\n\n";
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write(words.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Says good-bye, so that pages know that they are offline at once. */
  @Override
  public void close() {
    open.forEach(words -> words.offer(END));
  }
}
