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
import java.util.function.UnaryOperator;

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
  public Reply<Counts> of(String id, UnaryOperator<String> names) {
    String query = "?" + Fields.encoded("expand[]") + "=stats";
    return account
        .get(posts + "/" + Fields.encoded(id) + query)
        .then(answer -> {
          JsonNode stats = answer.root().path("data").path("stats");
          return stats.isObject() ? counts(stats, names) : Fields.unreadable(TITLE);
        });
  }

  private static Reply<Counts> counts(JsonNode stats, UnaryOperator<String> names) {
    JsonNode mail = stats.path("email");
    Totals totals =
        Totals.of(
            Clicks.number(mail, "recipients"),
            Clicks.number(mail, "unique_opens"),
            Clicks.number(mail, "unique_clicks"),
            Clicks.number(mail, "unsubscribes"),
            null);
    Clicks clicks = new Clicks(names);
    for (JsonNode link : stats.path("clicks")) {
      boolean byMail = link.path("email").path("unique_clicks").isNumber();
      clicks.add(
          Fields.text(link, "url"),
          byMail ? link.path("email") : link,
          byMail ? "unique_clicks" : "total_unique_clicks");
    }
    Long all = totals.clicks();
    boolean isSilent = clicks.links().isEmpty() && all != null && all > 0;
    return clicks
        .counted(TITLE, totals, Measure.READERS, Measure.READERS, true)
        .then(counts ->
            Reply.got(isSilent ? counts.noting("beehiiv tells no links of this post.") : counts));
  }
}
