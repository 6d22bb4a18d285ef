package dev.mldigest.publish.service.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.publish.service.call.Account;
import dev.mldigest.publish.service.call.Fields;
import dev.mldigest.publish.service.call.Reply;
import dev.mldigest.publish.service.call.ServiceCall;
import dev.mldigest.publish.service.draft.Stored;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Campaigns of a service that gives each as one flat object, made by one call: how they are made
 * and read, by a table of what the service calls its fields.
 *
 * @param title of the service
 */
record FlatCampaigns(Account account, String title, Spelling spelling) {
  /**
   * What a service calls its fields.
   *
   * @param path of all campaigns
   * @param fields those of {@link Stored#content}, by our names
   * @param scheduled the field with the time at which it leaves
   * @param changed the field with the time of the last change; empty where there is none
   * @param sent states of what has reached some
   * @param page where an editor finds one, without its id
   */
  record Spelling(
      String path,
      Map<String, Field> fields,
      String scheduled,
      String changed,
      Set<String> sent,
      String page) {}

  /**
   * @param name at the service
   * @param seen what of it is compared
   */
  record Field(String name, UnaryOperator<String> seen) {
    static Field whole(String name) {
      return new Field(name, UnaryOperator.identity());
    }
  }

  String at(String id) {
    return spelling.path() + "/" + Fields.encoded(id);
  }

  Reply<String> create(ServiceCall creation, Runnable again) {
    return account.send(creation, again).then(answer -> Fields.id(answer.root(), title));
  }

  Reply<Stored> read(String id) {
    return account.get(at(id)).then(answer -> stored(answer.root()));
  }

  private Reply<Stored> stored(JsonNode campaign) {
    String id = Fields.text(campaign, "id");
    if (id.isEmpty()) {
      return Fields.unreadable(title);
    }
    Map<String, String> content = new TreeMap<>();
    spelling
        .fields()
        .forEach((ours, field) ->
            content.put(ours, field.seen().apply(Fields.text(campaign, field.name()))));
    return Reply.got(
        new Stored(
            id,
            state(campaign),
            content,
            Fields.text(campaign, spelling.changed()),
            spelling.page() + id));
  }

  /** What is neither a draft nor sent is on its way: queued, scheduled, in review. */
  private Stored.State state(JsonNode campaign) {
    String status = Fields.text(campaign, "status");
    if (spelling.sent().contains(status)) {
      return Stored.State.SENT;
    }
    boolean waits = Fields.text(campaign, spelling.scheduled()).isEmpty();
    return status.equals("draft") && waits ? Stored.State.DRAFT : Stored.State.LEAVING;
  }
}
