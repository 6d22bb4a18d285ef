package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.Links;
import dev.mldigest.pipeline.gate.Gate;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command on an issue that goes by the gate, and asks for its links by the settings. */
@Command
abstract class GateAction extends DeskAction {
  @Mixin private ConfigOption config;

  @Override
  int act(Week wanted, Store store, Desk desk) {
    Settings settings = config.settingsOrDefaults();
    try (Http http = Composition.http(settings, places.clock(), store.hostPauses())) {
      Gate gate =
          Composition.gate(settings, store, places.files(), new Links(http), places.clock());
      return act(wanted, store, desk, gate);
    }
  }

  abstract int act(Week wanted, Store store, Desk desk, Gate gate);
}
