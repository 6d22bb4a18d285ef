package dev.mldigest.publish.service.post;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What beehiiv counts of a post, with the post: by mail where it tells that apart from the web. */
public final class BeehiivReaders implements ReaderCounts {
  private static final String TITLE = "beehiiv";

  private final Account account;
  private final String posts;

  public BeehiivReaders(JsonHttp http, PublishTarget settings, Secret key) {
    this.account = Beehiiv.account(http, key);
    this.posts = Beehiiv.posts(settings);
  }

  @Override
  public Reply<Counts> of(String id) {
    String query = "?" + Fields.encoded("expand[]") + "=stats";
    return account
        .get(posts + "/" + Fields.encoded(id) + query)
        .then(answer -> {
          JsonNode stats = answer.root().path("data").path("stats");
          return stats.isObject() ? Reply.got(counts(stats)) : Fields.unreadable(TITLE);
        });
  }

  private static Counts counts(JsonNode stats) {
    JsonNode mail = stats.path("email");
    Totals totals =
        Totals.of(
            Clicks.number(mail, "recipients"),
            first(mail, "unique_opens", "opens"),
            first(mail, "unique_clicks", "clicks"),
            Clicks.number(mail, "unsubscribes"),
            null);
    Clicks clicks = new Clicks();
    for (JsonNode link : stats.path("clicks")) {
      Long byMail = Clicks.number(link.path("email"), "unique_clicks");
      clicks.add(
          Fields.text(link, "url"),
          byMail == null ? link.path("total_unique_clicks").asLong() : byMail);
    }
    List<String> notes = new ArrayList<>();
    Long all = totals.clicks();
    if (clicks.links().isEmpty() && all != null && all > 0) {
      notes.add("beehiiv tells no links of this post.");
    }
    return new Counts(totals, Measure.READERS, clicks.links(), true, notes);
  }

  private static @Nullable Long first(JsonNode node, String better, String other) {
    Long number = Clicks.number(node, better);
    return number == null ? Clicks.number(node, other) : number;
  }
}
