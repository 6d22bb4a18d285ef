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
import org.jspecify.annotations.Nullable;

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
  public Reply<Counts> of(String id, UnaryOperator<String> names) {
    return account
        .get(at(id, "stats"))
        .then(answer -> {
          JsonNode said = answer.root().path("broadcast").path("stats");
          return said.path("recipients").isNumber()
              ? counts(id, said, names)
              : Fields.<Counts>unreadable(TITLE);
        });
  }

  private Reply<Counts> counts(String id, JsonNode said, UnaryOperator<String> names) {
    Long recipients = Clicks.number(said, "recipients");
    Totals totals =
        Totals.of(
            recipients,
            Clicks.number(said, "emails_opened"),
            readers(said, recipients),
            Clicks.number(said, "unsubscribes"),
            null);
    boolean isOff = said.path("click_tracking_disabled").asBoolean();
    Clicks clicks = new Clicks(names);
    Reply<Counts> counts =
        Pages.each(after -> page(id, after, clicks))
            .then(whole -> clicks.counted(TITLE, totals, Measure.READERS, Measure.READERS, whole));
    return Clicks.orTotals(counts, TITLE, totals, Measure.READERS)
        .then(all -> Reply.got(isOff ? all.noting("Tracking of clicks is off in Kit.") : all));
  }

  /** It gives readers who clicked as a percentage of those who got it, and only clicks as such. */
  private static @Nullable Long readers(JsonNode said, @Nullable Long recipients) {
    double percent = said.path("click_rate").asDouble(-1);
    return recipients == null || percent < 0 || percent > 100
        ? null
        : (Long) Math.round(recipients * percent / 100);
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
          links.forEach(link -> clicks.add(Fields.text(link, "url"), link, "unique_clicks"));
          String cursor = Fields.text(next, "end_cursor");
          boolean more = next.path("has_next_page").asBoolean();
          return Reply.got(!more ? "" : cursor.isEmpty() ? Pages.LOST : cursor);
        });
  }
}
