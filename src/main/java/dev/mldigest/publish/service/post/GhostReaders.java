package dev.mldigest.publish.service.post;

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
import dev.mldigest.publish.service.count.ReaderCounts;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * What Ghost counts: members by link, and how many want more like it or less. Its links lead over
 * its own counter, and it says where to.
 */
public final class GhostReaders implements ReaderCounts {
  private static final String TITLE = "Ghost";
  private static final String COUNTED =
      "?include=email,count.clicks,count.positive_feedback,count.negative_feedback";

  private final Account account;

  public GhostReaders(JsonHttp http, Secret key, InstantSource clock) {
    this.account = Ghost.account(http, key, clock);
  }

  @Override
  public Reply<Counts> of(String id, UnaryOperator<String> names) {
    return account
        .get("/ghost/api/admin/posts/" + Fields.encoded(id) + "/" + COUNTED)
        .then(answer -> {
          JsonNode post = answer.root().path("posts").path(0);
          return Fields.text(post, "id").isEmpty()
              ? Fields.<Counts>unreadable(TITLE)
              : Clicks.orTotals(
                  links(id, totals(post), names), TITLE, totals(post), Measure.READERS);
        });
  }

  private static Totals totals(JsonNode post) {
    JsonNode mail = post.path("email");
    JsonNode count = post.path("count");
    return new Totals(
        Clicks.number(mail, "email_count"),
        Clicks.number(mail, "opened_count"),
        Clicks.number(count, "clicks"),
        null,
        null,
        Clicks.number(count, "positive_feedback"),
        Clicks.number(count, "negative_feedback"));
  }

  private Reply<Counts> links(String id, Totals totals, UnaryOperator<String> names) {
    return account
        .get("/ghost/api/admin/links/?filter=" + Fields.encoded("post_id:'" + id + "'"))
        .then(answer -> {
          JsonNode links = answer.root().path("links");
          if (!links.isArray()) {
            return Fields.unreadable(TITLE);
          }
          Clicks clicks = new Clicks(names);
          links.forEach(link ->
              clicks.add(Fields.text(link.path("link"), "to"), link.path("count"), "clicks"));
          return clicks.counted(TITLE, totals, Measure.READERS, Measure.READERS, true);
        });
  }
}
