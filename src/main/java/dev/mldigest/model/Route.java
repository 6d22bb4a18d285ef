package dev.mldigest.model;

import dev.mldigest.domain.settings.Network;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What stands between us and a provider that is not near.
 *
 * @param proxy a forward proxy, or null
 * @param authorities a file of certificates that are believed, too, or null
 */
public record Route(@Nullable URI proxy, @Nullable Path authorities) {
  public static final Route DIRECT = new Route(null, null);

  public static Route of(Network network) {
    return new Route(network.proxy(), network.authorities());
  }
}
