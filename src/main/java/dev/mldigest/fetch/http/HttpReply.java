package dev.mldigest.fetch.http;

import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.Refusal;
import dev.mldigest.domain.Validators;
import dev.mldigest.net.AddressGuard;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of one polite request, redirects and short waits included. */
public sealed interface HttpReply {

  /**
   * The server answered with a status that ends the exchange (never a redirect).
   *
   * @param url where the answer came from, after redirects
   * @param movedTo {@code url} if every redirect on the way was permanent (301, 308), else null
   * @param headers names in lower case; of repeated ones the first
   * @param body decoded; empty for every status that is neither 2xx nor 400
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Answered(
      int status, URI url, @Nullable URI movedTo, Map<String, String> headers, byte[] body)
      implements HttpReply {
    public Answered {
      headers = Map.copyOf(headers);
    }

    /** A header by name, whatever its case. */
    public @Nullable String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * True where the body is what was asked for: 200, 203 and every other success, known or not
     * (RFC 9110 section 15), but those that say that there is nothing, or only a part of it.
     */
    public boolean delivers() {
      return status >= 200 && status < 300 && status != 204 && status != 205 && status != 206;
    }

    /** Where a redirect leads, or null if the status is none. */
    @Nullable String redirect() {
      return switch (status) {
        case 301, 302, 303, 307, 308 -> header("Location");
        default -> null;
      };
    }

    /** The same at the end of permanent redirects. */
    Answered withMove(URI target) {
      return new Answered(status, url, target, headers, body);
    }

    /** ETag and Last-Modified byte for byte (RFC 9110 section 8.8). */
    public Validators validators() {
      return new Validators(header("ETag"), header("Last-Modified"));
    }
  }

  /** 429, or 503 with Retry-After, that is too long to wait for. */
  record Limited(Duration retryAfter, String detail) implements HttpReply {}

  /**
   * We would not ask: a forbidden scheme, address or redirect, or a caller's own rule.
   *
   * @param host the one that was not asked, empty where the address names none
   */
  record Refused(Refusal why, String host, String detail) implements HttpReply {
    static Refused forbidden(String host, String detail) {
      return new Refused(Refusal.FORBIDDEN, host, detail);
    }

    static Refused notPublic(String host) {
      return new Refused(Refusal.NOT_PUBLIC, host, AddressGuard.refusal(host));
    }
  }

  /** No whole answer came. */
  record Broken(FetchFailure why, String detail) implements HttpReply {}
}
