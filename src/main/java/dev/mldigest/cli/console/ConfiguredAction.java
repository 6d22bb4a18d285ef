package dev.mldigest.cli.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that works in that folder by the settings. */
@Command
public abstract class ConfiguredAction extends FolderAction {
  @Mixin public ConfigOption config;
}
