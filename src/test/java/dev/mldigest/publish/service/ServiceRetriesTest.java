package dev.mldigest.publish.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.TargetKind;
import dev.mldigest.pipeline.filing.RunLock;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.Target;
import dev.mldigest.testkit.FakeService.Fault;
import dev.mldigest.testkit.FakedTarget;
import dev.mldigest.testkit.MemoryReceipts;
import dev.mldigest.testkit.TestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong on the way, and however often it is tried again: one draft, and nothing sent.
 */
class ServiceRetriesTest {
  /** In the gate; the laboratory's figure is of {@code -Dretries=1000}. */
  private static final int SEEDS = Integer.getInteger("retries", 25);

  /** A call that comes late costs as long as a call may take: few of them. */
  private static final double LATE = 0.003;

  /** Seconds until a draft shows where it is looked for: less than publishing waits. */
  private static final int LONGEST_LAG = 110;

  private static final List<Fault> FAULTS =
      List.of(
          Fault.LOST_BEFORE,
          Fault.LOST_AFTER,
          Fault.LOST_AFTER,
          Fault.UNAUTHORIZED,
          Fault.LIMITED,
          Fault.BROKEN_BEFORE,
          Fault.BROKEN_AFTER,
          Fault.BROKEN_AFTER,
          Fault.PAGE,
          Fault.OUT,
          Fault.MOVED);

  @TempDir Path folder;

  static Set<TargetKind> kinds() {
    return FakedTarget.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void retries_after_any_trouble_come_to_one_draft_and_no_mail(TargetKind kind) throws Exception {
    int troubled = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      try (Scenario scenario = new Scenario(kind, seed)) {
        troubled += scenario.play();
      }
    }
    assertThat(troubled).as("runs that went wrong").isGreaterThan(SEEDS / 2);
  }

  /** One issue that is published again and again. */
  private final class Scenario implements AutoCloseable {
    private final Random random;
    private final String name;
    private final FakedTarget faked;
    private final FakedTarget.Time time = new FakedTarget.Time();
    private final MemoryReceipts receipts;
    private final Draft draft;
    private boolean calm;

    Scenario(TargetKind kind, int seed) {
      this.random = new Random(seed * 31L + kind.word().hashCode());
      this.name = kind + ", seed " + seed;
      this.faked = Objects.requireNonNull(FakedTarget.all().get(kind)).apply(time);
      this.receipts = new MemoryReceipts(() -> chance(0.12));
      faked.service().listsLate(Duration.ofSeconds(random.nextInt(LONGEST_LAG)), time);
      this.draft = FakedTarget.draft("Text of " + seed + " with {{ braces }} and {% tags %}.");
    }

    private synchronized boolean chance(double share) {
      return !calm && random.nextDouble() < share;
    }

    private Fault fault() {
      if (chance(LATE)) {
        return Fault.LATE;
      }
      return chance(0.35) ? FAULTS.get(random.nextInt(FAULTS.size())) : Fault.NONE;
    }

    int play() throws Exception {
      faked.service().faults(this::fault);
      int troubled = 0;
      for (int run = 0; run < 6; run++) {
        faked.sends().accept(chance(0.25));
        PublishOutcome outcome = chance(0.2) ? two() : run();
        troubled += isWell(outcome) ? 0 : 1;
        assertThat(faked.service().kept()).as(name).hasSizeLessThan(2);
        if (outcome instanceof PublishOutcome.SentAlarm alarm) {
          assertThat(alarm.isDraftAgain() && !faked.service().leaving().isEmpty())
              .as(name + alarm)
              .isFalse();
        }
        time.pass(Duration.ofSeconds(1 + random.nextInt(240)));
      }
      calm = true;
      faked.sends().accept(false);
      time.pass(Duration.ofMinutes(10));
      PublishOutcome first = run();
      time.pass(Duration.ofMinutes(10));
      PublishOutcome last = run();

      assertThat(last).as(name + first).matches(Scenario::isWell);
      assertThat(faked.service().kept()).as(name + last).hasSize(1);
      assertThat(faked.service().leaving()).as(name + last).isEmpty();
      return troubled;
    }

    private static boolean isWell(@Nullable PublishOutcome outcome) {
      return outcome instanceof PublishOutcome.Drafted
          || outcome instanceof PublishOutcome.Published
          || outcome instanceof PublishOutcome.Unchanged;
    }

    /** What a process does: the lock, then the target; null where it was killed or kept out. */
    private @Nullable PublishOutcome run() {
      Optional<RunLock> lock = RunLock.publishing(folder);
      if (lock.isEmpty()) {
        return null;
      }
      try (Services services =
          new Services(
              TestSettings.network(Duration.ofSeconds(1), 1_000_000, 2, "127.0.0.0/8"),
              FakedTarget.terms(time, calm ? FakedTarget.PATIENT : FakedTarget.HASTY))) {
        Target target = services.target(faked.settings());
        return target.publish(draft, receipts);
      } catch (MemoryReceipts.Killed e) {
        return null;
      } finally {
        lock.get().close(); // the system lets go of it when a process ends
      }
    }

    private @Nullable PublishOutcome two() throws InterruptedException, ExecutionException {
      var other = CompletableFuture.supplyAsync(() -> Optional.ofNullable(run()));
      PublishOutcome mine = run();
      return mine == null ? other.get().orElse(null) : other.thenApply(one -> mine).get();
    }

    @Override
    public void close() {
      faked.service().close();
    }
  }
}
