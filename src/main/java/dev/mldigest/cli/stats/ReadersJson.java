package dev.mldigest.cli.stats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.domain.readers.LinkClicks;
import dev.mldigest.domain.readers.Readership;
import dev.mldigest.domain.readers.Totals;
import dev.mldigest.pipeline.readers.IssueReading;
import dev.mldigest.pipeline.readers.ItemReading;
import dev.mldigest.pipeline.readers.ReaderReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What readers did, for a program: a line an issue and target, then one a target. */
final class ReadersJson {
  private ReadersJson() {}

  static String line(IssueReading issue) {
    Readership known = issue.readership();
    Totals totals = known.counts().totals();
    ObjectNode node =
        JsonLines.object()
            .put("week", known.week().toString())
            .put("target", known.target())
            .put("asked", JsonLines.date(known.asked()))
            .put("measure", known.counts().measure().name().toLowerCase(Locale.ROOT))
            .put("totals", known.counts().totalled().name().toLowerCase(Locale.ROOT))
            .put("complete", known.counts().complete())
            .put("recipients", totals.recipients())
            .put("opens", totals.opens())
            .put("clicks", totals.clicks())
            .put("unsubscribes", totals.unsubscribes())
            .put("replies", totals.replies())
            .put("moreLikeThis", totals.moreLikeThis())
            .put("lessLikeThis", totals.lessLikeThis())
            .put("openRate", ReaderReport.rate(known, Totals::opens))
            .put("clickRate", ReaderReport.rate(known, Totals::clicks))
            .put("unsubscribeRate", ReaderReport.rate(known, Totals::unsubscribes))
            .put("botsPerLink", issue.bots())
            .put("botLink", issue.botLink());
    node.putObject("places")
        .put("slope", issue.fit().slope())
        .put("error", issue.fit().error())
        .put("usual", issue.fit().usual())
        .put("issues", issue.fit().issues());
    issue.items().forEach(item -> item(node.withArrayProperty("items").addObject(), item));
    links(node, "elsewhere", issue.elsewhere());
    links(node, "unmatched", issue.outside());
    JsonLines.strings(node, "notes", known.counts().notes());
    return JsonLines.text(node);
  }

  private static void item(ObjectNode node, ItemReading item) {
    node.put("place", item.place())
        .put("id", item.id())
        .put("title", item.title())
        .put("clicks", item.clicks())
        .put("withoutBots", item.readers())
        .put("expected", item.expected())
        .put("verdict", item.verdict().name().toLowerCase(Locale.ROOT));
    ItemReading.Ratio ratio = item.against();
    if (ratio != null) {
      node.put("ratio", ratio.value()).put("low", ratio.low()).put("high", ratio.high());
    }
  }

  private static void links(ObjectNode node, String field, List<LinkClicks> links) {
    var array = node.putArray(field);
    links.forEach(link -> array.addObject().put("link", link.link()).put("clicks", link.clicks()));
  }

  static String line(ReaderReport.Usual usual) {
    ObjectNode node = JsonLines.object().put("target", usual.target());
    spread(node, "openRate", usual.opens());
    spread(node, "clickRate", usual.clicks());
    spread(node, "unsubscribeRate", usual.left());
    return JsonLines.text(node);
  }

  private static void spread(ObjectNode node, String field, ReaderReport.@Nullable Spread spread) {
    if (spread != null) {
      node.putObject(field)
          .put("issues", spread.issues())
          .put("mean", spread.mean())
          .put("low", spread.low())
          .put("high", spread.high());
    }
  }
}
