package dev.mldigest.fetch.http;

import dev.mldigest.net.AddressGuard;
import dev.mldigest.net.GuardedSockets;
import dev.mldigest.net.TimelyDns;
import dev.mldigest.net.Tls;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;

/** Names what the network did to us in the words of reports. */
final class NetworkErrors {
  private NetworkErrors() {}

  static final String RESET = "connection reset";

  /**
   * @param inBody whether the answer's head had arrived
   * @param host for the sentence; never the path or the query, which may hold a private token
   */
  static HttpReply of(IOException e, boolean inBody, String host) {
    if (forbidden(e)) {
      return new HttpReply.Refused(AddressGuard.refusal(host));
    }
    return switch (e) {
      case TimelyDns.Silent d ->
          broken("timeout", "The name " + host + " was not resolved in time.");
      case UnknownHostException u -> broken("unknown host", "The host " + host + " is not known.");
      case SSLException s ->
          broken("tls error", "The secure connection to " + host + " failed: " + Tls.reason(s));
      case InterruptedIOException i ->
          broken("timeout", "No whole answer from " + host + " came in time.");
      case NoRouteToHostException n -> broken("unreachable", "There is no route to " + host + ".");
      case ConnectException c -> refusedOrTimeout(c, host);
      case ProtocolException p when inBody && ended(p) -> truncated(host);
      // What the library says here quotes the server, which may say anything: not repeated.
      case ProtocolException p -> broken("protocol error", host + " does not speak HTTP.");
      case SocketException s -> broken(RESET, "The connection to " + host + " was reset.");
      case EOFException x when inBody -> truncated(host);
      default -> other(e, inBody, host);
    };
  }

  /** RFC 9112 section 6.3: an answer with such a length is discarded. */
  static HttpReply negativeLength(long announced, String host) {
    return broken("protocol error", host + " announced a body of " + announced + " bytes.");
  }

  private static HttpReply other(IOException e, boolean inBody, String host) {
    if (!inBody && cutHeaders(e)) {
      return broken("protocol error", host + " sent headers that are cut off or too long.");
    }
    if (ended(e)) {
      return inBody ? truncated(host) : broken(RESET, host + " closed the connection unanswered.");
    }
    return brief(e).toLowerCase(Locale.ROOT).contains("cancel")
        ? broken("timeout", "No whole answer from " + host + " came in time.")
        : broken("malformed", "The answer of " + host + " cannot be decoded: " + brief(e));
  }

  private static HttpReply refusedOrTimeout(ConnectException e, String host) {
    return brief(e).contains("timed out")
        ? broken("timeout", host + " did not accept a connection in time.")
        : broken("connection refused", host + " refused the connection.");
  }

  private static boolean ended(IOException e) {
    return e instanceof EOFException || brief(e).contains("unexpected end of stream");
  }

  /**
   * The library allows 256 KiB of headers and reports more of them like an early end; only nothing
   * at all is a connection that was closed unanswered.
   */
  private static boolean cutHeaders(IOException e) {
    Throwable eof = e instanceof EOFException ? e : e.getCause();
    return eof instanceof EOFException
        && String.valueOf(eof.getMessage()).contains("not found: limit=")
        && !String.valueOf(eof.getMessage()).contains("limit=0 content=\u2026");
  }

  /** OkHttp tries all addresses of a name and hangs earlier failures to the last. */
  private static boolean forbidden(Throwable e) {
    if (e instanceof GuardedSockets.ForbiddenAddress) {
      return true;
    }
    for (Throwable other : e.getSuppressed()) {
      if (other instanceof GuardedSockets.ForbiddenAddress) {
        return true;
      }
    }
    return e.getCause() instanceof GuardedSockets.ForbiddenAddress;
  }

  private static HttpReply truncated(String host) {
    return broken("truncated", "The answer of " + host + " ended before its announced end.");
  }

  private static HttpReply broken(String word, String detail) {
    return new HttpReply.Broken(word, detail);
  }

  private static String brief(Exception e) {
    String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    return message.length() > 120 ? message.substring(0, 120) : message;
  }
}
