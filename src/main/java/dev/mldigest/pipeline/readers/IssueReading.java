package dev.mldigest.pipeline.readers;

import dev.mldigest.domain.readers.LinkClicks;
import dev.mldigest.domain.readers.Readership;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What readers did with one issue, item by item.
 *
 * @param bots clicks of scanners on each link; null where no link tells
 * @param botLink the link that tells
 * @param elsewhere clicks on links of the issue that stand in no item
 * @param outside links that do not stand in the issue, those of the service's own among them
 * @param fit how places were weighed
 */
public record IssueReading(
    Readership readership,
    @Nullable Long bots,
    String botLink,
    List<ItemReading> items,
    List<LinkClicks> elsewhere,
    List<LinkClicks> outside,
    Fit fit) {
  public IssueReading {
    items = List.copyOf(items);
    elsewhere = List.copyOf(elsewhere);
    outside = List.copyOf(outside);
  }

  /**
   * How places were weighed.
   *
   * @param usual between how many times what its place says and one part of so many two thirds of
   *     items lie; 0 where the history does not tell
   */
  public record Fit(double slope, double error, double usual, int issues) {}

  /** Clicks by item, before anything is expected of them. */
  record Matched(
      Readership readership,
      SentIssue issue,
      Optional<BotFloor> floor,
      Map<Integer, Long> clicks,
      Set<Integer> untold,
      List<LinkClicks> elsewhere,
      List<LinkClicks> outside) {
    static Matched of(Readership readership, SentIssue issue) {
      Map<Integer, Long> clicks = new HashMap<>();
      Set<Integer> untold = new HashSet<>();
      List<LinkClicks> elsewhere = new ArrayList<>();
      List<LinkClicks> outside = new ArrayList<>();
      for (LinkClicks link : readership.counts().links()) {
        List<Integer> owners = issue.owners(link.link());
        if (owners.size() == 1) {
          clicks.merge(owners.getFirst(), link.clicks(), Long::sum);
        } else if (!owners.isEmpty()) {
          untold.addAll(owners);
          elsewhere.add(link);
        } else {
          (issue.elsewhere().containsKey(link.link()) ? elsewhere : outside).add(link);
        }
      }
      return new Matched(
          readership,
          issue,
          BotFloor.of(outside, readership.counts()),
          clicks,
          untold,
          elsewhere,
          outside);
    }

    /** Links of an item that were followed: a scanner follows each of them. */
    private long followed(SentIssue.Item item) {
      return readership.counts().links().stream()
          .filter(link -> issue.owners(link.link()).equals(List.of(item.place())))
          .count();
    }

    private long scanners() {
      return floor.map(BotFloor::clicks).orElse(0L);
    }

    /** Null where the service does not tell. */
    @Nullable Long raw(SentIssue.Item item) {
      Long told = clicks.get(item.place());
      boolean unknown =
          untold.contains(item.place()) || (told == null && !readership.counts().complete());
      return unknown ? null : told == null ? 0L : told;
    }

    @Nullable Long net(SentIssue.Item item) {
      Long raw = raw(item);
      return raw == null ? null : (Long) Math.max(0, raw - scanners() * followed(item));
    }

    /** For the fit: empty unless each item is told. */
    List<Long> nets() {
      List<Long> nets = new ArrayList<>();
      for (SentIssue.Item item : issue.items()) {
        Long net = net(item);
        if (net == null) {
          return List.of();
        }
        nets.add(net);
      }
      return nets;
    }

    IssueReading against(PlacePrior prior) {
      List<Long> nets = nets();
      long all = nets.stream().mapToLong(Long::longValue).sum();
      List<Double> shares = prior.shares(issue.items().size());
      List<ItemReading> items = new ArrayList<>();
      for (SentIssue.Item item : issue.items()) {
        Long raw = raw(item);
        Long net = net(item);
        items.add(
            raw == null || net == null || all == 0
                ? new ItemReading(item.place(), item.id(), item.title(), raw, net, null, null)
                : read(item, raw, net, all * shares.get(item.place() - 1), prior, shares));
      }
      return new IssueReading(
          readership,
          floor.map(BotFloor::clicks).orElse(null),
          floor.map(BotFloor::link).orElse(""),
          readership.counts().links().isEmpty() ? List.of() : items,
          elsewhere,
          outside,
          new Fit(
              prior.slope(),
              prior.error(),
              prior.usual() == 0 ? 0 : Math.exp(prior.usual()),
              prior.issues()));
    }

    private ItemReading read(
        SentIssue.Item item,
        long raw,
        long net,
        double expected,
        PlacePrior prior,
        List<Double> shares) {
      double uncertainty = prior.uncertainty(item.place(), shares);
      return new ItemReading(
          item.place(),
          item.id(),
          item.title(),
          raw,
          net,
          expected,
          ItemReading.ratio(
              raw,
              net,
              (double) scanners() * followed(item) * followed(item),
              expected,
              uncertainty));
    }
  }
}
