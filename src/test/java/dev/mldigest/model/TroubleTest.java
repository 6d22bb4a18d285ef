package dev.mldigest.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.mldigest.summarise.Provider.raw;
import static dev.mldigest.summarise.Provider.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.spending.ModelCall;
import dev.mldigest.summarise.LoopbackProvider;
import dev.mldigest.summarise.MemoryLedger;
import dev.mldigest.summarise.Provider;
import dev.mldigest.summarise.Questions;
import dev.mldigest.summarise.VirtualPacer;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the trouble of a service means for the question, for the others, and for the bill. */
class TroubleTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T07:00:00Z"));

  private final MemoryLedger ledger = new MemoryLedger();
  private final VirtualPacer pacer = new VirtualPacer();
  private final Provider provider = new Provider();

  @AfterEach
  void stop() {
    provider.close();
  }

  private Gateway gateway() {
    return new Gateway(provider.settings(), ledger, CLOCK, pacer);
  }

  private static String json(String quotes) {
    return quotes.replace('\'', '"');
  }

  private static ResponseDefinitionBuilder error(int status, String body) {
    return aResponse().withStatus(status).withBody(json(body));
  }

  private static ResponseDefinitionBuilder[] times(int n, ResponseDefinitionBuilder failing) {
    return Stream.concat(
            Collections.nCopies(n, failing).stream(), Stream.of(says(LoopbackProvider.GOOD)))
        .toArray(ResponseDefinitionBuilder[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "529 | {'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}",
        "503 | {'error':{'code':503,'message':'Loading model','type':'unavailable_error'}}",
        "500 | {'error':{'message':'llm server loading model','type':'api_error'}}",
        "429 | {'object':'error','message':'Service tier capacity exceeded for this model.'}",
        "200 | {'error':{'message':'no healthy upstream','code':502}}"
      })
  void an_overload_is_waited_out_by_the_time_it_lasts(int status, String body) {
    provider.answers(times(8, error(status, body)));
    try (Gateway gateway = gateway()) {
      assertThat(gateway.ask(Questions.about("bees"))).isInstanceOf(Reply.Answered.class);
    }
    assertThat(Duration.ofNanos(pacer.nanos()))
        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(60));
    assertThat(ledger.calls().getFirst().bill().inputTokens()).isZero();
  }

  @Test
  void an_overload_without_end_is_given_up_after_a_minute_and_a_half_for_all() {
    provider.answers(error(529, "{'error':{'type':'overloaded_error'}}"));
    try (Gateway gateway = gateway()) {
      for (int i = 0; i < 5; i++) {
        assertThat(gateway.ask(Questions.about("subject " + i)))
            .isInstanceOf(Reply.Unavailable.class);
      }
    }
    assertThat(Duration.ofNanos(pacer.nanos()))
        .isBetween(Duration.ofSeconds(75), Duration.ofSeconds(90));
    assertThat(provider.calls()).isLessThan(20);
  }

  @Test
  void many_threads_that_are_turned_away_together_use_up_no_more_patience_than_one()
      throws Exception {
    provider.answers(times(30, error(503, "{'error':{'message':'server busy'}}")));
    try (Gateway gateway = gateway()) {
      // Nothing was learned yet, so one goes alone; its patience is that of all.
      List<Reply> replies = Questions.askAll(gateway, 12);
      assertThat(replies).hasOnlyElementsOfType(Reply.Unavailable.class);
    }
    assertThat(provider.calls()).isLessThan(30);
  }

  @Test
  void the_small_model_is_tried_where_the_large_one_stays_overloaded() {
    answers("test-model", error(529, "{'error':{'type':'overloaded_error'}}"));
    answers("small-model", says(LoopbackProvider.GOOD));
    LanguageModel both =
        Questions.with(
            provider.settings(),
            null,
            LanguageModel.Bounds.NONE,
            new LanguageModel.Small("small-model", null));
    try (Gateway gateway = new Gateway(both, ledger, CLOCK, pacer)) {
      Reply.Answered reply = (Reply.Answered) gateway.ask(Questions.about("bees"));
      assertThat(reply.model()).isEqualTo("small-model");
    }
    assertThat(Duration.ofNanos(pacer.nanos())).isLessThan(Duration.ofSeconds(31));
  }

  private void answers(String model, ResponseDefinitionBuilder response) {
    provider.server.stubFor(
        WireMock.post(Provider.PATH)
            .withRequestBody(WireMock.matchingJsonPath("$.model", WireMock.equalTo(model)))
            .willReturn(response));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "402 | {'error':{'message':'Insufficient Balance'}} | credit | Insufficient Balance",
        "200 | {'error':{'message':'This requires more credits.','code':402}} | credit | more"
            + " credits",
        "400 | {'error':{'message':'Your credit balance is too low.'}} | credit | too low",
        "429 | {'error':{'message':'Limit on requests per day. Try again in 7m12s.'}}"
            + " | 20 November 2026, 07:08 UTC | per day",
        "429 | [{'error':{'details':[{'quotaId':'RequestsPerDay'},{'retryDelay':'38s'}]}}]"
            + " | quota of the day | turn of",
        "400 | [{'error':{'message':'API key not"
            + " valid.','details':[{'reason':'API_KEY_INVALID'}]}}] | refuses the key | not valid",
        "404 | {'error':{'message':'The model `test-model` does not exist.'}}"
            + " | knows no model 'test-model' | does not exist",
        "404 | 404 page not found | base-url | page not found",
      })
  void what_no_later_call_can_get_either_is_asked_once_and_says_why(
      int status, String body, String what, String said) {
    provider.answers(error(status, body));
    provider.server.stubFor(
        WireMock.post(WireMock.urlEqualTo("/chat/completions")).willReturn(error(status, body)));
    try (Gateway gateway = gateway()) {
      Reply first = gateway.ask(Questions.about("bees"));
      assertThat(gateway.ask(Questions.about("wasps"))).isEqualTo(first);
      assertThat(((Reply.Unavailable) first).reason()).contains(what, said).endsWith(".");
    }
    assertThat(provider.calls()).isEqualTo(1);
    ModelCall.Bill bill = ledger.calls().getFirst().bill();
    assertThat(bill.inputTokens() + bill.outputTokens()).isZero();
    assertThat(bill.estimated()).isFalse();
    assertThat(ledger.calls().getFirst().came().detail()).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | {'error':{'message':'Your input was flagged for violence.','code':403}}",
        "400 |"
            + " {'error':{'code':'content_filter','innererror':{'code':'ResponsibleAIPolicyViolation'}}}",
        "200 | {'choices':[],'prompt_feedback':{'block_reason':'SAFETY'}}"
      })
  void a_filter_that_declines_one_article_declines_this_one_only(int status, String body) {
    provider.answers(error(status, body), says(LoopbackProvider.GOOD));
    try (Gateway gateway = gateway()) {
      assertThat(gateway.ask(Questions.about("bees"))).isInstanceOf(Reply.Refused.class);
      assertThat(gateway.ask(Questions.about("wasps"))).isInstanceOf(Reply.Answered.class);
    }
  }

  @Test
  void what_the_provider_could_not_read_of_its_model_is_asked_for_again() {
    String body = "{'error':{'code':'json_validate_failed','failed_generation':'{'}}";
    provider.answers(times(3, error(400, body)));
    try (Gateway gateway = gateway()) {
      assertThat(gateway.ask(Questions.about("bees"))).isInstanceOf(Reply.Answered.class);
    }
    assertThat(provider.calls()).isEqualTo(4);
  }

  @Test
  void a_fault_settles_nothing_and_the_next_run_asks_again() {
    provider.answers(
        says("I cannot answer in JSON today."),
        says("Nor now."),
        says(LoopbackProvider.GOOD, "length"),
        says(LoopbackProvider.GOOD, "content_filter"),
        says(LoopbackProvider.GOOD));
    Class<?>[] expected = {Reply.Invalid.class, Reply.Refused.class, Reply.Answered.class};
    for (Class<?> reply : expected) {
      try (Gateway gateway = gateway()) {
        assertThat(gateway.ask(Questions.about("bees"))).isInstanceOf(reply);
      }
    }
    assertThat(provider.calls()).isEqualTo(5);
    try (Gateway gateway = gateway()) {
      assertThat(gateway.ask(Questions.about("bees"))).isInstanceOf(Reply.Answered.class);
    }
    assertThat(provider.calls()).as("an answer settles").isEqualTo(5);
  }

  @Test
  void a_call_stands_in_the_ledger_before_it_is_sent() throws Exception {
    try (LoopbackProvider watching =
            new LoopbackProvider((call, body, to) -> {
              ModelCall seen = ledger.calls().getLast();
              assertThat(seen.came().outcome()).isEqualTo(ModelCall.SENT);
              assertThat(seen.bill().estimated()).isTrue();
              assertThat(seen.bill().outputTokens()).isPositive();
              to.send(
                  200,
                  java.util.Map.of(),
                  LoopbackProvider.envelope(
                      LoopbackProvider.GOOD, "stop", LoopbackProvider.usage(50, 9)));
            });
        Gateway gateway =
            new Gateway(
                Questions.settings(watching.url(), Duration.ofSeconds(5), 4),
                ledger,
                CLOCK,
                pacer)) {
      assertThat(gateway.ask(Questions.about("bees"))).isInstanceOf(Reply.Answered.class);
    }
    assertThat(ledger.outcomes()).containsExactly("answered");
    assertThat(ledger.calls().getFirst().bill().inputTokens()).isEqualTo(50);
  }

  @Test
  void a_call_that_was_never_taken_is_not_booked() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    URI url = URI.create("http://127.0.0.1:" + port + "/v1");
    try (Gateway gateway =
        new Gateway(Questions.settings(url, Duration.ofSeconds(2), 4), ledger, CLOCK, pacer)) {
      assertThat(gateway.ask(Questions.about("bees"))).isInstanceOf(Reply.Unavailable.class);
    }
    assertThat(ledger.spent("").tokens()).isZero();
  }

  @Test
  void a_bare_page_in_a_good_status_is_no_answer_and_costs_nothing() {
    provider.server.stubFor(WireMock.post(WireMock.anyUrl()).willReturn(raw("<html>busy</html>")));
    try (Gateway gateway = gateway()) {
      Reply.Unavailable reply = (Reply.Unavailable) gateway.ask(Questions.about("bees"));
      assertThat(reply.reason()).contains("not one of its kind");
    }
    assertThat(ledger.spent("").tokens()).isZero();
  }

  @Test
  void neither_the_key_nor_an_order_to_the_terminal_gets_into_a_reason() {
    provider.answers(error(401, "{'error':{'message':'Incorrect API key: test-key \\u001b[31m'}}"));
    try (Gateway gateway = gateway()) {
      Reply.Unavailable reply = (Reply.Unavailable) gateway.ask(Questions.about("bees"));
      assertThat(reply.reason())
          .contains("Incorrect API key: ***")
          .doesNotContain("test-key", "\u001b");
    }
  }

  @Test
  void a_question_that_the_server_cut_to_its_context_is_noticed_by_its_count() {
    provider.answers(
        raw(
            LoopbackProvider.envelope(
                LoopbackProvider.GOOD, "stop", LoopbackProvider.usage(512, 9))));
    try (Gateway gateway = gateway()) {
      assertThat(gateway.ask(Questions.about("bee ".repeat(1_500)))) // some 1,500 tokens
          .isInstanceOf(Reply.Answered.class);
      assertThat(gateway.ask(Questions.about("bee ".repeat(900))))
          .isInstanceOf(Reply.Answered.class);
    }
    assertThat(ledger.calls().getFirst().came().remark()).contains("512", "num_ctx");
    assertThat(ledger.calls().getLast().came().remark()).isEmpty();
  }

  @Test
  void what_is_asked_again_is_asked_once_a_run() {
    provider.answers(says(LoopbackProvider.GOOD));
    try (Gateway gateway = gateway()) {
      gateway.ask(Questions.about("bees"));
    }
    try (Gateway again = new Gateway(provider.settings(), new AskedAgain(ledger), CLOCK, pacer)) {
      assertThat(again.ask(Questions.about("bees"))).isInstanceOf(Reply.Answered.class);
      assertThat(again.ask(Questions.about("bees"))).isInstanceOf(Reply.Answered.class);
    }
    assertThat(provider.calls()).isEqualTo(2);
  }
}
