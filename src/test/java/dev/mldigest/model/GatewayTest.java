package dev.mldigest.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.mldigest.summarise.Provider.raw;
import static dev.mldigest.summarise.Provider.says;
import static dev.mldigest.summarise.Provider.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.mldigest.domain.provider.LearnedTraits;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.model.pace.Failures;
import dev.mldigest.model.pace.Pacer;
import dev.mldigest.model.prompt.Prompt;
import dev.mldigest.model.prompt.PromptTemplate;
import dev.mldigest.model.prompt.Schema;
import dev.mldigest.net.AddressGuard;
import dev.mldigest.summarise.MemoryLedger;
import dev.mldigest.summarise.Provider;
import dev.mldigest.summarise.VirtualPacer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T07:00:00Z"));
  private static final String GOOD = "{\"n\":3,\"word\":\"yes\"}";

  private final MemoryLedger ledger = new MemoryLedger();
  private final VirtualPacer pacer = new VirtualPacer();
  private Provider provider = new Provider();

  @BeforeEach
  void start() {
    provider.answers(says(GOOD));
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  static Question question(String subject) {
    try {
      Schema schema =
          Schema.parse(
              """
              {"type":"object","properties":{"n":{"type":"integer","minimum":1,"maximum":9},
              "word":{"type":"string","enum":["yes","no"]}},
              "required":["n","word"],"additionalProperties":false}\
              """);
      Prompt prompt =
          new Prompt(
              "test-task",
              1,
              Set.of("subject"),
              schema,
              300,
              0,
              new PromptTemplate("Answer."),
              new PromptTemplate("About {{subject}}?"));
      return new Question(prompt, Map.of("subject", subject), "item-1");
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Reply ask() {
    return ask("bees", provider.settings());
  }

  private Reply ask(String subject, LanguageModel settings) {
    try (Gateway gateway = new Gateway(settings, ledger, CLOCK, pacer)) {
      return gateway.ask(question(subject));
    }
  }

  private static LanguageModel hasty(LanguageModel s) {
    LanguageModel.Calls calls =
        new LanguageModel.Calls(
            Duration.ofMillis(300),
            s.calls().most(),
            s.calls().maxOutputTokens(),
            s.calls().maxTokens());
    return new LanguageModel(s.provider(), s.baseUrl(), s.name(), s.apiKey(), calls);
  }

  @Test
  void a_valid_answer_is_given_with_the_tokens_the_provider_counted() throws Exception {
    Reply reply = ask();
    assertThat(reply).isInstanceOf(Reply.Answered.class);
    Reply.Answered answer = (Reply.Answered) reply;
    assertThat(answer.value().get("n").asInt()).isEqualTo(3);
    assertThat(answer.inputTokens()).isEqualTo(100);
    assertThat(answer.outputTokens()).isEqualTo(20);
    ModelCall call = ledger.calls().getFirst();
    assertThat(call.came().outcome()).isEqualTo("answered");
    assertThat(call.came().status()).isEqualTo(200);
    assertThat(call.asked().key()).matches("[0-9a-f]{64}");
    assertThat(call.came().text()).isEqualTo(GOOD);
  }

  @Test
  void the_request_carries_the_schema_strictly_and_nothing_upgrades_the_connection()
      throws Exception {
    ask();
    var request = provider.server.getAllServeEvents().getFirst().getRequest();
    assertThat(request.getHeader("Upgrade")).isNull();
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer test-key");
    var body = new ObjectMapper().readTree(request.getBodyAsString());
    var format = body.path("response_format").path("json_schema");
    assertThat(format.path("strict").asBoolean()).isTrue();
    assertThat(format.path("schema").path("required")).hasSize(2);
    assertThat(body.path("max_tokens").asInt()).isEqualTo(300);
    assertThat(body.path("messages").path(1).path("content").asText()).isEqualTo("About bees?");
  }

  @Test
  void a_second_run_makes_no_call_and_gives_the_same_answer() {
    Reply first = ask();
    Reply second = ask();
    assertThat(second).isEqualTo(first);
    assertThat(provider.calls()).isEqualTo(1);
  }

  @Test
  void another_subject_or_another_model_is_another_question() {
    ask();
    ask("wasps", provider.settings());
    assertThat(provider.calls()).isEqualTo(2);
  }

  @Test
  void retry_after_in_seconds_is_waited_for_exactly() {
    provider.answers(status(429).withHeader("Retry-After", "4"), says(GOOD));
    assertThat(ask()).isInstanceOf(Reply.Answered.class);
    assertThat(pacer.sleeps()).containsExactly(Duration.ofSeconds(4));
    assertThat(ledger.outcomes()).containsExactly("rate limited", "answered");
  }

  @Test
  void retry_after_in_milliseconds_is_finer_than_in_seconds() {
    provider.answers(
        status(429).withHeader("Retry-After", "4").withHeader("retry-after-ms", "3210"),
        says(GOOD));
    assertThat(ask()).isInstanceOf(Reply.Answered.class);
    assertThat(pacer.sleeps()).containsExactly(Duration.ofMillis(3210));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sat, 21 Nov 2026 10:00:07 GMT",
        "Saturday, 21-Nov-26 10:00:07 GMT",
        "Sat Nov 21 10:00:07 2026"
      })
  void retry_after_as_a_date_is_read_by_the_servers_own_clock(String date) {
    provider.answers(
        status(429)
            .withHeader("Date", "Sat, 21 Nov 2026 10:00:00 GMT")
            .withHeader("Retry-After", date),
        says(GOOD));
    assertThat(ask()).isInstanceOf(Reply.Answered.class);
    assertThat(pacer.sleeps()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void a_date_at_the_end_of_time_is_as_long_as_a_day_of_patience() {
    provider.answers(
        status(429).withHeader("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"), says(GOOD));
    assertThat(ask()).isInstanceOf(Reply.RateLimited.class);
    assertThat(pacer.sleeps()).isEmpty();
  }

  @Test
  void a_day_of_patience_is_not_ours_and_no_other_call_is_sent_meanwhile() {
    provider.answers(status(429).withHeader("Retry-After", "86400"), says(GOOD));
    try (Gateway gateway = new Gateway(provider.settings(), ledger, CLOCK, pacer)) {
      assertThat(gateway.ask(question("bees"))).isInstanceOf(Reply.RateLimited.class);
      assertThat(gateway.ask(question("wasps"))).isInstanceOf(Reply.RateLimited.class);
    }
    assertThat(pacer.sleeps()).isEmpty();
    assertThat(provider.calls()).isEqualTo(1);
  }

  @Test
  void a_limit_without_retry_after_is_met_by_growing_pauses() {
    provider.answers(status(429), status(429), status(429), says(GOOD));
    assertThat(ask()).isInstanceOf(Reply.Answered.class);
    List<Duration> sleeps = pacer.sleeps();
    assertThat(sleeps).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(sleeps.get(i).toMillis()).isBetween(500L << i, 625L << i);
    }
  }

  @Test
  void server_errors_are_retried_for_a_quarter_of_a_minute_and_then_reported() {
    provider.answers(status(500), status(500), says(GOOD));
    assertThat(ask()).isInstanceOf(Reply.Answered.class);
    provider.answers(status(500));
    long before = pacer.nanos();
    Reply reply = ask("wasps", provider.settings());
    assertThat(reply).isInstanceOf(Reply.Unavailable.class);
    assertThat(((Reply.Unavailable) reply).reason()).contains("500");
    assertThat(ledger.outcomes()).containsSequence("answered", "http 500", "http 500").hasSize(9);
    assertThat(Duration.ofNanos(pacer.nanos() - before))
        .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
  void a_broken_connection_is_tried_again(String fault) {
    provider.answers(aResponse().withFault(Fault.valueOf(fault)), says(GOOD));
    assertThat(ask()).isInstanceOf(Reply.Answered.class);
    assertThat(ledger.outcomes()).containsExactly("connection", "answered");
  }

  @Test
  void a_kept_connection_that_breaks_is_not_tried_again_behind_the_ledgers_back() {
    provider.answers(
        says(GOOD), aResponse().withFault(Fault.EMPTY_RESPONSE), says(GOOD), says(GOOD));
    try (Gateway gateway = new Gateway(provider.settings(), ledger, CLOCK, pacer)) {
      assertThat(gateway.ask(question("bees"))).isInstanceOf(Reply.Answered.class);
      assertThat(gateway.ask(question("wasps"))).isInstanceOf(Reply.Answered.class);
    }
    assertThat(ledger.outcomes()).containsExactly("answered", "connection", "answered");
    assertThat(provider.calls()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 421, 503})
  void whatever_a_server_asks_for_each_request_is_an_attempt_of_ours(int code) {
    provider.answers(status(code).withHeader("Retry-After", "0"));
    ask();
    assertThat(provider.calls()).isEqualTo(ledger.calls().size());
  }

  @Test
  void a_redirect_does_not_carry_the_key_away() {
    try (Provider other = new Provider().answers(says(GOOD))) {
      provider.answers(
          status(307).withHeader("Location", other.settings().baseUrl() + "/chat/completions"));
      Reply.Unavailable reply = (Reply.Unavailable) ask();
      assertThat(reply.reason()).contains("127.0.0.1:" + other.server.port()).contains("base-url");
      assertThat(other.calls()).isZero();
    }
  }

  @Test
  void a_distant_model_is_asked_through_the_proxy_and_a_near_one_without_it() {
    LanguageModel near = provider.settings();
    URI address = URI.create("http://models.example/v1");
    LanguageModel distant =
        new LanguageModel(near.provider(), address, near.name(), near.apiKey(), near.calls());
    try (Gateway gateway =
        new Gateway(
            distant,
            new Route(near.baseUrl(), null),
            ledger,
            LearnedTraits.forgetful(),
            CLOCK,
            pacer)) {
      assertThat(gateway.ask(question("bees"))).isInstanceOf(Reply.Answered.class);
    }
    assertThat(provider.server.getAllServeEvents().getFirst().getRequest().getHeader("Host"))
        .isEqualTo("models.example");
    try (Provider proxy = new Provider();
        Gateway gateway =
            new Gateway(
                near,
                new Route(proxy.settings().baseUrl(), null),
                ledger,
                LearnedTraits.forgetful(),
                CLOCK,
                pacer)) {
      assertThat(gateway.ask(question("wasps"))).isInstanceOf(Reply.Answered.class);
      assertThat(proxy.server.getAllServeEvents()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:11434/v1", "http://10.1.2.3:8000", "http://[::1]:8080/v1"})
  void a_model_of_ones_own_network_is_near(URI address) {
    assertThat(AddressGuard.isNear(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.example/v1", "https://8.8.8.8/v1"})
  void a_model_elsewhere_is_distant(URI address) {
    assertThat(AddressGuard.isNear(address)).isFalse();
  }

  @Test
  void a_silent_server_is_cut_at_the_deadline_and_asked_once_more() {
    provider.answers(says(GOOD).withFixedDelay(3_000));
    long start = System.nanoTime();
    Reply reply = ask("bees", hasty(provider.settings()));
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertThat(reply).isInstanceOf(Reply.Unavailable.class);
    assertThat(ledger.outcomes()).containsExactly("deadline", "deadline");
    assertThat(millis).isBetween(600L, 2_500L);
  }

  @Test
  void a_virtual_thread_that_is_interrupted_waits_for_no_answer() throws Exception {
    provider.answers(says(GOOD).withFixedDelay(20_000));
    AtomicReference<Reply> reply = new AtomicReference<>();
    Thread asker = Thread.ofVirtual().start(() -> reply.set(ask()));
    while (provider.calls() == 0) {
      Thread.onSpinWait();
    }
    asker.interrupt();
    assertThat(asker.join(Duration.ofSeconds(15))).isTrue();
    assertThat(reply.get()).isEqualTo(new Reply.Unavailable("The run was stopped."));
    assertThat(ledger.outcomes()).containsExactly("interrupted");
    assertThat(ledger.calls().getFirst().bill().estimated()).isTrue();
  }

  @Test
  void a_dribbled_body_is_cut_at_the_deadline_too() {
    provider.answers(says(GOOD).withChunkedDribbleDelay(50, 5_000));
    long start = System.nanoTime();
    Reply reply = ask("bees", hasty(provider.settings()));
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertThat(reply).isInstanceOf(Reply.Unavailable.class);
    assertThat(millis).isBetween(600L, 2_500L);
  }

  @Test
  void a_body_beyond_a_mebibyte_is_not_read_to_its_end() {
    provider.answers(raw("{\"pad\":\"" + "x".repeat(3 << 20) + "\"}"));
    assertThat(ask()).isInstanceOf(Reply.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void a_wrong_key_or_model_stops_every_further_call(int code) {
    provider.answers(status(code));
    try (Gateway gateway = new Gateway(provider.settings(), ledger, CLOCK, pacer)) {
      Reply first = gateway.ask(question("bees"));
      assertThat(gateway.ask(question("wasps"))).isEqualTo(first);
      assertThat(((Reply.Unavailable) first).reason()).endsWith(".").contains("check");
    }
    assertThat(provider.calls()).isEqualTo(1);
  }

  @Test
  void a_used_up_quota_stops_every_further_call_although_its_status_is_429() {
    provider.answers(
        aResponse().withStatus(429).withBody("{\"error\":{\"code\":\"insufficient_quota\"}}"));
    assertThat(ask()).isInstanceOf(Reply.Unavailable.class);
    assertThat(provider.calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 422})
  void a_rejected_request_is_not_sent_again(int code) {
    provider.answers(status(code));
    assertThat(ask()).isInstanceOf(Reply.Invalid.class);
    assertThat(provider.calls()).isEqualTo(1);
  }

  @Test
  void a_request_that_is_too_long_is_shortened_until_a_sixteenth_is_left() throws Exception {
    provider.answers(status(413), says(GOOD));
    assertThat(ask("line one\nline two\nline three\nline four", provider.settings()))
        .isInstanceOf(Reply.Answered.class);
    assertThat(provider.body(1)).contains("line two").doesNotContain("line three");
    provider.answers(
        aResponse().withStatus(400).withBody("{\"error\":{\"code\":\"context_length_exceeded\"}}"));
    assertThat(ask("wasps\nants", provider.settings())).isInstanceOf(Reply.Invalid.class);
    assertThat(ledger.outcomes())
        .startsWith("http 413", "answered", "http 400", "http 400")
        .hasSize(7);
  }

  @Test
  void a_malformed_answer_is_repaired_once_with_the_full_context() throws Exception {
    provider.answers(says("{\"n\":3,\"word\":\"ye```"), says(GOOD));
    assertThat(ask()).isInstanceOf(Reply.Answered.class);
    assertThat(ledger.outcomes()).containsExactly("malformed", "answered");
    var messages = new ObjectMapper().readTree(provider.body(1)).path("messages");
    assertThat(messages).hasSize(4);
    assertThat(messages.path(1).path("content").asText()).isEqualTo("About bees?");
    assertThat(messages.path(3).path("content").asText()).contains("exactly one JSON");
    assertThat(ask()).as("the repaired answer is kept").isInstanceOf(Reply.Answered.class);
    assertThat(provider.calls()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sorry, I cannot help with that.",
        "[]",
        "{}",
        "{\"n\":3}",
        "{\"n\":null,\"word\":\"yes\"}",
        "{\"n\":\"seven\",\"word\":\"yes\"}",
        "{\"n\":7.9,\"word\":\"yes\"}",
        "{\"n\":999,\"word\":\"yes\"}",
        "{\"n\":NaN,\"word\":\"yes\"}",
        "{\"n\":3,\"word\":\"maybe\"}",
        "{\"n\":3,\"n\":4,\"word\":\"yes\"}",
        "{\"n\":3,\"word\":\"yes\"}{\"n\":4,\"word\":\"no\"}",
        "```json\n{\"n\":3,\"word\":\"yes\"}\n```\n```json\n{\"n\":4,\"word\":\"no\"}\n```",
      })
  void anything_but_one_valid_object_is_invalid_after_one_repair(String content) {
    provider.answers(says(content));
    assertThat(ask()).isInstanceOf(Reply.Invalid.class);
    assertThat(provider.calls()).isEqualTo(2);
    assertThat(ledger.outcomes()).containsExactly("malformed", "malformed");
    assertThat(ledger.find(ledger.calls().getFirst().asked().key())).isEmpty();
  }

  @Test
  void deep_nesting_is_invalid_and_harmless() {
    provider.answers(says("[".repeat(50_000) + "]".repeat(50_000)));
    assertThat(ask()).isInstanceOf(Reply.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"busy\":true}", "", "{\"choices\":[]}", "{\"id\":", "[]"})
  void a_success_without_an_answer_is_invalid(String body) {
    provider.answers(raw(body));
    assertThat(ask()).isInstanceOf(Reply.Invalid.class);
  }

  @Test
  void a_cut_answer_is_truncated_even_where_its_json_closes() {
    provider.answers(says(GOOD, "length"));
    assertThat(ask()).isInstanceOf(Reply.Truncated.class);
    assertThat(ledger.outcomes()).containsExactly("truncated", "truncated");
    assertThat(ledger.find(ledger.calls().getFirst().asked().key())).isEmpty();
  }

  @Test
  void a_refusal_is_refused() {
    provider.answers(says(GOOD, "content_filter"));
    assertThat(ask()).isInstanceOf(Reply.Refused.class);
    provider.answers(
        raw(
            """
            {"choices":[{"index":0,"finish_reason":"stop",
             "message":{"role":"assistant","content":null,"refusal":"No."}}]}\
            """));
    assertThat(ask("wasps", provider.settings())).isInstanceOf(Reply.Refused.class);
  }

  @Test
  void missing_or_absurd_usage_is_estimated() {
    provider.answers(
        raw(
            """
            {"choices":[{"index":0,"finish_reason":"stop",
             "message":{"role":"assistant","content":"{\\"n\\":3,\\"word\\":\\"yes\\"}"}}],
             "usage":{"prompt_tokens":-5,"completion_tokens":2000000000}}\
            """));
    Reply.Answered answer = (Reply.Answered) ask();
    assertThat(answer.inputTokens()).isBetween(1L, 20L);
    assertThat(answer.outputTokens()).isBetween(1L, 20L);
  }

  @Test
  void equal_questions_in_flight_are_asked_once() throws Exception {
    provider.answers(says(GOOD).withFixedDelay(300));
    try (Gateway gateway = new Gateway(provider.settings(), ledger, CLOCK, pacer);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Reply> ask = () -> gateway.ask(question("bees"));
      for (Future<Reply> reply : threads.invokeAll(List.of(ask, ask, ask, ask, ask))) {
        assertThat(reply.get()).isInstanceOf(Reply.Answered.class);
      }
    }
    assertThat(provider.calls()).isEqualTo(1);
  }

  @Test
  void who_waits_for_an_equal_question_is_told_when_its_asker_dies_of_an_error() throws Exception {
    CountDownLatch joined = new CountDownLatch(1);
    MemoryLedger dying =
        new MemoryLedger(() -> {
          joined.await();
          throw new StackOverflowError("deep");
        });
    try (Gateway gateway = new Gateway(provider.settings(), dying, CLOCK, pacer)) {
      AtomicReference<Throwable> first = new AtomicReference<>();
      AtomicReference<Throwable> second = new AtomicReference<>();
      Thread leader = asking(gateway, first);
      waitsIn(leader);
      Thread joiner = asking(gateway, second);
      waitsIn(joiner);
      joined.countDown();

      assertThat(leader.join(Duration.ofSeconds(30))).isTrue();
      assertThat(joiner.join(Duration.ofSeconds(30))).isTrue();
      assertThat(first.get()).isInstanceOf(StackOverflowError.class);
      assertThat(second.get()).hasRootCauseMessage("deep");
    }
  }

  private static Thread asking(Gateway gateway, AtomicReference<Throwable> end) {
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            gateway.ask(question("bees"));
          } catch (Throwable e) {
            end.set(e);
          }
        });
  }

  private static void waitsIn(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void no_call_is_sent_that_might_pass_the_token_limit() {
    LanguageModel settings = provider.settings(450);
    try (Gateway gateway = new Gateway(settings, ledger, CLOCK, pacer)) {
      assertThat(gateway.ask(question("bees"))).isInstanceOf(Reply.Answered.class);
      // 120 tokens are used; an estimate of 304 fits once more, and then no more.
      assertThat(gateway.ask(question("wasps"))).isInstanceOf(Reply.Answered.class);
      Reply third = gateway.ask(question("ants"));
      assertThat(third).isInstanceOf(Reply.OverBudget.class);
      assertThat(((Reply.OverBudget) third).reason()).contains("450");
    }
    assertThat(provider.calls()).isEqualTo(2);
  }

  @Test
  void remembered_answers_count_towards_the_limit_so_that_a_second_run_stops_where_the_first_did() {
    LanguageModel settings = provider.settings(450);
    for (int run = 0; run < 2; run++) {
      try (Gateway gateway = new Gateway(settings, ledger, CLOCK, pacer)) {
        gateway.begin("2026-W47");
        assertThat(gateway.ask(question("bees"))).isInstanceOf(Reply.Answered.class);
        assertThat(gateway.ask(question("wasps"))).isInstanceOf(Reply.Answered.class);
        assertThat(gateway.ask(question("ants"))).isInstanceOf(Reply.OverBudget.class);
      }
    }
    assertThat(provider.calls()).isEqualTo(2);
  }

  @Test
  void after_eight_failures_in_a_row_the_rest_of_the_run_does_without() {
    provider.answers(status(500));
    try (Gateway gateway = new Gateway(provider.settings(), ledger, CLOCK, pacer)) {
      for (int i = 0; i < 20; i++) {
        assertThat(gateway.ask(question("subject " + i))).isInstanceOf(Reply.Unavailable.class);
      }
    }
    assertThat(provider.calls()).isEqualTo(Failures.MOST);
  }

  @Test
  void at_most_the_configured_number_of_calls_is_in_flight() throws Exception {
    provider.answers(says(GOOD).withFixedDelay(100));
    long start = System.nanoTime();
    try (Gateway gateway = new Gateway(provider.settings(), ledger, CLOCK, Pacer.SYSTEM);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reply>> asks =
          java.util.stream.IntStream.range(0, 12)
              .<Callable<Reply>>mapToObj(i -> () -> gateway.ask(question("s" + i)))
              .toList();
      for (Future<Reply> reply : threads.invokeAll(asks)) {
        assertThat(reply.get()).isInstanceOf(Reply.Answered.class);
      }
    }
    assertThat(provider.calls()).isEqualTo(12);
    // Twelve calls of 100 ms, four at a time, cannot take less.
    assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(300);
  }

  @Test
  void an_unreachable_provider_is_unavailable() {
    LanguageModel settings = provider.settings();
    provider.close();
    assertThat(ask("bees", settings)).isInstanceOf(Reply.Unavailable.class);
    provider = new Provider();
  }

  @Test
  void the_second_protocol_gets_the_schema_in_its_prompt() throws Exception {
    provider.server.stubFor(
        com.github.tomakehurst.wiremock.client.WireMock.post("/v1/messages")
            .willReturn(
                raw(
                    """
                    {"id":"m","type":"message","role":"assistant","model":"test-model",
                     "content":[{"type":"text","text":"{\\"n\\":3,\\"word\\":\\"yes\\"}"}],
                     "stop_reason":"end_turn","usage":{"input_tokens":50,"output_tokens":9}}\
                    """)));
    LanguageModel s = provider.settings();
    LanguageModel settings =
        new LanguageModel(
            LanguageModel.Provider.ANTHROPIC, s.baseUrl(), s.name(), s.apiKey(), s.calls());
    Reply reply = ask("bees", settings);
    assertThat(reply).isInstanceOf(Reply.Answered.class);
    assertThat(((Reply.Answered) reply).inputTokens()).isEqualTo(50);
    var request = provider.server.getAllServeEvents().getFirst().getRequest();
    assertThat(request.getHeader("x-api-key")).isEqualTo("test-key");
    assertThat(request.getBodyAsString()).contains("additionalProperties").contains("About bees?");
  }
}
