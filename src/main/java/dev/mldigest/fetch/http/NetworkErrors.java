package dev.mldigest.fetch.http;

import dev.mldigest.domain.FetchFailure;
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
import java.util.Objects;
import javax.net.ssl.SSLException;

/** Names what the network did to us in the words of reports. */
final class NetworkErrors {
  private NetworkErrors() {}

  /**
   * @param inBody whether the answer's head had arrived
   * @param host for the sentence; never the path or the query, which may hold a private token
   */
  static HttpReply of(IOException e, boolean inBody, String host) {
    if (forbidden(e)) {
      return HttpReply.Refused.notPublic(host);
    }
    return switch (e) {
      case TimelyDns.Silent d ->
          broken(FetchFailure.TIMEOUT, "The name " + host + " was not resolved in time.");
      case UnknownHostException u ->
          broken(FetchFailure.UNKNOWN_HOST, "The host " + host + " is not known.");
      case SSLException s ->
          broken(
              FetchFailure.TLS_ERROR,
              "The secure connection to " + host + " failed: " + Tls.reason(s));
      case InterruptedIOException i -> late(host);
      case NoRouteToHostException n ->
          broken(FetchFailure.UNREACHABLE, "There is no route to " + host + ".");
      case ConnectException c -> refusedOrTimeout(c, host);
      case ProtocolException p when inBody && ended(p) -> truncated(host);
      // What the library says here quotes the server, which may say anything: not repeated.
      case ProtocolException p ->
          broken(FetchFailure.PROTOCOL_ERROR, host + " does not speak HTTP.");
      case SocketException s ->
          broken(FetchFailure.CONNECTION_RESET, "The connection to " + host + " was reset.");
      case EOFException x when inBody -> truncated(host);
      default -> other(e, inBody, host);
    };
  }

  /** RFC 9112 section 6.3: an answer with such a length is discarded. */
  static HttpReply negativeLength(long announced, String host) {
    return broken(
        FetchFailure.PROTOCOL_ERROR, host + " announced a body of " + announced + " bytes.");
  }

  private static HttpReply other(IOException e, boolean inBody, String host) {
    return switch (ErrorWording.of(e)) {
      case HEADERS_CUT ->
          inBody
              ? truncated(host)
              : broken(
                  FetchFailure.PROTOCOL_ERROR,
                  host + " sent headers that are cut off or too long.");
      case ENDED ->
          inBody
              ? truncated(host)
              : broken(FetchFailure.CONNECTION_RESET, host + " closed the connection unanswered.");
      case CANCELLED -> late(host);
      case CONNECT_TIMED_OUT, PACKED_ENDED, OTHER ->
          broken(
              FetchFailure.MALFORMED, "The answer of " + host + " cannot be decoded: " + brief(e));
    };
  }

  private static HttpReply refusedOrTimeout(ConnectException e, String host) {
    return ErrorWording.of(e) == ErrorWording.CONNECT_TIMED_OUT
        ? broken(FetchFailure.TIMEOUT, host + " did not accept a connection in time.")
        : broken(FetchFailure.CONNECTION_REFUSED, host + " refused the connection.");
  }

  private static boolean ended(IOException e) {
    return switch (ErrorWording.of(e)) {
      case ENDED, HEADERS_CUT -> true;
      case CONNECT_TIMED_OUT, CANCELLED, PACKED_ENDED, OTHER -> false;
    };
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

  static HttpReply late(String host) {
    return broken(FetchFailure.TIMEOUT, "No whole answer from " + host + " came in time.");
  }

  private static HttpReply truncated(String host) {
    return broken(
        FetchFailure.TRUNCATED, "The answer of " + host + " ended before its announced end.");
  }

  private static HttpReply broken(FetchFailure why, String detail) {
    return new HttpReply.Broken(why, detail);
  }

  private static String brief(Exception e) {
    String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    return message.length() > 120 ? message.substring(0, 120) : message;
  }
}
