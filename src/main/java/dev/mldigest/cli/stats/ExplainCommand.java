package dev.mldigest.cli.stats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.Reason;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.store.Explained;
import dev.mldigest.store.Store;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the one reason why an item is in the issue, or why it is not. */
@Command(name = "explain", description = "Say why an item is in the issue, or why it is not.")
final class ExplainCommand extends FolderAction {
  /** A screen of answers; who gets more names the item more closely. */
  private static final int MOST = 20;

  @Parameters(paramLabel = "ITEM", description = "Its id, its link, or a part of its title.")
  private String item;

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    if (item.isBlank()) {
      throw new UsageException("Name an item: by its id, its link or a part of its title.");
    }
    try (Store store = places.existingStore()) {
      List<Explained> found = store.ledger().find(item, MOST);
      if (found.isEmpty()) {
        throw new UsageException(
            "Nothing that was harvested has the id, the link or a title with '" + item + "'.");
      }
      PrintWriter out = out();
      for (Explained entry : found) {
        out.println(
            json.isWanted() ? JsonLines.text(line(entry)) : Terminal.plain(readable(entry)));
      }
      return ExitCode.OK;
    }
  }

  private static ObjectNode line(Explained entry) {
    ObjectNode node = facts(entry);
    Explanation explanation = entry.decision().explanation();
    if (explanation != null) {
      node.set("waterfall", JsonLines.MAPPER.valueToTree(explanation.parts()));
      node.set("taste", JsonLines.MAPPER.valueToTree(explanation.taste()));
      node.set("nearestPicks", JsonLines.MAPPER.valueToTree(explanation.near()));
    }
    return node;
  }

  private static ObjectNode facts(Explained explained) {
    Explained.Harvested entry = explained.entry();
    Explained.Decided decided = explained.decision();
    Explained.Read article = explained.article();
    return JsonLines.object()
        .put("entry", entry.id())
        .put("source", entry.sourceId())
        .put("title", entry.title())
        .put("link", entry.link())
        .put("date", JsonLines.date(entry.date()))
        .put("publishedByPage", article.published())
        .put("found", JsonLines.date(entry.firstSeen()))
        .put("week", decided.week())
        .put("decision", decided.reason() == null ? null : decided.reason().replace(' ', '-'))
        .put("reason", decided.detail())
        .put("score", decided.score())
        .put("carriedFromArchiveBy", decided.carriedBy())
        .put("rejectedByEditor", decided.rejected())
        .put("article", article.outcome())
        .put("articleReason", article.reason())
        .put("words", article.words());
  }

  private static String readable(Explained explained) {
    Explained.Harvested entry = explained.entry();
    Explained.Decided decided = explained.decision();
    Explained.Read read = explained.article();
    String decision =
        decided.reason() == null
            ? "not decided yet: its issue has not been made"
            : decided.week()
                + ": "
                + decided.reason()
                + " - "
                + decided.detail()
                + (decided.carriedBy() == null
                    ? ""
                    : " " + decided.carriedBy() + " carried it, from the archive.")
                + (decided.rejected() && !Reason.REJECTED.word().equals(decided.reason())
                    ? " You took it out of the digest."
                    : "");
    String article =
        read.outcome() == null
            ? "article not read"
            : "article "
                + read.outcome()
                + (read.words() > 0 ? ", " + read.words() + " words" : "")
                + (read.reason() == null || read.reason().isEmpty()
                    ? ""
                    : " (" + read.reason() + ")");
    List<String> lines = new ArrayList<>();
    lines.add(entry.title());
    lines.add("  " + decision);
    if (decided.explanation() != null) {
      lines.addAll(score(decided.score(), decided.explanation()));
    }
    lines.add("  " + entry.sourceId() + ", " + dates(entry, read) + ", " + article);
    lines.add("  " + entry.id() + "  " + (entry.link() == null ? "no link" : entry.link()));
    return String.join(System.lineSeparator(), lines);
  }

  /** The score as the sum it is, what moved its learned part, and the past picks it is like. */
  private static List<String> score(double score, Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "  score %+.2f, which is", score));
    explanation.parts().forEach(part -> lines.add("    " + signed(part)));
    if (!explanation.taste().isEmpty()) {
      lines.add("  learned from your picks, strongest first:");
      explanation.taste().forEach(part -> lines.add("    " + signed(part)));
    }
    explanation
        .near()
        .forEach(near ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "  like your pick '%s' (%s, %.2f)",
                    near.title(),
                    near.week(),
                    near.likeness())));
    return lines;
  }

  static String signed(Explanation.Part part) {
    return String.format(Locale.ROOT, "%+.2f  %s", part.value(), part.name());
  }

  /** What has no date counts from another time than its own: that one says nothing of it. */
  private static String dates(Explained.Harvested entry, Explained.Read read) {
    String page = read.published() == null ? "" : " (by its page " + read.published() + ")";
    return entry.dated()
        ? "published " + entry.date() + page + ", found " + entry.firstSeen()
        : "undated" + page + ", first seen " + entry.firstSeen();
  }
}
