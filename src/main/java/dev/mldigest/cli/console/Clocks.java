package dev.mldigest.cli.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program's clock: the machine's, or one that starts at {@code --now} and runs on from there.
 */
final class Clocks {
  private Clocks() {}

  /**
   * @throws UsageException if the instant is not ISO-8601
   */
  static InstantSource startingAt(@Nullable String now, Map<String, String> environment) {
    String text = now != null ? now : environment.get("DIGEST_NOW");
    if (text == null || text.isBlank()) {
      return InstantSource.system();
    }
    try {
      Instant start = Instant.parse(text.strip());
      Clock system = Clock.systemUTC();
      return Clock.offset(system, Duration.between(system.instant(), start));
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--now '" + text + "' is not an instant; write it like 2026-03-02T06:00:00Z.", e);
    }
  }
}
