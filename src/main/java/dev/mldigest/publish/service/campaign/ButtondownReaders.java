package dev.mldigest.publish.service.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.Secret;
import dev.mldigest.domain.readers.Readership.Counts;
import dev.mldigest.domain.readers.Readership.Measure;
import dev.mldigest.domain.readers.Totals;
import dev.mldigest.publish.service.call.Account;
import dev.mldigest.publish.service.call.Fields;
import dev.mldigest.publish.service.call.JsonHttp;
import dev.mldigest.publish.service.call.Reply;
import dev.mldigest.publish.service.count.Clicks;
import dev.mldigest.publish.service.count.Pages;
import dev.mldigest.publish.service.count.ReaderCounts;
import java.util.function.UnaryOperator;

/**
 * What Buttondown counts. It has no clicks by link, only events, each with its person: they are
 * counted page by page and dropped.
 */
public final class ButtondownReaders implements ReaderCounts {
  private static final String TITLE = "Buttondown";

  /** Events of a page: the most there is. */
  private static final int PAGE = 5_000;

  private final Account account;

  public ButtondownReaders(JsonHttp http, Secret key) {
    this.account = Buttondown.account(http, key);
  }

  @Override
  public Reply<Counts> of(String id, UnaryOperator<String> names) {
    return account
        .get("/v1/emails/" + Fields.encoded(id) + "/analytics")
        .then(answer -> {
          JsonNode said = answer.root();
          if (!said.path("recipients").isNumber()) {
            return Fields.unreadable(TITLE);
          }
          Totals totals = totals(said);
          return Clicks.orTotals(clicks(id, totals, names), TITLE, totals, Measure.READERS);
        });
  }

  private static Totals totals(JsonNode said) {
    return Totals.of(
        Clicks.number(said, "recipients"),
        Clicks.number(said, "opens"),
        Clicks.number(said, "clicks"),
        Clicks.number(said, "unsubscriptions"),
        Clicks.number(said, "replies"));
  }

  private Reply<Counts> clicks(String id, Totals totals, UnaryOperator<String> names) {
    Clicks clicks = new Clicks(names);
    return Pages.each(page -> page(id, page, clicks))
        .then(whole -> clicks.counted(TITLE, totals, Measure.READERS, clicks.measure(), whole))
        .then(counts -> {
          Long all = totals.clicks();
          boolean isOff = counts.links().isEmpty() && all != null && all > 0;
          return Reply.got(
              isOff
                  ? counts.noting("Buttondown tells no links: tracking of clicks is off there.")
                  : counts);
        });
  }

  private Reply<String> page(String id, String from, Clicks clicks) {
    int page = from.isEmpty() ? 1 : Integer.parseInt(from);
    String query =
        "/v1/events?email_id=%s&event_type=clicked&page_size=%d&page=%d"
            .formatted(Fields.encoded(id), PAGE, page);
    return account
        .get(query)
        .then(answer -> {
          JsonNode events = answer.root().path("results");
          if (!events.isArray()) {
            return Fields.unreadable(TITLE);
          }
          for (JsonNode event : events) {
            String link = Fields.text(event.path("metadata"), "url");
            if (!link.isEmpty()) {
              clicks.addPerson(link, Fields.text(event, "subscriber_id"));
            }
          }
          boolean isLast = events.isEmpty() || Fields.text(answer.root(), "next").isEmpty();
          return Reply.got(isLast ? "" : "" + (page + 1));
        });
  }
}
