package dev.mldigest.fetch.http;

import dev.mldigest.domain.HostPauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps requests to one host, or to one group of hosts, apart: so many at once, so long between two
 * starts. Waiting threads are served in order. Time is monotonic within the process; what outlives
 * it is kept by the wall clock and never trusted for more than one gap, since clocks jump.
 */
final class HostLanes {
  private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();
  private final Waiting waiting;
  private final InstantSource clock;
  private final HostPauses pauses;

  HostLanes(Waiting waiting, InstantSource clock, HostPauses pauses) {
    this.waiting = waiting;
    this.clock = clock;
    this.pauses = pauses;
  }

  /** What came of asking for a turn. */
  sealed interface Place {}

  /** A place on a lane; close it when the exchange is over. */
  non-sealed interface Turn extends Place, AutoCloseable {
    @Override
    void close();
  }

  /** The queue is longer than the rule's patience. */
  record Crowded(Duration left) implements Place {}

  /**
   * Waits for a turn, and when that has come for a place among the exchanges. The start is on
   * record, where the rule is strict, before this returns.
   */
  Place take(HostRules.Rule rule, Exchanges.Place exchange) throws InterruptedException {
    Lane lane = lanes.computeIfAbsent(rule.lane(), name -> new Lane(rule));
    Duration wait = lane.queue();
    if (wait.compareTo(rule.patience()) > 0) {
      lane.leave();
      return new Crowded(wait);
    }
    try {
      lane.places.acquire();
    } finally {
      lane.leave();
    }
    return start(lane, exchange);
  }

  private Turn start(Lane lane, Exchanges.Place exchange) throws InterruptedException {
    try {
      lane.starting.lockInterruptibly();
      try {
        waiting.sleepUntil(lane.reserve());
        exchange.take();
        lane.started();
      } finally {
        lane.starting.unlock();
      }
      lane.putOnRecord();
      return lane::end;
    } catch (InterruptedException | RuntimeException e) {
      exchange.leave();
      lane.places.release();
      throw e;
    }
  }

  private final class Lane {
    final Semaphore places;

    /** Held from one start's turn to the start itself, which may have to wait for an exchange. */
    final ReentrantLock starting = new ReentrantLock(true);

    private final HostRules.Rule rule;
    private final AtomicInteger queued = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private long next;

    Lane(HostRules.Rule rule) {
      this.rule = rule;
      this.places = new Semaphore(rule.width(), true);
      this.next = waiting.nanoTime();
    }

    /** Joins the queue; how long it will take at least. */
    Duration queue() {
      int ahead = queued.getAndIncrement();
      lock.lock();
      try {
        long free = Math.max(0, next - waiting.nanoTime());
        return rule.gap().multipliedBy(ahead).plusNanos(free);
      } finally {
        lock.unlock();
      }
    }

    void leave() {
      queued.decrementAndGet();
    }

    /** The start time of the next request, which is taken by this call. */
    long reserve() {
      long kept = rule.strict() ? kept().toNanos() : 0;
      lock.lock();
      try {
        long now = waiting.nanoTime();
        long start = Math.max(next - now, kept) + now;
        start = start - now < 0 ? now : start;
        next = start + rule.gap().toNanos();
        return start;
      } finally {
        lock.unlock();
      }
    }

    /** The next start is one gap after this moment, however late it came. */
    void started() {
      lock.lock();
      try {
        long then = waiting.nanoTime() + rule.gap().toNanos();
        next = then - next > 0 ? then : next;
      } finally {
        lock.unlock();
      }
    }

    /** What an earlier process, or another one, left to wait for. */
    private Duration kept() {
      Optional<Instant> until = pauses.until(rule.lane());
      Duration left = until.map(to -> Duration.between(clock.instant(), to)).orElse(Duration.ZERO);
      return left.compareTo(rule.gap()) > 0 ? rule.gap() : left;
    }

    void putOnRecord() {
      if (rule.strict()) {
        pauses.keepOff(rule.lane(), clock.instant().plus(rule.gap()));
      }
    }

    void end() {
      if (rule.strict()) {
        lock.lock();
        try {
          next = waiting.nanoTime() + rule.gap().toNanos();
        } finally {
          lock.unlock();
        }
      }
      places.release();
    }
  }
}
