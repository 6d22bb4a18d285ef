package dev.mldigest.cli.stats;

import java.util.List;

/** The commands of this room, for {@code digest}. */
public final class StatsCommands {
  private StatsCommands() {}

  /** In the order of the help. */
  public static List<Class<?>> inOrder() {
    return List.of(
        ExplainCommand.class,
        CoverageCommand.class,
        PictureCommand.class,
        ReadersCommand.class,
        StatsCommand.class,
        CostsCommand.class);
  }
}
