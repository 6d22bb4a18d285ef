package dev.mldigest.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Reads what a request sends: all of it within a size and a time, or nothing. */
final class Body implements AutoCloseable {
  /** The text of an item has a few thousand characters; a pasted article a hundred thousand. */
  static final int MOST = 256 * 1024;

  private final Duration longest;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("waiting for bodies").factory());

  Body(Duration longest) {
    this.longest = longest;
  }

  /** It cannot be had. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    RefusedException(int status, String sentence) {
      super(sentence);
      this.status = status;
    }

    Answer answer() {
      return Answer.no(status, String.valueOf(getMessage()));
    }
  }

  String of(HttpExchange exchange) throws IOException, RefusedException {
    long length = length(exchange);
    if (length > MOST) {
      throw new RefusedException(413, "An act has at most " + MOST + " bytes.");
    }
    Thread reading = Thread.currentThread();
    ScheduledFuture<?> late =
        clock.schedule(reading::interrupt, longest.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return text(exchange.getRequestBody().readNBytes((int) length));
    } catch (ClosedByInterruptException e) {
      throw new RefusedException(408, "The body took too long.");
    } finally {
      if (!late.cancel(false)) {
        late.resultNow(); // the interruption was for this reading, not for what comes after
        Thread.interrupted();
      }
    }
  }

  private static long length(HttpExchange exchange) throws RefusedException {
    try {
      return Long.parseUnsignedLong(exchange.getRequestHeaders().getFirst("Content-Length"));
    } catch (NumberFormatException e) {
      throw new RefusedException(400, "The length of a body is a number.");
    }
  }

  private static String text(byte[] bytes) throws RefusedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(400, "A body is UTF-8.");
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
