package dev.mldigest.publish.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mldigest.domain.settings.TargetKind;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.testkit.FakeBeehiiv;
import dev.mldigest.testkit.FakeMailchimp;
import dev.mldigest.testkit.FakeService.Fault;
import dev.mldigest.testkit.FakedTarget;
import dev.mldigest.testkit.MemoryReceipts;
import dev.mldigest.testkit.TestSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Services that take a draft in two steps, or say yes before there is one. */
class HalfMadeTest {
  private static final Draft DRAFT = FakedTarget.draft("An issue");

  private final FakedTarget.Time time = new FakedTarget.Time();
  private final MemoryReceipts receipts = new MemoryReceipts(() -> false);
  private final Services services =
      new Services(
          TestSettings.network(Duration.ofSeconds(5), 1_000_000, 2, "127.0.0.0/8"),
          FakedTarget.terms(time));
  private FakedTarget faked = faked(TargetKind.MAILCHIMP);

  private void take(TargetKind kind) {
    faked.service().close();
    faked = faked(kind);
  }

  private FakedTarget faked(TargetKind kind) {
    return Objects.requireNonNull(FakedTarget.all().get(kind)).apply(time);
  }

  @AfterEach
  void close() {
    services.close();
    faked.service().close();
  }

  private PublishOutcome publish(Fault... faults) {
    Deque<Fault> plan = new ArrayDeque<>(List.of(faults));
    faked.service().faults(() -> plan.isEmpty() ? Fault.NONE : plan.pop());
    return services.target(faked.settings()).publish(DRAFT, receipts);
  }

  @Test
  void a_campaign_without_content_is_filled_within_the_same_publication_if_it_can_be() {
    assertThat(publish(Fault.NONE, Fault.NONE, Fault.BROKEN_BEFORE))
        .isInstanceOf(PublishOutcome.Drafted.class);
    assertThat(faked.service().kept()).hasSize(1);
  }

  @Test
  void a_campaign_without_content_is_found_and_filled_by_the_next() {
    Fault broken = Fault.BROKEN_BEFORE;
    assertThat(publish(Fault.NONE, Fault.NONE, broken, Fault.NONE, Fault.NONE, broken))
        .isInstanceOfSatisfying(
            PublishOutcome.Failed.class,
            failed -> assertThat(failed.sentence()).contains("has no content yet"));
    assertThat(publish()).isInstanceOf(PublishOutcome.Drafted.class);
    assertThat(faked.service().kept()).hasSize(1);
    assertThat(publish()).isInstanceOf(PublishOutcome.Unchanged.class);
  }

  @Test
  void a_campaign_without_content_is_found_also_where_the_receipt_knows_nothing_of_it() {
    publish(Fault.NONE, Fault.LOST_AFTER, Fault.UNAUTHORIZED);
    assertThat(publish()).isInstanceOf(PublishOutcome.Drafted.class);
    assertThat(faked.service().kept()).hasSize(1);
  }

  @Test
  void a_campaign_whose_content_is_refused_for_good_is_taken_away_again() {
    ((FakeMailchimp) faked.service()).refuses(true);
    assertThat(publish())
        .isInstanceOfSatisfying(
            PublishOutcome.Refused.class,
            refused -> assertThat(refused.sentence()).contains("too big", "was deleted"));
    assertThat(faked.service().kept()).isEmpty();
  }

  @Test
  void a_post_that_is_made_later_is_waited_for() {
    take(TargetKind.BEEHIIV);
    assertThat(publish()).isInstanceOf(PublishOutcome.Drafted.class);
    assertThat(publish()).isInstanceOf(PublishOutcome.Unchanged.class);
    assertThat(faked.service().kept()).hasSize(1);
  }

  @Test
  void a_post_that_comes_to_nothing_is_told_and_can_be_made_again() {
    take(TargetKind.BEEHIIV);
    ((FakeBeehiiv) faked.service()).fails(true);
    assertThat(publish())
        .isInstanceOfSatisfying(
            PublishOutcome.Failed.class,
            failed -> assertThat(failed.sentence()).contains("POST_CREATION_FAILED"));
    assertThat(faked.service().kept()).isEmpty();
    ((FakeBeehiiv) faked.service()).fails(false);
    time.pass(Duration.ofMinutes(2));
    assertThat(publish()).isInstanceOf(PublishOutcome.Drafted.class);
  }

  static Set<TargetKind> services() {
    Set<TargetKind> services = new TreeSet<>(FakedTarget.all().keySet());
    services.remove(TargetKind.WEBHOOK); // nothing can be looked up there
    return services;
  }

