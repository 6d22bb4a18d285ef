package dev.mldigest.publish.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mldigest.domain.readers.Readership.Counts;
import dev.mldigest.domain.readers.Readership.Measure;
import dev.mldigest.domain.readers.Totals;
import dev.mldigest.publish.service.count.Clicks;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Buttondown's export of events: a row an event, with the person, who is counted and forgotten. */
final class ButtondownEvents implements Exports.Form {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, Map<String, Clicks>> mails = new LinkedHashMap<>();

  @Override
  public Set<String> wanted(Set<String> columns) {
    if (!columns.containsAll(Set.of("email_id", "event_type"))) {
      return Set.of();
    }
    Set<String> wanted = new TreeSet<>(Set.of("email_id", "event_type", "metadata"));
    wanted.add(columns.contains("subscriber_id") ? "subscriber_id" : "subscriber__email");
    wanted.retainAll(columns);
    return wanted;
  }

  @Override
  public void add(Map<String, String> row) {
    String mail = row.getOrDefault("email_id", "");
    String type = row.getOrDefault("event_type", "");
    if (mail.isEmpty() || type.isEmpty()) {
      return;
    }
    String person = row.getOrDefault("subscriber_id", row.getOrDefault("subscriber__email", ""));
    String link = type.equals("clicked") ? link(row.getOrDefault("metadata", "")) : "";
    mails
        .computeIfAbsent(mail, one -> new HashMap<>())
        .computeIfAbsent(type, one -> new Clicks(Exports::page))
        .addPerson(link, person);
  }

  private static String link(String metadata) {
    try {
      return MAPPER.readTree(metadata).path("url").asText("");
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  @Override
  public ExportOutcome outcome() {
    if (mails.isEmpty()) {
      return new ExportOutcome.Unusable("It has no row of a mail.");
    }
    return new ExportOutcome.Read(
        "buttondown",
        mails.entrySet().stream()
            .map(mail -> new ExportOutcome.Issue(mail.getKey(), "", "", counts(mail.getValue())))
            .toList());
  }

  private static Counts counts(Map<String, Clicks> events) {
    Clicks clicks = events.getOrDefault("clicked", new Clicks(Exports::page));
    Long delivered = persons(events, "delivered");
    return new Counts(
        Totals.of(
            delivered == null ? persons(events, "sent") : delivered,
            persons(events, "opened"),
            persons(events, "clicked"),
            persons(events, "unsubscribed"),
            persons(events, "replied")),
        Measure.READERS,
        clicks.measure(),
        clicks.links(),
        clicks.isWhole(),
        List.of());
  }

  /** Null where the export holds no event of the kind: it may hold some kinds only. */
  private static @Nullable Long persons(Map<String, Clicks> events, String type) {
    Clicks all = events.get(type);
    return all == null ? null : all.persons();
  }
}
