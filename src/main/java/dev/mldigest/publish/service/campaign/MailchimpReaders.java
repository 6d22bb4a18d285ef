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

/** What Mailchimp counts: a report, and links of which it tells ten unless more are asked for. */
public final class MailchimpReaders implements ReaderCounts {
  private static final String TITLE = "Mailchimp";

  /** Of a page: the most there is. */
  private static final int PAGE = 1_000;

  private final Account account;

  public MailchimpReaders(JsonHttp http, Secret key) {
    this.account = Mailchimp.account(http, key);
  }

  @Override
  public Reply<Counts> of(String id, UnaryOperator<String> names) {
    return account
        .get("/3.0/reports/" + Fields.encoded(id))
        .then(answer -> {
          JsonNode said = answer.root();
          return said.path("clicks").isObject()
              ? counts(id, said, names)
              : Fields.<Counts>unreadable(TITLE);
        });
  }

  private Reply<Counts> counts(String id, JsonNode said, UnaryOperator<String> names) {
    Totals totals =
        Totals.of(
            Clicks.number(said, "emails_sent"),
            Clicks.number(said.path("opens"), "unique_opens"),
            Clicks.number(said.path("clicks"), "unique_subscriber_clicks"),
            Clicks.number(said, "unsubscribed"),
            null);
    Clicks clicks = new Clicks(names);
    Reply<Counts> counts =
        Pages.each(from -> page(id, from, clicks))
            .then(whole -> clicks.counted(TITLE, totals, Measure.READERS, Measure.READERS, whole));
    return Clicks.orTotals(counts, TITLE, totals, Measure.READERS);
  }

  private Reply<String> page(String id, String from, Clicks clicks) {
    int offset = from.isEmpty() ? 0 : Integer.parseInt(from);
    String query = "/click-details?count=" + PAGE + "&offset=" + offset;
    return account
        .get("/3.0/reports/" + Fields.encoded(id) + query)
        .then(answer -> {
          JsonNode links = answer.root().path("urls_clicked");
          if (!links.isArray()) {
            return Fields.unreadable(TITLE);
          }
          links.forEach(link -> clicks.add(Fields.text(link, "url"), link, "unique_clicks"));
          int next = offset + links.size();
          boolean isLast = links.isEmpty() || next >= answer.root().path("total_items").asInt();
          return Reply.got(isLast ? "" : "" + next);
        });
  }
}
