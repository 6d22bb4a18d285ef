package dev.mldigest.config;

import dev.mldigest.domain.settings.Settings;
import java.util.List;

/**
 * What became of feeds.yaml: settings that can be relied on, or everything that is wrong with it.
 */
public sealed interface SettingsReading {

  record Valid(Settings settings) implements SettingsReading {}

  /**
   * @param mistakes at least one, in the order of the file, each {@code feeds.yaml:5:13: sentence}
   *     (line and column count from 1)
   */
  record Invalid(List<String> mistakes) implements SettingsReading {
    public Invalid {
      mistakes = List.copyOf(mistakes);
    }
  }
}
