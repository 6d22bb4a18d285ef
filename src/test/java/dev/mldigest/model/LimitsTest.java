package dev.mldigest.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.model.pace.Pacer;
import dev.mldigest.summarise.LimitingProvider;
import dev.mldigest.summarise.LoopbackProvider;
import dev.mldigest.summarise.MemoryLedger;
import dev.mldigest.summarise.Questions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A limiting provider on a real socket. How fast it goes is {@link PaceTest}'s in simulated time
 * and {@link LimitsBenchmark}'s in real time; here nothing may be lost or wasted.
 */
class LimitsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T07:00:00Z"));

  private final MemoryLedger ledger = new MemoryLedger();

  @Test
  void a_limit_that_is_learned_from_the_first_answer_is_never_run_into() throws Exception {
    LimitingProvider limiting = new LimitingProvider(6_000, 50, 60, true);
    try (LoopbackProvider provider = limiting.start()) {
      List<Reply> replies = ask(provider, 250, 32, LanguageModel.Bounds.NONE);
      assertThat(replies).hasOnlyElementsOfType(Reply.Answered.class).hasSize(250);
      assertThat(limiting.refused()).isZero();
      assertThat(provider.calls()).isEqualTo(250);
    }
  }

  @Test
  void a_limit_that_is_stated_is_never_run_into_although_no_answer_names_it() throws Exception {
    LimitingProvider limiting = new LimitingProvider(6_000, 20, 20, false);
    LanguageModel.Bounds stated =
        new LanguageModel.Bounds(6_000, 0, Duration.ofMinutes(5), LanguageModel.Bounds.UNLIMITED);
    try (LoopbackProvider provider = limiting.start()) {
      List<Reply> replies = ask(provider, 120, 32, stated);
      assertThat(replies).hasOnlyElementsOfType(Reply.Answered.class);
      assertThat(limiting.refused()).isZero();
    }
  }

  @Test
  void a_limit_that_nobody_names_costs_a_few_refusals_and_no_answer() throws Exception {
    LimitingProvider limiting = new LimitingProvider(3_000, 5, 20, false);
    try (LoopbackProvider provider = limiting.start()) {
      List<Reply> replies = ask(provider, 30, 8, LanguageModel.Bounds.NONE);
      assertThat(replies).hasOnlyElementsOfType(Reply.Answered.class).hasSize(30);
    }
  }

  private List<Reply> ask(
      LoopbackProvider provider, int questions, int concurrency, LanguageModel.Bounds bounds)
      throws Exception {
    LanguageModel plain = Questions.settings(provider.url(), Duration.ofSeconds(20), concurrency);
    LanguageModel settings = Questions.with(plain, null, bounds, null);
    try (Gateway gateway = new Gateway(settings, ledger, CLOCK, Pacer.SYSTEM)) {
      return Questions.askAll(gateway, questions);
    }
  }
}
