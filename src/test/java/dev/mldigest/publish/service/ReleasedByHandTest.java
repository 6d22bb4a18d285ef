package dev.mldigest.publish.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.TargetKind;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.PublishOutcome.Unchanged;
import dev.mldigest.publish.Receipts;
import dev.mldigest.testkit.FakeService;
import dev.mldigest.testkit.FakedTarget;
import dev.mldigest.testkit.MemoryReceipts;
import dev.mldigest.testkit.StoringService;
import dev.mldigest.testkit.TestSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person has sent, scheduled or put on the web is nobody else's: it is never taken back. */
class ReleasedByHandTest {
  private static final Draft DRAFT = FakedTarget.draft("An issue");

  private final FakedTarget.Time time = new FakedTarget.Time();
  private final List<FakedTarget> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(one -> one.service().close());
  }

  private FakedTarget faked(TargetKind kind) {
    FakedTarget faked = Objects.requireNonNull(FakedTarget.all().get(kind)).apply(time);
    open.add(faked);
    return faked;
  }

  private PublishOutcome publish(FakedTarget faked, Receipts receipts) {
    try (Services services =
        new Services(
            TestSettings.network(Duration.ofSeconds(1), 1_000_000, 2, "127.0.0.0/8"),
            FakedTarget.terms(time))) {
      return services.target(faked.settings()).publish(DRAFT, receipts);
    }
  }

  /** The process ends once the service has taken the draft, before it was looked at. */
  private Receipts killedBeforeItWasSeen(FakedTarget faked) {
    AtomicInteger asked = new AtomicInteger();
    Receipts receipts = new MemoryReceipts(() -> asked.incrementAndGet() == 4);
    try {
      publish(faked, receipts);
    } catch (MemoryReceipts.Killed e) {
      time.pass(Duration.ofMinutes(5));
      return receipts;
    }
    throw new AssertionError("It was not killed.");
  }

  private static void release(FakedTarget faked, String status) {
    String id = faked.service().kept().getFirst().id();
    ((StoringService) faked.service()).change(id, "status", status);
  }

  private void staysReleased(FakedTarget faked, Receipts receipts) {
    int before = faked.service().requests().size();
    for (int run = 0; run < 2; run++) {
      assertThat(publish(faked, receipts))
          .isInstanceOfSatisfying(
              Unchanged.class, same -> assertThat(String.join(" ", same.notes())).contains("sent"));
      time.pass(Duration.ofMinutes(1));
    }
    assertThat(faked.service().requests().stream().skip(before))
        .extracting(FakeService.Request::method)
        .containsOnly("GET");
    assertThat(faked.service().leaving()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "BEEHIIV, confirmed",
    "WORDPRESS, publish",
    "GHOST, published",
    "BUTTONDOWN, scheduled"
  })
  void a_draft_that_does_not_hold_what_was_sent_is_used_all_the_same(
      TargetKind kind, String status) {
    FakedTarget faked = faked(kind);
    Receipts receipts = killedBeforeItWasSeen(faked);
    faked.change().accept(faked.service().kept().getFirst().id());
    for (int run = 0; run < 2; run++) {
      assertThat(publish(faked, receipts))
          .isInstanceOfSatisfying(
              PublishOutcome.Failed.class,
              failed -> assertThat(failed.sentence()).contains("does not hold what was sent"));
    }
    release(faked, status);
    staysReleased(faked, receipts);
  }

  @ParameterizedTest
  @CsvSource({
    "BEEHIIV, confirmed",
    "BEEHIIV, archived",
    "WORDPRESS, publish",
    "GHOST, published",
    "GHOST, sent",
    "BUTTONDOWN, scheduled",
    "BUTTONDOWN, sent"
  })
  void another_machine_without_receipts_leaves_it_alone(TargetKind kind, String status) {
    FakedTarget faked = faked(kind);
    publish(faked, new MemoryReceipts(() -> false));
    release(faked, status);
    staysReleased(faked, new MemoryReceipts(() -> false));
  }

  @ParameterizedTest
  @CsvSource({
    "BEEHIIV, confirmed",
    "WORDPRESS, publish",
    "GHOST, published",
    "BUTTONDOWN, scheduled"
  })
  void a_run_that_was_killed_an_hour_ago_takes_nothing_back(TargetKind kind, String status) {
    FakedTarget faked = faked(kind);
    Receipts receipts = killedBeforeItWasSeen(faked);
    release(faked, status);
    time.pass(Duration.ofHours(1));
    staysReleased(faked, receipts);
  }
}
