package dev.mldigest.cli.publish;

import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.Notices;
import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.domain.settings.MailLook;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.rendering.Renderings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;

/** How the mail looks: as feeds.yaml says, where there is one. */
final class FittingLook {
  private FittingLook() {}

  /** A mistake in a feeds.yaml that nobody named keeps no issue back: it is told. */
  static MailLook of(Renderings.Format format, ConfigOption config, PrintWriter err) {
    if (config.config != null) {
      return config.settings().mail();
    }
    if (format != Renderings.Format.html || !Files.exists(config.file())) {
      return MailLook.OURS;
    }
    return switch (new SettingsReader().read(config.file(), System.getenv())) {
      case SettingsReading.Valid(Settings settings) -> settings.mail();
      case SettingsReading.Invalid(List<String> mistakes) -> {
        Notices.print(err, List.of("The mail looks as ours do: " + String.join("; ", mistakes)));
        yield MailLook.OURS;
      }
    };
  }
}
