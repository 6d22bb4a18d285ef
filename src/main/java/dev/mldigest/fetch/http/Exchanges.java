package dev.mldigest.fetch.http;

import java.util.concurrent.Semaphore;

/**
 * How many exchanges are under way at once, over all hosts: enough to keep a line busy, so few that
 * each gets on while its deadline runs, and that the answers in hand fit into memory. Served in
 * order.
 */
final class Exchanges {
  private final Semaphore places;

  Exchanges(int most) {
    places = new Semaphore(most, true);
  }

  Place place() {
    return new Place();
  }

  /**
   * The place of one request: taken when its host's lane lets it go, so that nobody keeps one while
   * waiting for a lane, and left when its answer has been read. For one thread at a time.
   */
  final class Place {
    private boolean taken;

    void take() throws InterruptedException {
      if (!taken) {
        places.acquire();
        taken = true;
      }
    }

    void leave() {
      if (taken) {
        taken = false;
        places.release();
      }
    }
  }
}
