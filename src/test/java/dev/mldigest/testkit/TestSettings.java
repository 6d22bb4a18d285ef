package dev.mldigest.testkit;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.domain.settings.Network;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.Slots;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Settings of a small digest without a model, of sources on loopback. */
public final class TestSettings {
  private TestSettings() {}

  public static Settings of(List<Source> sources) {
    return of(network(Duration.ofSeconds(20), 1_000_000, 8, "127.0.0.0/8"), sources);
  }

  public static Settings of(Network network, List<Source> sources) {
    return new Settings(
        new Settings.Masthead("Test", ZoneOffset.UTC, "en"),
        new Settings.Audience("Engineers", List.of(), List.of()),
        new Slots(5, 2, 5, 5, List.of(new SectionRule("s", "S", 5, 0))),
        new Settings.Schedule(Duration.ofMinutes(30), DayOfWeek.MONDAY, LocalTime.of(6, 0)),
        network,
        LanguageModel.NONE,
        Settings.Style.PLAIN,
        sources);
  }

  /**
   * @param allowed the block of addresses that may be contacted although they are not public
   */
  public static Network network(Duration deadline, long mostBytes, int perHost, String allowed) {
    return new Network(
        "",
        true,
        new Network.Call(deadline, mostBytes),
        new Network.PerHost(perHost, Duration.ZERO),
        null,
        List.of(allowed),
        Network.Polling.USUAL);
  }
}