  @ParameterizedTest
  @MethodSource("services")
  void no_second_draft_is_asked_for_while_the_first_may_not_be_listed_yet(TargetKind kind) {
    take(kind);
    faked.service().listsLate(Duration.ofSeconds(110), time);
    boolean[] lost = {false};
    faked
        .service()
        .faults(() -> {
          boolean isFirst =
              !lost[0] && faked.service().requests().getLast().method().equals("POST");
          lost[0] |= isFirst;
          return isFirst ? Fault.LOST_AFTER : Fault.NONE;
        });
    assertThat(services.target(faked.settings()).publish(DRAFT, receipts))
        .isInstanceOfSatisfying(
            PublishOutcome.Failed.class,
            failed ->
                assertThat(failed.sentence())
                    .contains("Whether a draft was made is not known", "in 118 seconds"));
    time.pass(Duration.ofSeconds(60));
    assertThat(publish())
        .isInstanceOfSatisfying(
            PublishOutcome.LookUpFailed.class,
            failed -> {
              assertThat(failed.sentence()).contains("may still be at work", "in 58 seconds");
              assertThat(failed.mayPass()).isTrue();
            });
    time.pass(Duration.ofSeconds(58));
    assertThat(publish()).isInstanceOf(PublishOutcome.Drafted.class);
    assertThat(faked.service().kept()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("services")
  void the_wait_runs_from_the_lost_answer_and_not_from_before_the_service_had_time(
      TargetKind kind) {
    take(kind);
    faked.service().listsLate(Duration.ofSeconds(115), time);
    Deque<Fault> plan =
        new ArrayDeque<>(List.of(Fault.LIMITED, Fault.LIMITED, Fault.LIMITED, Fault.LOST_AFTER));
    faked
        .service()
        .faults(() -> {
          boolean isPost = faked.service().requests().getLast().method().equals("POST");
          return isPost && !plan.isEmpty() ? plan.pop() : Fault.NONE;
        });
    assertThat(services.target(faked.settings()).publish(DRAFT, receipts))
        .isInstanceOfSatisfying(
            PublishOutcome.Failed.class,
            failed -> assertThat(failed.sentence()).contains("in 118 seconds"));
    time.pass(Duration.ofSeconds(112));
    assertThat(publish()).isInstanceOf(PublishOutcome.LookUpFailed.class);
    time.pass(Duration.ofSeconds(6));
    assertThat(publish()).isInstanceOf(PublishOutcome.Drafted.class);
    assertThat(faked.service().kept()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("services")
  void the_wait_holds_for_the_next_process_where_this_one_was_killed_after_it_sat_out_limits(
      TargetKind kind) {
    take(kind);
    faked.service().listsLate(Duration.ofSeconds(115), time);
    Deque<Fault> plan = new ArrayDeque<>(List.of(Fault.LIMITED, Fault.LIMITED, Fault.LIMITED));
    faked
        .service()
        .faults(() -> {
          boolean isPost = faked.service().requests().getLast().method().equals("POST");
          return isPost && !plan.isEmpty() ? plan.pop() : Fault.NONE;
        });
    boolean[] dead = {false};
    MemoryReceipts mortal =
        new MemoryReceipts(() -> {
          boolean dies = !dead[0] && !faked.service().kept().isEmpty();
          dead[0] |= dies;
          return dies;
        });
    assertThatThrownBy(() -> services.target(faked.settings()).publish(DRAFT, mortal))
        .isInstanceOf(MemoryReceipts.Killed.class);
    time.pass(Duration.ofSeconds(114));
    assertThat(services.target(faked.settings()).publish(DRAFT, mortal))
        .isInstanceOf(PublishOutcome.LookUpFailed.class);
    time.pass(Duration.ofSeconds(6));
    assertThat(services.target(faked.settings()).publish(DRAFT, mortal))
        .isInstanceOf(PublishOutcome.Drafted.class);
    assertThat(faked.service().kept()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_draft_that_was_refused_for_certain_can_be_asked_for_again_at_once(TargetKind kind) {
    take(kind);
    boolean[] refused = {false};
    faked
        .service()
        .faults(() -> {
          boolean isFirst =
              !refused[0] && faked.service().requests().getLast().method().equals("POST");
          refused[0] |= isFirst;
          return isFirst ? Fault.UNAUTHORIZED : Fault.NONE;
        });
    assertThat(services.target(faked.settings()).publish(DRAFT, receipts))
        .isInstanceOf(PublishOutcome.Refused.class);
    assertThat(publish()).isInstanceOf(PublishOutcome.Drafted.class);
    assertThat(faked.service().kept()).hasSize(1);
  }

  @Test
  void a_post_that_was_confirmed_is_deleted_at_once_and_said_loudly() {
    take(TargetKind.BEEHIIV);
    faked.sends().accept(true);
    assertThat(publish())
        .isInstanceOfSatisfying(
            PublishOutcome.SentAlarm.class,
            alarm -> assertThat(alarm.sentence()).contains("deleted at once"));
    assertThat(faked.service().kept()).isEmpty();
  }

  @Test
  void a_broadcast_that_was_stopped_half_sent_is_no_draft_and_said_so() {
    take(TargetKind.RESEND);
    faked
        .service()
        .faults(() -> {
          faked.service().kept().stream()
              .filter(one -> one.status().equals("draft"))
              .forEach(one -> one.fields().put("status", "queued"));
          return Fault.NONE;
        });
    assertThat(services.target(faked.settings()).publish(DRAFT, receipts))
        .isInstanceOfSatisfying(
            PublishOutcome.SentAlarm.class,
            alarm -> {
              assertThat(alarm.isDraftAgain()).isFalse();
              assertThat(alarm.sentence()).contains("look there NOW");
            });
    assertThat(faked.service().kept())
        .singleElement()
        .satisfies(one -> assertThat(one.status()).isEqualTo("canceled"));
    assertThat(faked.service().requests())
        .filteredOn(request -> request.path().endsWith("/cancel"))
        .hasSize(1);
  }
}
