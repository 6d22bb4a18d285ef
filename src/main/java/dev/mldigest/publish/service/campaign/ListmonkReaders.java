package dev.mldigest.publish.service.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.readers.Readership.Counts;
import dev.mldigest.domain.readers.Readership.Measure;
import dev.mldigest.domain.readers.Totals;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.publish.service.call.Account;
import dev.mldigest.publish.service.call.Fields;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.publish.service.call.Reply;
import dev.mldigest.publish.service.count.Clicks;
import dev.mldigest.publish.service.count.ReaderCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What listmonk counts: openings and clicks, and of links the fifty most followed; whether those
 * are readers or clicks depends on a setting of its own that it does not tell.
 */
public final class ListmonkReaders implements ReaderCounts {
  private static final String TITLE = "listmonk";

  /** Its own limit of the links that it tells (queries/campaigns.sql). */
  private static final int MOST = 50;

  private final Account account;
  private final InstantSource clock;

  public ListmonkReaders(JsonHttp http, PublishTarget settings, Secret key, InstantSource clock) {
    this.account = Listmonk.account(http, settings, key);
    this.clock = clock;
  }

  /** It answers 400 where others answer 404. */
  @Override
  public Reply<Counts> of(String id, UnaryOperator<String> names) {
    return account
        .get("/api/campaigns/" + Fields.encoded(id), Set.of(400))
        .then(answer -> {
          JsonNode said = answer.root().path("data");
          if (answer.status() == 400 && !Fields.text(answer.root(), "message").isEmpty()) {
            return new Reply.Trouble<Counts>(
                Reply.Why.GONE, "listmonk knows no campaign " + id + ".");
          }
          return said.path("sent").isNumber() ? links(id, said, names) : Fields.unreadable(TITLE);
        });
  }

  private Reply<Counts> links(String id, JsonNode said, UnaryOperator<String> names) {
    Totals totals =
        Totals.of(
            Clicks.number(said, "sent"),
            Clicks.number(said, "views"),
            Clicks.number(said, "clicks"),
            null,
            null);
    // It compares with its own clock.
    Instant to = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    String query =
        "/api/campaigns/analytics/links?id=%s&from=%s&to=%s"
            .formatted(
                Fields.encoded(id),
                Fields.encoded(begin(said, to).toString()),
                Fields.encoded(to.toString()));
    Reply<Counts> counts =
        account
            .get(query)
            .then(answer -> {
              JsonNode links = answer.root().path("data");
              if (!links.isArray()) {
                return Fields.unreadable(TITLE);
              }
              Clicks clicks = new Clicks(names);
              links.forEach(link -> clicks.add(Fields.text(link, "url"), link, "count"));
              return clicks
                  .counted(TITLE, totals, Measure.CLICKS, Measure.UNSAID, links.size() < MOST)
                  .then(told -> Reply.got(noted(told, links.size())));
            });
    return Clicks.orTotals(counts, TITLE, totals, Measure.CLICKS);
  }

  private static Instant begin(JsonNode campaign, Instant now) {
    try {
      return Instant.parse(Fields.text(campaign, "created_at")).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeParseException e) {
      return now.minus(Duration.ofDays(3650)); // longer than there is listmonk
    }
  }

  private static Counts noted(Counts counts, int links) {
    Long recipients = counts.totals().recipients();
    if (links >= MOST) {
      return counts.noting(
          "listmonk tells the 50 links that were followed most, and no others: what is missing is"
              + " not zero. Its export of clicks has all.");
    }
    return links == 0 && recipients != null && recipients > 0
        ? counts.noting(
            "listmonk counts clicks only of links that end in @TrackLink, and none of this issue's"
                + " did.")
        : counts;
  }
}
