package dev.mldigest.fetch.http;

import dev.mldigest.domain.HostPauses;
import dev.mldigest.net.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads Retry-After (RFC 9110 section 10.2.3) and remembers until when a server asked to be left
 * alone, and for what.
 */
public final class RetryAfter {
  /** For a 429 that does not say, and for values that make no sense. */
  static final Duration UNSAID = Duration.ofHours(1);

  /** Longer wishes are cut to this. */
  static final Duration LONGEST = Duration.ofHours(24);

  /** Added to every wait a server asks for: clocks and scheduling must not make us early. */
  static final Duration MARGIN = Duration.ofMillis(50);

  /** Above this many entries those that have passed are forgotten. */
  private static final int CROWDED = 10_000;

  private final ConcurrentHashMap<String, Long> until = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Boolean> asked = new ConcurrentHashMap<>();
  private final Waiting waiting;
  private final InstantSource clock;
  private final HostPauses pauses;

  RetryAfter(Waiting waiting, InstantSource clock, HostPauses pauses) {
    this.waiting = waiting;
    this.clock = clock;
    this.pauses = pauses;
  }

  /** What an answer says of being asked too much, or null; it is remembered. */
  HttpReply.@Nullable Limited limited(HttpUrl url, Response response) {
    String wish = response.header("Retry-After");
    if (response.code() != 429 && (response.code() != 503 || wish == null)) {
      return null;
    }
    Duration wait = wish == null ? UNSAID : read(wish, Bodies.madeAt(response));
    remember(url, response.code(), wait.plus(MARGIN));
    return new HttpReply.Limited(
        wait,
        "%s answered %d and asks for %d seconds of patience."
            .formatted(url.host(), response.code(), wait.toSeconds()));
  }

  /**
   * The wait a server asks for, 0 to 24 hours.
   *
   * @param value the header
   * @param date when the answer was made, by the server's own Date header if there is one
   */
  static Duration read(String value, Instant date) {
    String text = value.strip();
    if (text.matches("[0-9]{1,9}")) {
      return capped(Duration.ofSeconds(Long.parseLong(text)));
    }
    if (text.matches("[0-9]+")) {
      return UNSAID;
    }
    Instant then = HttpDate.read(text);
    return then == null || then.isBefore(date) ? UNSAID : capped(Duration.between(date, then));
  }

  /** What a server wishes for, zero to {@link #LONGEST}. */
  static Duration capped(Duration wish) {
    if (wish.isNegative()) {
      return Duration.ZERO;
    }
    return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
  }

  /**
   * Remembers what a server asked for. 503 speaks of one resource. 429 speaks of us, so it holds
   * for all of a registrable domain, over restarts too; an address without a public name may serve
   * many who have nothing to do with one another, and there it holds for the one URL.
   */
  void remember(HttpUrl url, int status, Duration wait) {
    String domain = url.topPrivateDomain();
    if (status == 429 && domain != null) {
      remember(domain, wait);
      pauses.keepOff(domain, clock.instant().plus(wait));
    } else {
      remember(url.toString(), wait);
    }
  }

  private void remember(String scope, Duration wait) {
    if (until.size() > CROWDED) {
      for (Iterator<Long> all = until.values().iterator(); all.hasNext(); ) {
        if (all.next() - waiting.nanoTime() < 0) {
          all.remove();
        }
      }
    }
    until.merge(scope, waiting.nanoTime() + wait.toNanos(), (a, b) -> a - b > 0 ? a : b);
  }

  /** How long this URL must still be left alone; zero if not at all. */
  Duration left(HttpUrl url) {
    String domain = url.topPrivateDomain();
    if (domain != null) {
      recall(domain);
    }
    Duration own = left(url.toString());
    Duration shared = domain == null ? Duration.ZERO : left(domain);
    return own.compareTo(shared) > 0 ? own : shared;
  }

  /** Reads the state once for each domain; who comes while it is read waits for what it says. */
  private void recall(String domain) {
    asked.computeIfAbsent(
        domain,
        unread -> {
          kept(unread).ifPresent(wait -> remember(unread, wait));
          return true;
        });
  }

  /** What an earlier process was told; a clock that jumped must not silence a site for good. */
  private Optional<Duration> kept(String domain) {
    return pauses
        .until(domain)
        .map(until -> capped(Duration.between(clock.instant(), until)))
        .filter(Duration::isPositive);
  }

  private Duration left(String scope) {
    Long deadline = until.get(scope);
    long left = deadline == null ? 0 : deadline - waiting.nanoTime();
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }
}
