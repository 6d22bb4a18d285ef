package dev.mldigest.cli.model;

import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.model.ModelNames;
import dev.mldigest.model.Route;
import picocli.CommandLine.Command;

/** Prints the names of the service's models, as {@code model.name} wants them. */
@Command(
    name = "list",
    description = "List the models of the configured service; asking for them costs nothing.")
final class ModelListCommand extends ConfiguredAction {
  @Override
  public Integer call() {
    Settings settings = config.settings();
    if (settings.model().provider() == LanguageModel.Provider.NONE) {
      throw new UsageException("feeds.yaml configures no model: 'model' is missing.");
    }
    Route route = Route.of(settings.network());
    return switch (ModelNames.of(settings.model(), route, places.clock().instant())) {
      case ModelNames.Listed.Names(var names) -> {
        names.forEach(name -> out().println(Terminal.plain(name)));
        yield ExitCode.OK;
      }
      case ModelNames.Listed.None(String reason) -> {
        err().println("digest: " + Terminal.plain(reason));
        yield ExitCode.UNREACHABLE;
      }
    };
  }
}
