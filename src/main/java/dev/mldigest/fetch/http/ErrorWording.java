package dev.mldigest.fetch.http;

import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What libraries tell by the wording of an error alone: read here and nowhere else. The words are
 * those of OkHttp 5.5.1, org.brotli.dec 0.1.2 and, through JDK 25, of the operating system.
 */
enum ErrorWording {
  /** The system gave a connection up before any deadline of ours. */
  CONNECT_TIMED_OUT,

  /** OkHttp's word for a call whose time was up between two steps. */
  CANCELLED,

  /** The answer ended early. */
  ENDED,

  /**
   * OkHttp allows 256 KiB of headers and reports more of them like an early end; only nothing at
   * all is a connection that was closed unanswered.
   */
  HEADERS_CUT,

  /** Brotli's word for a body that ends early. */
  PACKED_ENDED,

  /** It tells no more than its type does. */
  OTHER;

  static ErrorWording of(IOException e) {
    if (isCut(e) || isCut(e.getCause())) {
      return HEADERS_CUT;
    }
    if (e instanceof EOFException || message(e).contains("unexpected end of stream")) {
      return ENDED;
    }
    if (message(e).contains("cancel")) {
      return CANCELLED;
    }
    if (String.valueOf(e.getCause()).contains("end of input")) {
      return PACKED_ENDED;
    }
    return message(e).contains("timed out") ? CONNECT_TIMED_OUT : OTHER;
  }

  private static boolean isCut(@Nullable Throwable e) {
    return e instanceof EOFException
        && message(e).contains("not found: limit=")
        && !message(e).contains("limit=0 content=\u2026");
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
  }
}
