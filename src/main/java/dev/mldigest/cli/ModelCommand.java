package dev.mldigest.cli;

import picocli.CommandLine.Command;

/** The language model of feeds.yaml: what its service has. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = "Show what the service of the configured language model has.",
    subcommands = {ModelListCommand.class})
final class ModelCommand {}
