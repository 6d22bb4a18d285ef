package dev.mldigest.publish.export;

import dev.mldigest.domain.readers.Readership.Counts;
import dev.mldigest.domain.readers.Totals;
import dev.mldigest.publish.service.count.Clicks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** listmonk's export of clicks: a row a click, with the person; none of its columns is kept. */
final class ListmonkClicks implements Exports.Form {
  private final Map<String, Clicks> campaigns = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  @Override
  public Set<String> wanted(Set<String> columns) {
    if (!columns.containsAll(Set.of("campaign_id", "url"))) {
      return Set.of();
    }
    Set<String> wanted = new TreeSet<>(Set.of("campaign_id", "campaign_name", "url"));
    wanted.add(columns.contains("subscriber_id") ? "subscriber_id" : "subscriber_uuid");
    wanted.retainAll(columns);
    return wanted;
  }

  /** Where listmonk tracks nobody by name, the person is empty or 0. */
  @Override
  public void add(Map<String, String> row) {
    String campaign = row.getOrDefault("campaign_id", "");
    String link = row.getOrDefault("url", "");
    if (campaign.isEmpty() || link.isEmpty()) {
      return;
    }
    names.putIfAbsent(campaign, row.getOrDefault("campaign_name", ""));
    String person = row.getOrDefault("subscriber_id", row.getOrDefault("subscriber_uuid", ""));
    Clicks clicks = campaigns.computeIfAbsent(campaign, one -> new Clicks(Exports::page));
    clicks.addPerson(link, person.equals("0") ? "" : person);
  }

  @Override
  public ExportOutcome outcome() {
    if (campaigns.isEmpty()) {
      return new ExportOutcome.Unusable("It has no row of a mail.");
    }
    return new ExportOutcome.Read(
        "listmonk",
        campaigns.entrySet().stream().map(one -> issue(one.getKey(), one.getValue())).toList());
  }

  private ExportOutcome.Issue issue(String id, Clicks clicks) {
    return new ExportOutcome.Issue(
        id,
        "",
        names.getOrDefault(id, ""),
        new Counts(
            Totals.of(null, null, clicks.persons(), null, null),
            clicks.measure(),
            clicks.measure(),
            clicks.links(),
            clicks.isWhole(),
            List.of()));
  }
}
