package dev.mldigest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.article.ExtractOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

  @TempDir Path folder;

  @Test
  void what_was_written_is_committed_when_the_call_returns() {
    try (Store store = Store.open(folder);
        GroupCommits commits = store.groupCommits()) {
      HostPauses pauses = store.hostPauses();
      String done =
          commits.write(() -> {
            pauses.keepOff("host", NOW);
            return "done";
          });
      assertThat(done).isEqualTo("done");
      try (Store other = Store.open(folder)) {
        assertThat(other.hostPauses().until("host")).isPresent();
      }
    }
  }

  @Test
  void one_write_that_fails_fails_alone() throws Exception {
    try (Store store = Store.open(folder);
        GroupCommits commits = store.groupCommits();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch busy = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      threads.execute(() -> commits.write(() -> held(busy, goOn)));
      busy.await(); // all that follow are one group
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        int n = i;
        all.add(threads.submit(() -> commits.write(() -> write(store, n))));
      }
      goOn.countDown();
      for (int i = 0; i < 50; i++) {
        Future<Integer> one = all.get(i);
        if (i == 7) {
          assertThatThrownBy(one::get).hasRootCauseMessage("no seventh");
        } else {
          assertThat(one.get()).isEqualTo(i);
          assertThat(store.hostPauses().until("host" + i)).isPresent();
        }
      }
      assertThat(store.hostPauses().until("host7")).as("rolled back").isEmpty();
    }
  }

  private static int held(CountDownLatch busy, CountDownLatch goOn) {
    try {
      busy.countDown();
      goOn.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int write(Store store, int n) {
    store.hostPauses().keepOff("host" + n, NOW);
    if (n == 7) {
      throw new IllegalStateException("no seventh");
    }
    return n;
  }

  @Test
  void nobody_waits_for_a_writer_that_has_ended() throws Exception {
    try (Store store = Store.open(folder)) {
      GroupCommits closed = store.groupCommits();
      closed.close();
      assertThatThrownBy(() -> closed.write(() -> 1)).hasMessageContaining("has ended");

      GroupCommits dead = store.groupCommits();
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("writer")) {
          thread.interrupt();
          thread.join();
        }
      }
      assertThatThrownBy(() -> dead.write(() -> 1)).hasMessageContaining("has ended");
      dead.close();
    }
  }

  @Test
  void what_was_handed_in_is_written_before_it_closes() {
    try (Store store = Store.open(folder)) {
      try (GroupCommits commits = store.groupCommits()) {
        commits.write(() -> {
          store.articles().record("page", new ExtractOutcome.Missing("http 500"), NOW);
          return 1;
        });
      }
      store.hostPauses().keepOff("host", NOW); // the connection is free again
      assertThat(store.hostPauses().until("host")).isPresent();
    }
  }
}
