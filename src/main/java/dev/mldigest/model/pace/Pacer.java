package dev.mldigest.model.pace;

import java.time.Duration;

/** Monotonic time and waiting, so that tests need not wait. */
public interface Pacer {
  Pacer SYSTEM =
      new Pacer() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          Thread.sleep(duration);
        }
      };

  /** Nanoseconds from an arbitrary origin, never backwards. */
  long nanos();

  void sleep(Duration duration) throws InterruptedException;
}
