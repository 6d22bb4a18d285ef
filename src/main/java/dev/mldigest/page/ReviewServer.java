package dev.mldigest.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mldigest.page.guard.Guard;
import dev.mldigest.page.guard.Session;
import dev.mldigest.page.guard.Sessions;
import dev.mldigest.page.guard.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of the page, on this machine's loopback address alone. Promises that every request
 * goes by the guard first, and that each ends: in an answer, or in a stream of events that lasts as
 * long as the page is open.
 */
public final class ReviewServer implements AutoCloseable {
  /** A browser on this machine sends what it sends at once. */
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

  /** A write takes milliseconds; who pressed Ctrl-C waits no longer than that. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

  /** Tabs of one editor: each holds a stream and asks by two or three connections more. */
  private static final int CONNECTIONS = 200;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Body bodies;
  private final Sessions sessions = new Sessions();
  private final Guard guard;
  private final Pages pages;
  private final Streams streams;

  private ReviewServer(HttpServer server, Pages pages, Duration longest) {
    this.server = server;
    this.bodies = new Body(longest);
    this.guard = new Guard(server.getAddress().getPort(), sessions);
    this.pages = pages;
    this.streams = new Streams(pages);
  }

  /**
   * Listens, and has answered once.
   *
   * @param port 0 for any that is free
   * @throws IOException if the port is taken
   */
  public static ReviewServer start(int port, Pages pages) throws IOException {
    return start(port, pages, LONGEST_REQUEST);
  }

  /**
   * @param longest that the sending of a body may take
   */
  static ReviewServer start(int port, Pages pages, Duration longest) throws IOException {
    bound("sun.net.httpserver.maxReqTime", LONGEST_REQUEST.toSeconds());
    bound("jdk.httpserver.maxConnections", CONNECTIONS);
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    ReviewServer page =
        new ReviewServer(
            HttpServer.create(new InetSocketAddress(loopback, port), 0), pages, longest);
    page.server.setExecutor(page.threads);
    page.server.createContext("/", page::handle);
    page.server.start();
    page.sessions.leave(new FirstVisit(loopback, page.port()).by(page.sessions.newKey()));
    page.threads.execute(pages::prepare);
    return page;
  }

  /** The JDK reads it once, when the first server is made. */
  private static void bound(String property, long value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Long.toString(value));
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** An address that opens the page once; one that was given before and not used is void. */
  public String address() {
    return "http://127.0.0.1:" + port() + "/?key=" + sessions.newKey();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (guard.judge(exchange)) {
        case Verdict.Refused(int status, String reason) ->
            Sent.alone(exchange, Answer.no(status, reason));
        case Verdict.Entered(var session) ->
            Sent.to(
                exchange,
                Answer.to(session.place() + "/week/" + pages.first())
                    .with("Set-Cookie", guard.cookie(session)));
        case Verdict.Admitted(var session) -> admitted(exchange, session);
      }
    } catch (IOException | RuntimeException | Error e) {
      if (!(e instanceof IOException)) {
        log().error("the page could not answer {}", exchange.getRequestURI().getPath(), e);
      }
      throw e;
    }
  }

  private void admitted(HttpExchange exchange, Session session) throws IOException {
    try {
      String body = exchange.getRequestMethod().equals("POST") ? bodies.of(exchange) : "";
      Asked asked = Asked.of(exchange, session, body);
      if (Streams.isFor(asked)) {
        streams.serve(exchange, asked);
      } else {
        Sent.to(exchange, answer(asked));
      }
    } catch (Body.RefusedException e) {
      Sent.alone(exchange, e.answer());
    }
  }

  /** Made when something is to be said: most reviews have nothing to log. */
  private static Logger log() {
    return LoggerFactory.getLogger(ReviewServer.class);
  }

  /** What goes wrong is told in a sentence, and the page stands. */
  private Answer answer(Asked asked) {
    try {
      return pages.answer(asked);
    } catch (UncheckedIOException e) {
      return Answer.no(500, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log().error("the page could not answer {}", asked.path(), e);
      return Answer.no(
          500, "That is a fault of the program; its log says where. Nothing was done.");
    }
  }

  /** What is being saved is saved; a hanging reader is not waited for. */
  private void ended() {
    threads.shutdown();
    try {
      threads.awaitTermination(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }

  /** Tells open pages, and ends. */
  @Override
  public void close() {
    streams.close();
    ended();
    server.stop(0);
    bodies.close();
    pages.close();
  }
}
