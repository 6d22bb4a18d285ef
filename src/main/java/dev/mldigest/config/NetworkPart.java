package dev.mldigest.config;

import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.Settings.Network;
import java.time.Duration;

/** Reads how the network is used. */
final class NetworkPart {
  private NetworkPart() {}

  static Network network(YamlMap top) {
    YamlMap map = top.map("network", Keys.NETWORK).orElseGet(top::nothing);
    Duration soonest =
        map.get(
            "poll-soonest",
            ValueForms.duration("1h", "24h"),
            Settings.Network.Polling.USUAL.soonest());
    Duration latest =
        map.get(
            "poll-latest",
            ValueForms.duration("1h", "7d"),
            Settings.Network.Polling.USUAL.latest());
    if (latest.compareTo(soonest) < 0) {
      map.wrong("poll-latest", "must not be less than 'poll-soonest'");
    }
    return new Network(
        map.get("contact", Addresses.contact(), ""),
        map.get("articles", ValueForm.flag(), true),
        new Network.Call(
            map.get("deadline", ValueForms.duration("1s", "120s"), Duration.ofSeconds(15)),
            map.get("max-bytes", ValueForms.size("100KB", "100MB"), 10_000_000L)),
        new Network.PerHost(
            map.get("per-host", ValueForm.whole(1, 8), 2L).intValue(),
            map.get("per-host-gap", ValueForms.duration("0s", "60s"), Duration.ZERO)),
        map.find("proxy", Addresses.proxy()).orElse(null),
        map.list("allow-private", AddressBlock.form(), 100),
        new Network.Polling(soonest, latest));
  }
}
