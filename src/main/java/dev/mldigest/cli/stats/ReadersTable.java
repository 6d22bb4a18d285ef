package dev.mldigest.cli.stats;

import dev.mldigest.cli.console.Terminal;
import dev.mldigest.domain.readers.LinkClicks;
import dev.mldigest.domain.readers.Readership;
import dev.mldigest.domain.readers.Totals;
import dev.mldigest.pipeline.readers.IssueReading;
import dev.mldigest.pipeline.readers.ItemReading;
import dev.mldigest.pipeline.readers.ReaderReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What readers did, for a person. */
record ReadersTable(PrintWriter out) {
  private static final String ISSUE = "%-9s %-12s %-16s %8s %14s %14s %12s %8s%s%n";
  private static final String ITEM = "%5s %7s %8s %9s  %-20s %s%n";

  /** Links that are shown of those that match no item. */
  private static final int SHOWN = 5;

  /** Columns of a title. */
  private static final int TITLE = 60;

  void issues(ReaderReport report) {
    out.printf(
        Locale.ROOT,
        ISSUE,
        "issue",
        "target",
        "as of",
        "sent",
        "opens",
        "clicks",
        "left",
        "replies",
        "");
    report.issues().forEach(this::issue);
    report.usual().forEach(this::usual);
  }

  private void issue(IssueReading issue) {
    Readership known = issue.readership();
    Totals totals = known.counts().totals();
    out.printf(
        Locale.ROOT,
        ISSUE,
        known.week(),
        Terminal.plain(known.target()),
        known.asked().toString().substring(0, 16).replace('T', ' '),
        count(totals.recipients()),
        part(known, Totals::opens),
        part(known, Totals::clicks),
        part(known, Totals::unsubscribes),
        count(totals.replies()),
        totals.moreLikeThis() == null && totals.lessLikeThis() == null
            ? ""
            : "  more like it %s, less %s"
                .formatted(count(totals.moreLikeThis()), count(totals.lessLikeThis())));
  }

  private void usual(ReaderReport.Usual usual) {
    String words =
        words("opens", usual.opens())
            + words("clicks", usual.clicks())
            + words("left", usual.left());
    if (!words.isEmpty()) {
      out.println(
          Terminal.plain(usual.target())
              + ", mean (lowest to highest):"
              + words.substring(1)
              + ".");
    }
  }

  private static String words(String what, ReaderReport.@Nullable Spread spread) {
    return spread == null
        ? ""
        : ", %s %s %% (%s to %s) of %d issues"
            .formatted(
                what,
                percent(spread.mean()),
                percent(spread.low()),
                percent(spread.high()),
                spread.issues());
  }

  void items(IssueReading issue) {
    Readership known = issue.readership();
    out.println();
    out.println(
        "%s in %s, item by item%s"
            .formatted(known.week(), Terminal.plain(known.target()), measure(known)));
    known.counts().notes().forEach(note -> out.println("Note: " + Terminal.plain(note)));
    if (issue.items().isEmpty()) {
      out.println("No clicks by link are known of it.");
      return;
    }
    out.printf(
        Locale.ROOT, ITEM, "place", "clicks", "no bots", "expected", "against its place", "item");
    issue.items().forEach(this::item);
    out.println(floor(issue));
    out.println(fit(issue.fit()));
    rest("On links of the issue outside of its items", issue.elsewhere());
    rest("On links that are not in the issue", issue.outside());
    out.println("Clicks are not value: nothing is learned from them.");
  }

  private static String measure(Readership known) {
    return switch (known.counts().measure()) {
      case READERS -> " (readers who followed a link)";
      case CLICKS -> " (clicks, however many are one reader's)";
      case UNSAID -> " (readers or clicks: the service does not say which)";
    };
  }

  private void item(ItemReading item) {
    out.printf(
        Locale.ROOT,
        ITEM,
        item.place(),
        count(item.clicks()),
        count(item.readers()),
        item.expected() == null ? "-" : "" + Math.round(item.expected()),
        against(item),
        shortened(Terminal.plain(item.title())));
  }

  private static String against(ItemReading item) {
    ItemReading.Ratio ratio = item.against();
    if (ratio == null) {
      return "-";
    }
    String words =
        String.format(
            Locale.ROOT, "x%.1f (%.1f to %.1f)", ratio.value(), ratio.low(), ratio.high());
    return switch (item.verdict()) {
      case MORE -> words + " +";
      case LESS -> words + " -";
      case AS_EXPECTED, NOTHING -> words;
    };
  }

  private static String floor(IssueReading issue) {
    if (issue.bots() == null) {
      return "No link tells how much of it is scanners that follow every link: nothing was taken"
          + " off.";
    }
    long before = sum(issue.items(), ItemReading::clicks);
    long after = sum(issue.items(), ItemReading::readers);
    return "Taken off as scanners: %d for each link that was followed, as many as followed %s; %d on items were, %d are left."
        .formatted(issue.bots(), Terminal.plain(issue.botLink()), before, after);
  }

  private static long sum(List<ItemReading> items, Function<ItemReading, @Nullable Long> part) {
    long all = 0;
    for (ItemReading item : items) {
      Long count = part.apply(item);
      all += count == null ? 0 : count;
    }
    return all;
  }

  private static String fit(IssueReading.Fit fit) {
    String origin =
        fit.issues() == 0
            ? "published figures alone: there are too few issues of yours"
            : fit.issues() + (fit.issues() == 1 ? " other issue" : " other issues") + " of yours";
    String usual =
        fit.usual() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                " Two thirds of your items lie between x%.1f and x%.1f of their place.",
                1 / fit.usual(),
                fit.usual());
    return String.format(
        Locale.ROOT,
        "Expected by place to the power of -%.2f (+-%.2f), by %s; intervals of 95 %%.%s",
        fit.slope(),
        1.96 * fit.error(),
        origin,
        usual);
  }

  private void rest(String where, List<LinkClicks> links) {
    if (links.isEmpty()) {
      return;
    }
    long all = links.stream().mapToLong(LinkClicks::clicks).sum();
    out.println("%s: %d on %d.".formatted(where, all, links.size()));
    links.stream()
        .limit(SHOWN)
        .forEach(
            link -> out.println("%7d  %s".formatted(link.clicks(), Terminal.plain(link.link()))));
  }

  private static String count(@Nullable Long count) {
    return count == null ? "-" : count.toString();
  }

  private static String part(Readership known, Function<Totals, @Nullable Long> part) {
    Double rate = ReaderReport.rate(known, part);
    String count = count(part.apply(known.counts().totals()));
    return rate == null ? count : count + " " + percent(rate) + " %";
  }

  private static String percent(double rate) {
    return String.format(Locale.ROOT, rate < 0.1 ? "%.1f" : "%.0f", 100 * rate);
  }

  private static String shortened(String title) {
    return title.length() <= TITLE ? title : title.substring(0, TITLE - 1).strip() + "…";
  }
}
