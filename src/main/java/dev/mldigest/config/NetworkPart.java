package dev.mldigest.config;

import dev.mldigest.config.yaml.AddressBlock;
import dev.mldigest.config.yaml.Addresses;
import dev.mldigest.config.yaml.ValueForm;
import dev.mldigest.config.yaml.ValueForms;
import dev.mldigest.config.yaml.YamlMap;
import dev.mldigest.domain.settings.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;

/** Reads how the network is used. */
final class NetworkPart {
  private NetworkPart() {}

  /**
   * @param folder where relative file names start
   */
  static Network network(YamlMap top, Path folder) {
    YamlMap map = top.map("network", Keys.NETWORK).orElseGet(top::nothing);
    Duration soonest =
        map.get("poll-soonest", ValueForms.duration("1h", "24h"), Network.Polling.USUAL.soonest());
    Duration latest =
        map.get("poll-latest", ValueForms.duration("1h", "7d"), Network.Polling.USUAL.latest());
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
        new Network.Polling(soonest, latest),
        map.find("ca-file", certificates(folder)).orElse(null));
  }

  /** A file of certificates in PEM or DER. */
  private static ValueForm<Path> certificates(Path folder) {
    return ValueForm.ofText(
        "must be the name of a file of certificates (PEM)",
        name -> {
          try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()
                ? ValueForm.bad("names a file without certificates")
                : ValueForm.good(folder.resolve(name));
          } catch (IOException | InvalidPathException e) {
            return ValueForm.bad("names a file that cannot be read");
          } catch (CertificateException e) {
            return ValueForm.bad("names a file that holds something else than certificates (PEM)");
          }
        });
  }
}
