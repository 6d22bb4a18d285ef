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
import java.util.List;

/** What Kit counts, version 4: readers by link, on pages that follow by cursors. */
public final class KitReaders implements ReaderCounts {
  private static final String TITLE = "Kit";

  private final Account account;

  public KitReaders(JsonHttp http, Secret key) {
    this.account = Kit.account(http, key);
  }

  private static String at(String id, String what) {
    return "/v4/broadcasts/" + Fields.encoded(id) + "/" + what;
  }

  @Override
  public Reply<Counts> of(String id) {
    return account
        .get(at(id, "stats"))
        .then(answer -> {
          JsonNode said = answer.root().path("broadcast").path("stats");
          return said.path("recipients").isNumber()
              ? clicks(id, said)
              : Fields.<Counts>unreadable(TITLE);
        });
  }

  private Reply<Counts> clicks(String id, JsonNode said) {
    Totals totals =
        Totals.of(
            Clicks.number(said, "recipients"),
            Clicks.number(said, "emails_opened"),
            Clicks.number(said, "total_clicks"),
            Clicks.number(said, "unsubscribes"),
            null);
    boolean isOff = said.path("click_tracking_disabled").asBoolean();
    Clicks clicks = new Clicks();
    return Pages.each(after -> page(id, after, clicks))
        .then(whole ->
            Reply.got(
                new Counts(
                    totals,
                    Measure.READERS,
                    clicks.links(),
                    whole,
                    isOff ? List.of("Tracking of clicks is off in Kit.") : List.of())));
  }

  private Reply<String> page(String id, String after, Clicks clicks) {
    String from = after.isEmpty() ? "" : "&after=" + Fields.encoded(after);
    return account
        .get(at(id, "clicks") + "?per_page=500" + from)
        .then(answer -> {
          JsonNode links = answer.root().path("broadcast").path("clicks");
          JsonNode next = answer.root().path("pagination");
          if (!links.isArray() || !next.isObject()) {
            return Fields.unreadable(TITLE);
          }
          links.forEach(
              link -> clicks.add(Fields.text(link, "url"), link.path("unique_clicks").asLong()));
          boolean more = next.path("has_next_page").asBoolean();
          return Reply.got(more ? Fields.text(next, "end_cursor") : "");
        });
  }
}
