package dev.mldigest.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Prices;
import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.model.Gateway;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A thousand calls to a provider that fails in every way, and tallies what it billed: the ledger
 * has the same count, but for calls that nobody on our side of the wire can know of, which say so.
 */
class LedgerTallyTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T07:00:00Z"));
  private static final Prices PRICES = new Prices(0.75, 4.5, "USD", "2026-11-01");

  /** What the provider does with a call, and how it shows in the ledger. */
  private enum Fault {
    NONE,
    LIMITED,
    BROKEN,
    BROKEN_AND_BILLED,
    RESET,
    CUT_ANSWER,
    FILTERED,
    REFUSED,
    TORN_JSON,
    NO_CHOICES,
    WRONG_SHAPE,
    /** Billed, but the answer does not say so. */
    NO_USAGE,
    ABSURD_USAGE,
    HTML,
    HALF_ENVELOPE,
    BROKEN_OFF,
    DRIBBLED
  }

  private final MemoryLedger ledger = new MemoryLedger();
  private final AtomicLong input = new AtomicLong();
  private final AtomicLong output = new AtomicLong();
  private final AtomicLong unknowable = new AtomicLong();

  private void answer(Fault fault, long in, long out, LoopbackProvider.Connection to)
      throws Exception {
    String good = LoopbackProvider.GOOD;
    String usage = LoopbackProvider.usage(in, out);
    Map<String, String> none = Map.of();
    switch (fault) {
      case NONE, CUT_ANSWER, FILTERED, TORN_JSON, WRONG_SHAPE -> {
        String finish =
            fault == Fault.CUT_ANSWER
                ? "length"
                : fault == Fault.FILTERED ? "content_filter" : "stop";
        String content =
            fault == Fault.TORN_JSON ? "{\"n\":3,\"wo" : fault == Fault.WRONG_SHAPE ? "[7]" : good;
        billed(in, out);
        to.send(200, none, LoopbackProvider.envelope(content, finish, usage));
      }
      case REFUSED -> {
        billed(in, out);
        to.send(
            200,
            none,
            "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":"
                + "\"assistant\",\"content\":null,\"refusal\":\"No.\"}}],\"usage\":"
                + usage
                + "}");
      }
      case NO_CHOICES -> {
        billed(in, out);
        to.send(200, none, "{\"usage\":" + usage + ",\"choices\":[]}");
      }
      case LIMITED -> to.send(429, Map.of("retry-after-ms", "1"), "{\"error\":{}}");
      case BROKEN -> to.send(500, none, "{\"error\":{}}");
      case BROKEN_AND_BILLED -> {
        billed(in, out);
        to.send(503, none, "{\"error\":{},\"usage\":" + usage + "}");
      }
      case RESET -> to.reset();
      case NO_USAGE -> hidden(to, LoopbackProvider.envelope(good, "stop", ""));
      case ABSURD_USAGE ->
          hidden(
              to,
              LoopbackProvider.envelope(good, "stop", LoopbackProvider.usage(-5, 2_000_000_000)));
      case HTML -> to.send(200, none, "<html>busy</html>"); // no model ever saw the call
      case HALF_ENVELOPE -> hidden(to, "{\"id\":\"x\",\"choices\":[{\"ind");
      case BROKEN_OFF -> {
        unknowable.incrementAndGet();
        to.raw(LoopbackProvider.Connection.head(200, none, 500) + "{\"id\":");
        to.socket().close();
      }
      case DRIBBLED -> {
        unknowable.incrementAndGet();
        to.raw(LoopbackProvider.Connection.head(200, none, 500));
        to.socket().setSoTimeout(50);
        while (!isGone(to.socket())) {
          to.raw("x");
        }
      }
    }
  }

  private static boolean isGone(Socket client) throws IOException {
    try {
      return client.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private void billed(long in, long out) {
    input.addAndGet(in);
    output.addAndGet(out);
  }

  private void hidden(LoopbackProvider.Connection to, String body) throws Exception {
    unknowable.incrementAndGet();
    to.send(200, Map.of(), body);
  }

  @Test
  void the_ledger_counts_what_the_provider_billed_over_a_thousand_faulty_calls() throws Exception {
    RandomGenerator random = new java.util.Random(20261121);
    Map<Integer, Fault> plan = new TreeMap<>();
    for (int call = 0; call < 2_000; call++) {
      boolean well = random.nextInt(100) < 60;
      Fault[] all = Fault.values();
      Fault fault = well ? Fault.NONE : all[random.nextInt(all.length)];
      // Each of these costs its deadline: two are enough.
      boolean dribbled = call == 300 || call == 700;
      plan.put(call, dribbled ? Fault.DRIBBLED : fault == Fault.DRIBBLED ? Fault.NONE : fault);
    }
    try (LoopbackProvider provider =
            new LoopbackProvider((call, body, to) ->
                answer(plan.getOrDefault(call, Fault.NONE), 100 + call % 37, 20 + call % 11, to));
        Gateway gateway = gateway(provider)) {
      int asked = 0;
      while (provider.calls() < 1_000) {
        gateway.ask(Questions.about("subject " + asked++));
      }
      assertThat(ledger.calls()).hasSize(provider.calls());
    }
    List<ModelCall> exact =
        ledger.calls().stream().filter(call -> !call.bill().estimated()).toList();
    assertThat(exact.stream().mapToLong(call -> call.bill().inputTokens()).sum())
        .isEqualTo(input.get());
    assertThat(exact.stream().mapToLong(call -> call.bill().outputTokens()).sum())
        .isEqualTo(output.get());
    assertThat(ledger.calls().stream().filter(call -> call.bill().estimated()).count())
        .isEqualTo(unknowable.get());
    assertThat(
            ledger.calls().stream().map(call -> call.came().outcome()).collect(Collectors.toSet()))
        .contains("answered", "rate limited", "http 500", "http 503", "connection", "truncated")
        .contains("refused", "malformed", "deadline");
    for (ModelCall call : ledger.calls()) {
      assertThat(call.bill().cost())
          .isEqualTo(
              new ModelCall.Cost(
                  PRICES.micros(call.bill().inputTokens(), call.bill().outputTokens()),
                  "USD",
                  "2026-11-01"));
    }
    System.out.printf(
        "%d calls: the provider billed %d + %d tokens, the ledger has %d + %d; %d calls cannot be"
            + " known from the wire%n",
        ledger.calls().size(),
        input.get(),
        output.get(),
        exact.stream().mapToLong(call -> call.bill().inputTokens()).sum(),
        exact.stream().mapToLong(call -> call.bill().outputTokens()).sum(),
        unknowable.get());
  }

  private Gateway gateway(LoopbackProvider provider) {
    LanguageModel plain = Questions.settings(provider.url(), Duration.ofMillis(2_500), 4);
    LanguageModel settings = Questions.with(plain, PRICES, LanguageModel.Bounds.NONE, null);
    return new Gateway(settings, ledger, CLOCK, new VirtualPacer());
  }
}
