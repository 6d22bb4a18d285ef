package dev.mldigest.cli.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that works in the folder of the digests and their state. */
@Command
public abstract class FolderAction extends Action {
  @Mixin public Folders places;
}
