package dev.mldigest.cli.model;

import picocli.CommandLine.Command;

/** The language model of feeds.yaml: what its service has, and what it makes of an article. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description =
        "Show what the service of the configured language model has, and what its model writes.",
    subcommands = {ModelListCommand.class, ModelTryCommand.class})
public final class ModelCommand {}
