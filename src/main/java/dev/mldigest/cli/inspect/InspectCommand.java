package dev.mldigest.cli.inspect;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs one stage alone on given input: offline, no state written. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "For developers: show what one stage makes of given input; nothing is written.",
    subcommands = {
      InspectFeedCommand.class,
      InspectFiltersCommand.class,
      InspectArticleCommand.class,
      InspectRankCommand.class,
      InspectNewsroomCommand.class,
      InspectStoriesCommand.class,
      InspectMentionsCommand.class,
      InspectTldrCommand.class,
      InspectGroundedCommand.class,
      InspectSentencesCommand.class,
      InspectRenderCommand.class,
      InspectWeekCommand.class
    })
public final class InspectCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say which stage to inspect, for example 'digest inspect feed FILE'.");
  }
}
