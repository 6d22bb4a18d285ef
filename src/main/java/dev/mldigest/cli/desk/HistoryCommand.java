package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.Week;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.EventWords;
import dev.mldigest.review.desk.Minutes;
import dev.mldigest.review.desk.Spelling;
import dev.mldigest.store.Store;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what was done to an issue, or to one item of it. */
@Command(
    name = "history",
    description = {
      "List what was done to the issue, or to one item, oldest first.",
      "'digest review --at N' shows the issue as it was after number N."
    },
    footer = {"", "Exit codes: 0 listed, 2 wrong usage or no such item."})
final class HistoryCommand extends DeskAction {
  @Parameters(
      arity = "0..1",
      paramLabel = "ITEM",
      description = "Its id, its link, or a part of its title (default: all).")
  private @Nullable String item;

  @Mixin private JsonOption json;

  @Override
  int act(Week wanted, Store store, Desk desk) {
    List<Event> all = desk.history();
    EventWords words = new EventWords(all);
    for (Event event : item == null ? all : desk.history(found(item, desk))) {
      out().println(json.isWanted() ? line(event) : Terminal.plain(line(event, words)));
    }
    out().flush();
    if (item == null && !json.isWanted()) {
      Minutes.of(all)
          .filter(minutes -> minutes.acts() > 0)
          .ifPresent(minutes -> err().println(minutes.sentence() + "."));
    }
    return ExitCode.OK;
  }

  /** For example {@code 7 2026-03-02T06:14:05Z command rejected 'Title': too thin}. */
  private static String line(Event event, EventWords words) {
    return String.format(
        Locale.ROOT,
        "%4d  %s  %-7s  %s",
        event.number(),
        event.at().truncatedTo(ChronoUnit.SECONDS),
        event.author(),
        words.of(event));
  }

  /** Also one that stands there no longer, by its id. */
  private static String found(String item, Desk desk) {
    return desk.history(item).isEmpty() ? anywhere(item, desk) : item;
  }

  /** In the newest state that holds it. */
  private static String anywhere(String item, Desk desk) {
    UsageException last = null;
    for (int number = desk.load().number(); number > 0; number--) {
      try {
        return StandingItem.of(item, desk.items(desk.at(number).orElseThrow().text())).id();
      } catch (UsageException e) {
        last = last == null ? e : last;
      }
    }
    throw last == null ? new UsageException("Nothing happened yet.") : last;
  }

  private static String line(Event event) {
    Spelling act = Spelling.of(event.act());
    var node =
        JsonLines.object()
            .put("number", event.number())
            .put("at", JsonLines.date(event.at()))
            .put("author", event.author())
            .put("kind", act.kind())
            .put("item", act.item());
    JsonLines.strings(node, "words", List.copyOf(act.words()));
    return JsonLines.text(node);
  }
}
