package dev.mldigest.cli;

import picocli.CommandLine.Command;

/** Runs one stage alone on given input: offline, no state written. */
@Command(
    name = "inspect",
    description = "Show what one stage makes of given input: offline, nothing is written.",
    subcommands = {
      InspectMentionsCommand.class,
      InspectRankCommand.class,
      InspectStoriesCommand.class
    })
final class InspectCommand {}
