package dev.mldigest.cli.publish;

import java.util.List;

/** The commands of this room, for {@code digest}. */
public final class PublishCommands {
  private PublishCommands() {}

  /** In the order of the help. */
  public static List<Class<?>> inOrder() {
    return List.of(RenderCommand.class, PublishCommand.class, ArchiveCommand.class);
  }
}
