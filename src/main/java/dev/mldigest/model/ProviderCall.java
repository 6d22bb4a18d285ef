package dev.mldigest.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.mldigest.domain.provider.LearnedTraits;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.model.fault.Told;
import dev.mldigest.model.pace.RateLimits;
import dev.mldigest.model.wire.Envelope;
import dev.mldigest.model.wire.Finish;
import dev.mldigest.model.wire.LearnedProfile;
import dev.mldigest.model.wire.Profile;
import dev.mldigest.model.wire.RefusedRequest;
import dev.mldigest.model.wire.Room;
import dev.mldigest.model.wire.Service;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * Sends one request to the provider, once, and classifies whatever comes back; nothing is thrown.
 * Retries, limits and the ledger are the gateway's.
 */
final class ProviderCall {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LanguageModel settings;
  private final Service service;
  private final LearnedProfile learned;
  private final OkHttpClient http;
  private final InstantSource clock;
  private final FaultWords words;
  private final ProviderRequest request;

  ProviderCall(
      LanguageModel settings, OkHttpClient http, LearnedTraits traits, InstantSource clock) {
    this.settings = settings;
    this.service = Service.of(settings);
    Profile start = Room.before(service.start(), settings.calls().thinking());
    String address = String.valueOf(service.base());
    this.learned = new LearnedProfile(address, settings.name(), start, traits, clock);
    this.http = http;
    this.clock = clock;
    this.words = new FaultWords(settings, URI.create(service.address(Profile.PLAIN, "")));
    this.request = new ProviderRequest(settings, service.protocol());
  }

  /** How the service wants to be asked, as far as is known by now. */
  Profile profile() {
    return learned.current();
  }

  /**
   * An answer came.
   *
   * @param asAsked whether it has the form that the service was to hold the model to
   */
  void learn(Asked asked, boolean asAsked) {
    Profile sent = asked.profile();
    String task = asked.prompt().id();
    if (!asAsked && sent.enforces(task)) {
      learned.suppose(sent, sent.notEnforcing(task));
    }
    learned.confirm(sent);
  }

  /**
   * @param deadline of the whole call
   */
  Attempt send(Asked asked, Duration deadline) {
    Estimate estimate = asked.estimate();
    ProviderExchange exchange = new ProviderExchange(http, service, asked.profile(), deadline);
    Attempt attempt;
    try {
      attempt = finished(request.chat(exchange, asked), exchange);
    } catch (RuntimeException e) {
      attempt = failed(e, exchange);
    }
    boolean success = exchange.broken() == null && exchange.status() / 100 == 2;
    Optional<Told> told =
        success ? Told.inSuccess(exchange.body(), clock.instant()) : Optional.empty();
    if (told.isPresent()) {
      attempt = faulted(told.get(), exchange);
    }
    attempt = reshaped(attempt, asked, exchange);
    return bill(attempt, exchange, estimate)
        .within(RateLimits.of(exchange.headers(), clock.instant()));
  }

  /**
   * What the provider says it billed, if it says so; else an estimate. Nothing where no answer
   * began or a fault stands in its place, except for a call that was cut after it was sent: the
   * model may have been at work.
   */
  private static Attempt bill(Attempt attempt, ProviderExchange exchange, Estimate estimate) {
    Optional<Usage> told = ToldUsage.in(exchange.body());
    boolean cut =
        attempt.kind() == Attempt.Kind.DEADLINE || attempt.kind() == Attempt.Kind.INTERRUPTED;
    if (told.isPresent()) {
      return attempt.billed(told.get(), false);
    }
    if (exchange.status() / 100 != 2 || attempt.isFault()) {
      return cut && exchange.status() == 0 && exchange.isSent()
          ? attempt.billed(new Usage(estimate.input(), estimate.output()), true)
          : attempt;
    }
    String text = attempt.text();
    int seen = text == null ? exchange.body().length() : text.length();
    long written =
        seen == 0
            ? estimate.output()
            : Math.min(estimate.output(), seen / Estimate.CHARS_PER_TOKEN);
    return attempt.billed(new Usage(estimate.input(), written), true);
  }

