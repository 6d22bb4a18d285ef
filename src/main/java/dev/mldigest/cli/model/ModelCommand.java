package dev.mldigest.cli.model;

import picocli.CommandLine.Command;

/** The language model of feeds.yaml: what its service has, and what it makes of an article. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description = "List the models of the configured service, or try one on an article.",
    subcommands = {ModelListCommand.class, ModelTryCommand.class})
public final class ModelCommand {}
