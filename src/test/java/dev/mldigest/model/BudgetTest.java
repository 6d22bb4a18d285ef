package dev.mldigest.model;

import static dev.mldigest.summarise.Provider.says;
import static dev.mldigest.summarise.Provider.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Prices;
import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.model.pace.Failures;
import dev.mldigest.summarise.FullDisk;
import dev.mldigest.summarise.LoopbackProvider;
import dev.mldigest.summarise.MemoryLedger;
import dev.mldigest.summarise.Provider;
import dev.mldigest.summarise.Questions;
import dev.mldigest.summarise.VirtualPacer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money and time, and the small model that steps in. */
class BudgetTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T07:00:00Z"));

  /** An answer (100 tokens in, 20 out) costs 300 micro-units; the estimate of one is 3,010. */
  private static final Prices DEAR = new Prices(1, 10, "USD", "2026-11-01");

  private static final Prices CHEAP = new Prices(0.1, 1, "USD", "2026-11-01");
  private static final LanguageModel.Small SMALL = new LanguageModel.Small("small-model", CHEAP);

  private final MemoryLedger ledger = new MemoryLedger();
  private final VirtualPacer pacer = new VirtualPacer();
  private final Provider provider = new Provider();

  @AfterEach
  void stop() {
    provider.close();
  }

  private Gateway gateway(long maxCost, Duration runDeadline, LanguageModel.@Nullable Small small) {
    LanguageModel.Bounds bounds = new LanguageModel.Bounds(0, 0, runDeadline, maxCost);
    return new Gateway(
        Questions.with(provider.settings(), DEAR, bounds, small), ledger, CLOCK, pacer);
  }

  private Gateway gateway(long maxCost, LanguageModel.@Nullable Small small) {
    return gateway(maxCost, Duration.ofHours(1), small);
  }

  private void answers(String model, ResponseDefinitionBuilder response) {
    provider.server.stubFor(
        WireMock.post(Provider.PATH)
            .withRequestBody(WireMock.matchingJsonPath("$.model", WireMock.equalTo(model)))
            .willReturn(response));
  }

  private static List<Reply> ask(Gateway gateway, int questions) {
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      replies.add(gateway.ask(Questions.about("subject " + i)));
    }
    return replies;
  }

  private static List<String> who(List<Reply> replies) {
    return replies.stream()
        .map(reply ->
            reply instanceof Reply.Answered answer
                ? answer.model()
                : reply.getClass().getSimpleName())
        .toList();
  }

  @Test
  void no_call_is_sent_that_might_cost_more_than_the_issue_may() {
    provider.answers(says(LoopbackProvider.GOOD));
    try (Gateway gateway = gateway(3_700, null)) {
      assertThat(who(ask(gateway, 5)))
          .containsExactly("test-model", "test-model", "test-model", "OverBudget", "OverBudget");
      assertThat(((Reply.OverBudget) gateway.ask(Questions.about("subject 4"))).reason())
          .contains("0.0037 USD");
    }
    assertThat(ledger.calls()).hasSize(3);
    assertThat(ledger.calls().getFirst().bill().cost())
        .isEqualTo(new ModelCall.Cost(300, "USD", "2026-11-01"));
  }

  @Test
  void where_the_budget_does_not_carry_the_large_model_the_small_one_answers() {
    provider.answers(says(LoopbackProvider.GOOD));
    try (Gateway gateway = gateway(3_700, SMALL)) {
      assertThat(who(ask(gateway, 6)))
          .containsExactly(
              "test-model",
              "test-model",
              "test-model",
              "small-model",
              "small-model",
              "small-model");
    }
  }

  @Test
  void the_large_model_leaves_the_small_one_enough_for_what_is_to_come() {
    provider.answers(says(LoopbackProvider.GOOD));
    try (Gateway gateway = gateway(3_700, SMALL)) {
      gateway.expect(6);
      // Five others may take 302 each of the small one: 3,011 + 1,510 is too much at first.
      assertThat(who(ask(gateway, 6)).getFirst()).isEqualTo("small-model");
      assertThat(who(ask(gateway, 6))).doesNotContain("OverBudget");
    }
  }

  @Test
  void the_same_issue_again_gets_the_same_answers_without_a_call() throws Exception {
    provider.answers(says(LoopbackProvider.GOOD).withFixedDelay(30));
    List<String> first;
    try (Gateway gateway = gateway(3_700, SMALL)) {
      gateway.begin("2026-W47");
      first = who(together(gateway, 100));
    }
    int calls = provider.calls();
    assertThat(first).contains("test-model", "small-model", "OverBudget");
    try (Gateway gateway = gateway(3_700, SMALL)) {
      gateway.begin("2026-W47");
      assertThat(who(together(gateway, 100))).isEqualTo(first);
    }
    assertThat(provider.calls()).isEqualTo(calls);
    assertThat(ledger.reused()).isEqualTo(calls);
    assertThat(ledger.spent("2026-W47").micros()).isLessThanOrEqualTo(3_700);
  }

  @Test
  void a_useless_answer_is_asked_for_again_by_the_next_run_as_far_as_the_budget_goes() {
    provider.answers(says("cut", "length"));
    List<Reply> replies = new ArrayList<>();
    for (int run = 0; run < 70; run++) {
      try (Gateway gateway = gateway(2_000, SMALL)) { // too little for the large one
        gateway.begin("2026-W47");
        replies.addAll(ask(gateway, 1));
      }
    }
    assertThat(replies.getLast()).isInstanceOf(Reply.OverBudget.class);
    assertThat(provider.calls()).isGreaterThan(2);
    assertThat(ledger.spent("2026-W47").micros()).isLessThanOrEqualTo(2_000);
  }

  private static List<Reply> together(Gateway gateway, int questions) throws Exception {
    List<Reply> replies = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> asked = new ArrayList<>();
      for (int i = 0; i < questions; i++) {
        Question question = Questions.about("subject " + i);
        asked.add(threads.submit(() -> gateway.ask(question)));
      }
      for (Future<Reply> reply : asked) {
        replies.add(reply.get());
      }
    }
    return replies;
  }

  @Test
  void another_weeks_issue_has_a_budget_of_its_own() {
    provider.answers(says(LoopbackProvider.GOOD));
    try (Gateway gateway = gateway(3_400, null)) {
      gateway.begin("2026-W47");
      assertThat(who(ask(gateway, 3))).containsExactly("test-model", "test-model", "OverBudget");
      gateway.begin("2026-W48");
      assertThat(who(ask(gateway, 3))).containsExactly("test-model", "test-model", "test-model");
    }
  }

  @Test
  void where_the_large_models_quota_is_used_up_the_small_one_answers() {
    answers(
        "test-model",
        WireMock.aResponse()
            .withStatus(429)
            .withBody("{\"error\":{\"code\":\"insufficient_quota\"}}"));
    answers("small-model", says(LoopbackProvider.GOOD));
    try (Gateway gateway = gateway(LanguageModel.Bounds.UNLIMITED, SMALL)) {
      assertThat(who(ask(gateway, 3))).containsOnly("small-model");
    }
    assertThat(ledger.outcomes()).containsExactly("http 429", "answered", "answered", "answered");
  }

  @Test
  void where_the_large_model_keeps_failing_the_small_one_answers_and_does_so_again() {
    answers("test-model", status(500));
    answers("small-model", says(LoopbackProvider.GOOD));
    for (int run = 0; run < 2; run++) {
      try (Gateway gateway = gateway(LanguageModel.Bounds.UNLIMITED, SMALL)) {
        assertThat(who(ask(gateway, 5))).containsOnly("small-model");
      }
    }
    assertThat(ledger.outcomes().stream().filter("answered"::equals)).hasSize(5);
    assertThat(provider.calls()).isEqualTo(Failures.MOST + 5);
  }

  @Test
  void a_refused_key_is_not_tried_on_the_small_model() {
    provider.answers(status(401));
    try (Gateway gateway = gateway(LanguageModel.Bounds.UNLIMITED, SMALL)) {
      assertThat(who(ask(gateway, 3))).containsOnly("Unavailable");
    }
    assertThat(provider.calls()).isEqualTo(1);
  }

  @Test
  void both_models_out_of_order_are_both_named() {
    answers("test-model", status(500));
    answers("small-model", status(503));
    try (Gateway gateway = gateway(LanguageModel.Bounds.UNLIMITED, SMALL)) {
      Reply reply = gateway.ask(Questions.about("bees"));
      assertThat(((Reply.Unavailable) reply).reason()).contains("500").contains("503");
    }
  }

  @Test
  void after_the_runs_time_nothing_is_asked_any_more() {
    provider.answers(status(429).withHeader("Retry-After", "40"));
    try (Gateway gateway = gateway(LanguageModel.Bounds.UNLIMITED, Duration.ofSeconds(60), null)) {
      assertThat(who(ask(gateway, 3))).containsExactly("RateLimited", "RateLimited", "RateLimited");
    }
    // One wait of 40 s fits into the minute, a second does not.
    assertThat(pacer.sleeps()).containsExactly(Duration.ofSeconds(40));
    assertThat(provider.calls()).isEqualTo(2);
  }

  @Test
  void an_answer_that_cannot_be_kept_is_used_and_is_the_last_one_paid_for() {
    provider.answers(says(LoopbackProvider.GOOD));
    FullDisk disk = new FullDisk();
    try (Gateway gateway = new Gateway(provider.settings(), disk, CLOCK, pacer)) {
      assertThat(gateway.ask(Questions.about("bees"))).isInstanceOf(Reply.Answered.class);
      Reply second = gateway.ask(Questions.about("wasps"));
      assertThat(((Reply.Unavailable) second).reason())
          .isEqualTo("What a model answers cannot be kept. The disk is full.");
    }
    assertThat(provider.calls()).isEqualTo(1);
  }
}