  /** What the service was found to want otherwise, where its answer says so. */
  private Attempt reshaped(Attempt attempt, Asked asked, ProviderExchange exchange) {
    Profile sent = asked.profile();
    Optional<Profile> better =
        switch (attempt.kind()) {
          case TRUNCATED -> {
            boolean reasoned = exchange.envelope() != null && exchange.envelope().reasoned();
            learned.suppose(sent, Room.after(asked.answer(), sent, reasoned));
            yield Optional.empty();
          }
          // A page where an answer should be: of a site in front of the service, or of a login.
          case TOO_LONG, REJECTED, SERVER_ERROR, NO_MODEL, WRONG_ADDRESS ->
              attempt.status() / 100 == 2 && exchange.body().stripLeading().startsWith("<")
                  ? service.elsewhere(sent)
                  : refused(attempt, sent, exchange);
          default -> Optional.empty();
        };
    better.ifPresent(profile -> learned.suppose(sent, profile));
    return better.isPresent() ? attempt.as(Attempt.Kind.RESHAPED, attempt.detail()) : attempt;
  }

  private Optional<Profile> refused(Attempt attempt, Profile sent, ProviderExchange exchange) {
    JsonNode request = sent(exchange);
    String body = exchange.body();
    boolean ours =
        attempt.kind() != Attempt.Kind.TOO_LONG || RefusedRequest.isOfLimit(body, request);
    Optional<Profile> better =
        ours
            ? RefusedRequest.read(refusal(attempt.status()), body, request, sent)
            : Optional.empty();
    boolean nowhere = attempt.status() == 404 || attempt.status() == 405;
    return better.isEmpty() && nowhere && !body.contains(settings.name())
        ? service.elsewhere(sent)
        : better;
  }

  /** Gateways tell the refusal of the service behind them with a status of success. */
  private static int refusal(int status) {
    return status / 100 == 2 ? 400 : status;
  }

  private static JsonNode sent(ProviderExchange exchange) {
    try {
      return MAPPER.readTree(exchange.sent());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was sent is JSON.", e);
    }
  }

  /** Whether an answer is whole shows in the answer: only what is told of its end counts. */
  private static Attempt finished(ChatResponse response, ProviderExchange exchange) {
    Envelope envelope = exchange.envelope();
    String text = envelope == null ? response.aiMessage().text() : envelope.text();
    Attempt attempt =
        new Attempt(Attempt.Kind.FINISHED, 200, text, Usage.NONE, false, Map.of(), null, "");
    Finish finish = envelope == null ? Finish.STOP : envelope.finish();
    return switch (finish) {
      case LENGTH -> attempt.as(Attempt.Kind.TRUNCATED, "The model ran into its output limit.");
      case FILTER ->
          attempt.as(Attempt.Kind.REFUSED, "The provider's filter declined the article.");
      // Some say "stop" where the limit ended it before the first word.
      case STOP ->
          text == null || !text.isBlank() || envelope == null || !envelope.isSilent()
              ? attempt
              : attempt.as(Attempt.Kind.TRUNCATED, "The model thought and came to no answer.");
    };
  }

  private Attempt failed(RuntimeException thrown, ProviderExchange exchange) {
    if (exchange.broken() != null) {
      return switch (exchange.broken()) {
        case DEADLINE ->
            Attempt.without(
                Attempt.Kind.DEADLINE,
                0,
                "The model did not answer within " + exchange.deadline().toMillis() + " ms.");
        case CONNECTION ->
            Attempt.without(
                Attempt.Kind.CONNECTION, 0, "The connection to the model provider failed.");
        case INTERRUPTED -> Attempt.without(Attempt.Kind.INTERRUPTED, 0, "The run was stopped.");
      };
    }
    if (exchange.status() != 0 && exchange.status() / 100 != 2) {
      return unsuccessful(exchange);
    }
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof ContentFilteredException) {
        return Attempt.without(Attempt.Kind.REFUSED, 200, "The model declined to answer.");
      }
    }
    return Attempt.without(
        Attempt.Kind.MALFORMED, 200, "The provider's response is not one of its kind.");
  }

  private Attempt unsuccessful(ProviderExchange exchange) {
    Told told = Told.of(exchange.status(), exchange.body(), clock.instant());
    return faulted(told, exchange)
        .after(RateLimits.retryAfter(exchange.headers(), clock.instant()).orElse(told.again()));
  }

  private Attempt faulted(Told told, ProviderExchange exchange) {
    String location = exchange.status() / 100 == 3 ? exchange.headers().get("location") : null;
    String detail = words.of(told, exchange.status(), location, clock.instant());
    return Attempt.without(Attempt.Kind.of(told.fault()), exchange.status(), detail)
        .after(told.again());
  }
}
