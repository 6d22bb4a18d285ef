package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.TerminalProgress;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Rewrite;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.model.Usage;
import dev.mldigest.pipeline.issue.Redo;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has one item of an issue written again. */
@Command(
    name = "redo",
    description = {
      "Have the model write one item of an issue again, as you wish.",
      "Not one byte of the other items changes, and what you wrote yourself stays."
    },
    footer = {
      "",
      "Exit codes: 0 written again or proposed, 2 wrong usage or configuration, 6 it"
          + " stays as it is, 75 another run is at work."
    })
final class RedoCommand extends ConfiguredAction {
  @Parameters(paramLabel = "ITEM", description = "Its id, its link, or a part of its title.")
  private String item;

  @Option(
      names = "--instruction",
      paramLabel = "TEXT",
      defaultValue = Rewrite.OTHERWISE,
      description = "What to tell, and how (default: ${DEFAULT-VALUE}).")
  private String instruction;

  @Option(names = "--undo", description = "Take your wishes for the item back.")
  private boolean undo;

  @Option(names = "--dry-run", description = "Show the new summary and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "The issue, for example 2026-W10 (default: the newest).")
  private @Nullable String week;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    if (settings.model().provider() == LanguageModel.Provider.NONE) {
      throw new UsageException(
          "No model is configured, so there is no one to write it again; edit digest.md instead.");
    }
    if (instruction.isBlank() || instruction.length() > Rewrite.LONGEST) {
      throw new UsageException(
          "The instruction must have 1 to " + Rewrite.LONGEST + " characters.");
    }
    places.existingStore().close();
    try (Composition composition =
        Composition.of(settings, places.files(), places.clock(), TerminalProgress.to(err()))) {
      Week wanted = week == null ? ChosenIssue.newest(composition.store()) : Folders.week(week);
      Issue.Item found = found(composition.redo().find(wanted, item), wanted);
      return print(
          composition
              .redo()
              .redo(wanted, found, undo ? null : instruction, dryRun, places.clock().instant()));
    }
  }

  private Issue.Item found(List<Issue.Item> items, Week wanted) {
    if (items.isEmpty()) {
      throw new UsageException(
          "The issue "
              + wanted
              + " holds no item with the id, the link or a title with '"
              + item
              + "'.");
    }
    if (items.size() > 1) {
      throw new UsageException(
          "'"
              + item
              + "' is in the titles of "
              + items.size()
              + " items; name one: "
              + StandingItem.named(
                  items.stream().map(one -> StandingItem.named(one.id(), one.title())).toList())
              + ".");
    }
    return items.getFirst();
  }

  private int print(Redo.Outcome outcome) {
    PrintWriter out = out();
    PrintWriter err = err();
    return switch (outcome) {
      case Redo.Outcome.Rewritten(
              var before,
              var after,
              var digest,
              boolean kept,
              var notices,
              Usage usage) -> {
        compare(err, before, after, usage);
        notices.forEach(notice -> err.println(Terminal.plain(notice)));
        err.println(
            kept
                ? "You edited this item: your text stays, and the new one is only shown here."
                : "The item was replaced; all others are as they were.");
        out.println(digest);
        yield ExitCode.OK;
      }
      case Redo.Outcome.Proposed(var before, var after, Usage usage) -> {
        compare(err, before, after, usage);
        err.println("Nothing was changed; without --dry-run it is, at no further cost.");
        yield ExitCode.OK;
      }
      case Redo.Outcome.Unchanged(String reason) -> {
        err.println("digest: the summary stays as it is: " + reason);
        yield ExitCode.GATE_FAILED;
      }
      case Redo.Outcome.Busy busy -> {
        err.println(
            "digest: another run is at work in this output folder; try again when it has ended.");
        yield ExitCode.UNREACHABLE;
      }
    };
  }

  private static void compare(PrintWriter err, Issue.Item before, Issue.Item after, Usage usage) {
    err.println(Terminal.plain(before.title()));
    err.println("  before: " + text(before));
    err.println("  now:    " + text(after));
    err.println("  " + usage.total() + " tokens, paid now or earlier");
  }

  private static String text(Issue.Item item) {
    return Terminal.plain(
        item.summary().sentences().stream()
            .map(SummarySentence::text)
            .collect(Collectors.joining(" ")));
  }
}
