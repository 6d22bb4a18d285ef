package dev.mldigest.cli.console;

import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.config.opml.OpmlSources;
import dev.mldigest.config.opml.OutlineFeed;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.fetch.site.Selectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code --config FILE} for every command that needs settings: {@code @Mixin ConfigOption config}.
 */
public final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The file of your settings and sources (default: feeds.yaml).")
  @Nullable
  public Path config;

  @Option(
      names = "--sources",
      paramLabel = "FILE.opml",
      description =
          "The sources, as another feed reader exports them (OPML), in place of those of the"
              + " settings; no feeds.yaml is needed then.")
  @Nullable
  public Path sources;

  /** The command whose options these are; null outside of a command line. */
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /**
   * The file that is read: where none is named and the folder of the digests holds one of its own,
   * that one.
   */
  public Path file() {
    if (config != null) {
      return config;
    }
    Path usual = Path.of("feeds.yaml");
    Path own = folder().resolve(usual);
    return sources == null && Files.exists(own) ? own : usual;
  }

  /** Of the digests, as the command was told; else the one where it is called. */
  private Path folder() {
    OptionSpec output = command == null ? null : command.findOption("--output");
    return output == null ? Path.of("") : Folders.files(output.getValue()).output();
  }

  /**
   * The settings.
   *
   * @throws UsageException with every mistake, so that the command ends with exit code 2
   */
  public Settings settings() {
    return sources == null ? own() : withSources(sources);
  }

  /** The settings; where no file is named and there is none, those that ship with the program. */
  public Settings settingsOrDefaults() {
    return config == null && sources == null && !Files.exists(file()) ? defaults() : settings();
  }

  /** Those that ship with the program, without a source. */
  public static Settings defaults() {
    return valid(OpmlSources.defaults(System.getenv()), "the settings that ship with the program");
  }

  /** The audience; of nobody in particular where no file is named and there is none. */
  public Settings.Audience audience() {
    return config == null && sources == null && !Files.exists(file())
        ? new Settings.Audience("", List.of(), List.of())
        : settings().audience();
  }

  private Settings own() {
    Settings settings =
        valid(new SettingsReader().read(file(), System.getenv()), file().toString());
    for (Source source : settings.sources()) {
      String links = source.query().links();
      if (links != null && !Selectors.isValid(links)) {
        throw new UsageException(
            "a mistake in "
                + file()
                + "\nsource '"
                + source.id()
                + "': 'links' must be a CSS selector such as main article h2 a");
      }
    }
    return settings;
  }

  /**
   * The settings with the feeds of an OPML file as their only sources. Without {@code --config} no
   * feeds.yaml is needed: everything else is a default.
   *
   * @throws UsageException as {@link #settings}, and where the OPML cannot be read
   */
  private Settings withSources(Path opml) {
    List<OutlineFeed> feeds = OpmlFile.read(opml);
    OpmlSources sources = new OpmlSources();
    if (config == null) {
      return valid(sources.settings(feeds, System.getenv()), opml.toString());
    }
    Settings base = own();
    if (feeds.isEmpty()) {
      throw new UsageException("'" + opml + "' holds no feed with an address.");
    }
    return sources.settings(feeds, base);
  }

  /** The settings of a reading, or all its mistakes as they are printed. */
  public static Settings valid(SettingsReading reading, String name) {
    return switch (reading) {
      case SettingsReading.Valid(Settings settings) -> settings;
      case SettingsReading.Invalid(List<String> mistakes) ->
          throw new UsageException(
              (mistakes.size() == 1 ? "a mistake in " : mistakes.size() + " mistakes in ")
                  + name
                  + "\n"
                  + String.join("\n", mistakes));
    };
  }
}
