package dev.mldigest.cli.feeds;

import picocli.CommandLine.Command;

/** The sources of feeds.yaml: shown, and exchanged with other feed readers. */
@Command(
    name = "feeds",
    mixinStandardHelpOptions = true,
    description = "Show, add, check, import and export your sources.",
    subcommands = {
      FeedsListCommand.class,
      FeedsAddCommand.class,
      FeedsCheckCommand.class,
      FeedsImportCommand.class,
      FeedsExportCommand.class
    })
public final class FeedsCommand {}
