package dev.mldigest.fetch.http;

import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Asks one address when its host's turn has come, and no server that asked for it is disturbed. */
final class Turns {
  /** A run waits so long for one answer; what would take longer has its turn in another. */
  static final Duration WORTH_WAITING = Duration.ofSeconds(10);

  /** What a server needs to see that we hung up, before its next request of ours comes. */
  private static final Duration HUNG_UP = Duration.ofMillis(250);

  private final Wire wire;
  private final HostRules rules;
  private final HostLanes lanes;
  private final RetryAfter limits;
  private final Waiting waiting;

  Turns(Wire wire, HostRules rules, HostLanes lanes, RetryAfter limits, Waiting waiting) {
    this.wire = wire;
    this.rules = rules;
    this.lanes = lanes;
    this.limits = limits;
    this.waiting = waiting;
  }

  /** Of one deadline, over all the exchanges that share it: waiting for a turn does not count. */
  static final class TimeLeft {
    private long nanos;

    TimeLeft(Duration deadline) {
      this.nanos = deadline.toNanos();
    }

    private long nanos() {
      return nanos;
    }

    private void spend(long taken) {
      nanos -= taken;
    }
  }

  /**
   * @param place is left unless an answer came that is still to be read
   */
  HttpReply ask(HttpRequest request, HttpUrl url, Exchanges.Place place, TimeLeft left)
      throws InterruptedException {
    while (true) {
      HttpReply.Limited limit = awaitPermission(url);
      if (limit != null) {
        return limit;
      }
      switch (lanes.take(rules.of(request, url), place)) {
        case HostLanes.Crowded crowded -> {
          return new HttpReply.Limited(
              crowded.left(), url.host() + " is asked so seldom that its turn comes later.");
        }
        case HostLanes.Turn turn when limits.left(url).isZero() -> {
          HttpReply reply = askNow(request, url, place, left, turn);
          if (!(reply instanceof HttpReply.Answered answered) || answered.redirect() != null) {
            place.leave();
          }
          return reply;
        }
        case HostLanes.Turn turn -> { // another request was just told to wait: others go first
          place.leave();
          turn.close();
        }
      }
    }
  }

  private HttpReply askNow(
      HttpRequest request, HttpUrl url, Exchanges.Place place, TimeLeft left, HostLanes.Turn turn)
      throws InterruptedException {
    Wire.Came came;
    try (turn) {
      // Real time, whatever time is waited in: sockets do not know of any other.
      long start = System.nanoTime();
      came = wire.send(request, url, left.nanos());
      left.spend(System.nanoTime() - start);
      if (came instanceof Wire.Ended(HttpReply.Broken _)) {
        place.leave();
        waiting.sleepUntil(waiting.nanoTime() + HUNG_UP.toNanos());
      }
    }
    return switch (came) {
      case Wire.Ended(HttpReply reply) -> reply;
      case Wire.Body body -> wire.unpacked(body);
    };
  }

  private HttpReply.@Nullable Limited awaitPermission(HttpUrl url) throws InterruptedException {
    Duration wait = limits.left(url);
    if (wait.compareTo(WORTH_WAITING.plus(RetryAfter.MARGIN)) > 0) {
      return new HttpReply.Limited(wait, url.host() + " asked to be left alone for now.");
    }
    waiting.sleepUntil(waiting.nanoTime() + wait.toNanos());
    return null;
  }
}
