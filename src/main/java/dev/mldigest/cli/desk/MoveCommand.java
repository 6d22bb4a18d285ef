package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Headings;
import dev.mldigest.review.desk.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts an item somewhere else in the digest. */
@Command(
    name = "move",
    description = "Move an item: behind another, to the end of a section, or to the top.",
    footer = {"", "Exit codes: 0 moved, 2 wrong usage or no such item."})
final class MoveCommand extends ItemAction {
  @Option(names = "--after", paramLabel = "ITEM", description = "Behind that item.")
  private @Nullable String after;

  @Option(
      names = "--section",
      paramLabel = "TITLE",
      description = "To the end of that section, as its heading says it.")
  private @Nullable String section;

  @Override
  Act act(StandingItem found, Desk desk) {
    return new Act.Move(found.id(), to(desk));
  }

  private Place to(Desk desk) {
    if (after != null && section != null) {
      throw new UsageException("--after and --section exclude each other.");
    }
    String text = desk.load().text();
    if (after != null) {
      return Place.after(StandingItem.of(after, desk.items(text)).id());
    }
    return section != null ? Place.under(heading(section, desk.headings(text))) : Place.FIRST;
  }

  @Override
  String done() {
    return "was moved.";
  }

  /** A slip of the keys must make no heading that readers see. */
  private static String heading(String named, Headings headings) {
    return headings
        .find(named)
        .orElseThrow(() ->
            new UsageException(
                Terminal.plain(
                    "The digest has no section '%s'; it has %s."
                        .formatted(named, String.join(", ", headings.withItems())))));
  }
}
