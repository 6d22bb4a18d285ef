package dev.mldigest.model;

import dev.mldigest.domain.Secret;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.model.fault.Fault;
import dev.mldigest.model.fault.Quotation;
import dev.mldigest.model.fault.Told;
import dev.mldigest.web.Redaction;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a fault is called to a person: what to do about it, then the provider's own sentence. */
final class FaultWords {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A service that names a shorter time for the quota of a day speaks of another limit. */
  private static final Duration SHORTEST_QUOTA = Duration.ofMinutes(2);

  private final LanguageModel settings;
  private final String address;

  /**
   * @param address of the service
   */
  FaultWords(LanguageModel settings, URI address) {
    this.settings = settings;
    this.address = Redaction.of(address);
  }

  /**
   * @param status of the answer
   * @param location where a redirection leads, or null
   */
  String of(Told told, int status, @Nullable String location, Instant now) {
    String sentence = sentence(told, status, location, now);
    String said = quoted(told);
    return said.isEmpty() ? sentence : sentence + " It says: \u201c" + said + "\u201d.";
  }

  /** The provider's own sentence, as it may be shown. */
  private String quoted(Told told) {
    Secret key = settings.apiKey();
    return Quotation.of(told.sentence(), key == null ? "" : key.value());
  }

  private String sentence(Told told, int status, @Nullable String location, Instant now) {
    String answered = "The model provider answered with HTTP status " + status;
    return switch (told.fault()) {
      case NO_CREDIT ->
          "The provider says that the account's credit or quota is used up (HTTP status "
              + status
              + ").";
      case QUOTA ->
          "The provider's quota of the day, or of a longer time, is used up; it opens again "
              + opens(told.again(), now)
              + ".";
      case NO_ACCESS ->
          "The provider refuses the key (HTTP status " + status + "); check the API key.";
      case NO_MODEL ->
          "The provider knows no model '"
              + settings.name()
              + "' at this address; check 'model.name'.";
      case WRONG_ADDRESS -> location == null ? nobody(status) : leadsOn(location);
      case FLAGGED -> "The provider's filter declined the article.";
      case TOO_LONG -> answered + ": the text is longer than the model reads.";
      case GARBLED -> answered + ": what its model wrote was of no use to it.";
      case BUSY -> answered + ": it is overloaded, or still loading the model.";
      case RATE_LIMITED -> answered + ": it wants fewer calls.";
      case BROKEN ->
          status / 100 == 2
              ? "The provider's response is not one of its kind; check 'base-url'."
              : answered + ".";
      case REJECTED -> answered + ".";
    };
  }

  private static String opens(@Nullable Duration again, Instant now) {
    return again == null || again.compareTo(SHORTEST_QUOTA) < 0
        ? "at the turn of the provider's day or month"
        : "on " + MINUTE.format(now.plus(again).plusSeconds(59));
  }

  private String nobody(int status) {
    return "No model's service answers at "
        + address
        + " (HTTP status "
        + status
        + "): check 'base-url', which often ends in /v1, and the model's name '"
        + settings.name()
        + "'.";
  }

  /** A key goes nowhere that the editor did not name. */
  private String leadsOn(String location) {
    return "The address "
        + address
        + " leads on to "
        + Redaction.in(Quotation.of(location, ""))
        + ", and a key is not sent there unasked: enter the new address as 'base-url'.";
  }

  /** Words for a fault without an answer to quote. */
  String of(Fault fault, int status, Instant now) {
    return of(new Told(fault, "", null), status, null, now);
  }
}
