package dev.mldigest.publish.service.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.TargetKind;
import dev.mldigest.publish.Draft;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.PublishOutcome.ChangedInService;
import dev.mldigest.publish.PublishOutcome.Drafted;
import dev.mldigest.publish.PublishOutcome.LookUpFailed;
import dev.mldigest.publish.PublishOutcome.SentAlarm;
import dev.mldigest.publish.PublishOutcome.Unchanged;
import dev.mldigest.publish.service.Services;
import dev.mldigest.testkit.FakeService.Fault;
import dev.mldigest.testkit.FakedTarget;
import dev.mldigest.testkit.MemoryReceipts;
import dev.mldigest.testkit.TestSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each service as its interface is documented, on loopback. */
class DraftTargetTest {
  private final FakedTarget.Time time = new FakedTarget.Time();
  private final MemoryReceipts receipts = new MemoryReceipts(() -> false);
  private final List<FakedTarget> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(one -> one.service().close());
  }

  static Set<TargetKind> kinds() {
    return FakedTarget.all().keySet();
  }

  /** Those with drafts, which can be looked up. */
  static Set<TargetKind> services() {
    Set<TargetKind> services = new TreeSet<>(kinds());
    services.remove(TargetKind.WEBHOOK);
    return services;
  }

  private FakedTarget faked(TargetKind kind) {
    FakedTarget faked = Objects.requireNonNull(FakedTarget.all().get(kind)).apply(time);
    open.add(faked);
    return faked;
  }

  private PublishOutcome publish(FakedTarget faked, Draft draft) {
    try (Services services =
        new Services(
            TestSettings.network(Duration.ofSeconds(1), 1_000_000, 2, "127.0.0.0/8"),
            FakedTarget.terms(time))) {
      return services.target(faked.settings()).publish(draft, receipts);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_draft_is_made_once_and_holds_what_was_sent(TargetKind kind) {
    FakedTarget faked = faked(kind);
    Draft draft =
        FakedTarget.draft(1, "A subject", "A preheader", "Text with “quotes” & more: 日本.");

    assertThat(publish(faked, draft)).isInstanceOf(Drafted.class);
    assertThat(publish(faked, draft)).isInstanceOf(Unchanged.class);

    assertThat(faked.service().kept()).hasSize(1);
    assertThat(faked.service().leaving()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void another_machine_without_receipts_makes_no_second_draft(TargetKind kind) {
    FakedTarget faked = faked(kind);
    Draft draft = FakedTarget.draft("The same.");
    publish(faked, draft);
    MemoryReceipts none = new MemoryReceipts(() -> false);
    try (Services services =
        new Services(
            TestSettings.network(Duration.ofSeconds(1), 1_000_000, 2, "127.0.0.0/8"),
            FakedTarget.terms(time))) {
      services.target(faked.settings()).publish(draft, none);
    }
    assertThat(faked.service().kept()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_look_up_that_fails_makes_nothing(TargetKind kind) {
    for (Fault fault :
        List.of(
            Fault.UNAUTHORIZED,
            Fault.LIMITED,
            Fault.BROKEN_BEFORE,
            Fault.PAGE,
            Fault.LOST_BEFORE,
            Fault.MOVED)) {
      FakedTarget faked = faked(kind);
      faked.service().faults(() -> fault);

      PublishOutcome outcome = publish(faked, FakedTarget.draft("x"));

      assertThat(outcome).as(fault.toString()).isInstanceOf(LookUpFailed.class);
      assertThat(faked.service().kept()).isEmpty();
      time.pass(Duration.ofHours(2)); // what was asked for is over
    }
  }

  private static boolean isWrite(FakedTarget faked) {
    return faked.service().requests().getLast().method().equals("POST");
  }

  /**
   * Once more after a while where the first time came to nothing: some services take their time.
   */
  private PublishOutcome again(FakedTarget faked, Draft draft) {
    PublishOutcome first = publish(faked, draft);
    time.pass(Duration.ofMinutes(10));
    boolean mayPass =
        first instanceof PublishOutcome.Failed(var where, var sentence, boolean later) && later;
    return mayPass ? publish(faked, draft) : first;
  }

  @ParameterizedTest
  @MethodSource("services")
  void an_answer_that_is_lost_after_acceptance_is_found_again(TargetKind kind) {
    FakedTarget faked = faked(kind);
    Iterator<Fault> lost = List.of(Fault.LOST_AFTER).iterator();
    faked.service().faults(() -> isWrite(faked) && lost.hasNext() ? lost.next() : Fault.NONE);

    assertThat(again(faked, FakedTarget.draft("x"))).isInstanceOf(Drafted.class);
    assertThat(faked.service().kept()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("services")
  void what_somebody_changed_is_left_and_a_new_text_is_a_new_draft(TargetKind kind) {
    FakedTarget faked = faked(kind);
    Draft first = FakedTarget.draft("First.");
    publish(faked, first);
    String id = faked.service().kept().getFirst().id();
    faked.change().accept(id);
    String changed = faked.service().kept().getFirst().fields().toString();

    assertThat(publish(faked, first)).isInstanceOf(ChangedInService.class);
    PublishOutcome second = publish(faked, FakedTarget.draft("Second."));

    assertThat(second)
        .isInstanceOfSatisfying(
            Drafted.class,
            made -> assertThat(String.join(" ", made.notes())).contains("stays as it is"));
    assertThat(faked.service().kept()).hasSize(2);
    assertThat(faked.service().kept().getFirst().fields()).hasToString(changed);
  }

  @ParameterizedTest
  @MethodSource("services")
  void what_does_not_stay_a_draft_is_set_back_and_said(TargetKind kind) {
    FakedTarget faked = faked(kind);
    faked.sends().accept(true);

    PublishOutcome outcome = publish(faked, FakedTarget.draft("x"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SentAlarm.class, alarm -> assertThat(alarm.isDraftAgain()).isTrue());
    assertThat(faked.service().leaving()).isEmpty();
    faked.sends().accept(false);
    time.pass(Duration.ofMinutes(10));
    assertThat(publish(faked, FakedTarget.draft("x")))
        .matches(now -> now instanceof Unchanged || now instanceof Drafted);
    assertThat(faked.service().kept()).hasSize(1);
  }

  /** Signs of all the languages, words that they know, and addresses. */
  private static final String[] PIECES = {
    "{{",
    "}}",
    "{{{",
    "}}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{",
    "}",
    "%%",
    "%%{",
    "*|",
    "|*",
    "@TrackLink",
    " .Subscriber.Email ",
    " email ",
    " uuid ",
    " if x ",
    "FNAME",
    "https://e.org/a?b=",
    " ",
    "x",
    "\"",
    "'",
    "<",
    ">",
    "&",
    "`",
    "*",
    "_",
    "日本",
    "😀",
    "--",
    "raw",
    "\\"
  };

  @ParameterizedTest
  @MethodSource("kinds")
  void no_text_is_a_command_to_the_template_language_of_a_service(TargetKind kind) {
    FakedTarget faked = faked(kind);
    Random random = new Random(47);
    for (int text = 0; text < 150; text++) {
      String hostile = hostile(random);
      assertThat(publish(faked, FakedTarget.draft(hostile)))
          .as(hostile)
          .matches(outcome ->
              outcome instanceof Drafted
                  || outcome instanceof Unchanged
                  || outcome instanceof PublishOutcome.Published);
    }
    for (var kept : faked.service().kept()) {
      // The fakes put a reader's name, Ada, in the place of every command, and break on half ones.
      faked
          .service()
          .rendered(kept)
          .forEach((field, seen) -> assertThat(seen).as(field).doesNotContain("Ada"));
    }
  }

  private static String hostile(Random random) {
    StringBuilder text = new StringBuilder("t");
    for (int n = 1 + random.nextInt(8); n > 0; n--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.append(" end").toString();
  }
}
