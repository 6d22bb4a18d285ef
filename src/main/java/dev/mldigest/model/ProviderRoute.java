package dev.mldigest.model;

import dev.mldigest.domain.settings.Settings;
import dev.mldigest.model.wire.Service;
import dev.mldigest.net.AddressGuard;
import dev.mldigest.net.Transport;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The way to the provider. Where the editor says that the model is, there it is: also on this
 * machine or in a network of one's own, and then it is asked without the proxy.
 */
final class ProviderRoute {
  private static final AddressGuard PUBLIC = new AddressGuard(List.of());

  private ProviderRoute() {}

  /** HTTP/1.1, so that a connection that breaks takes one answer with it and not all in flight. */
  static OkHttpClient client(Settings.Model settings, Route route) {
    Duration deadline = settings.calls().deadline();
    return new Transport(Dns.SYSTEM, deadline, to -> true, null)
        .believing(route.authorities())
        .client(deadline, isNear(Service.of(settings).base()) ? null : route.proxy(), to -> true)
        .protocols(List.of(Protocol.HTTP_1_1))
        .retryOnConnectionFailure(false) // every attempt is one of ours, and in the ledger
        .build();
  }

  /** True for an address that is not public, and for the name of this machine (RFC 6761). */
  static boolean isNear(@Nullable URI address) {
    HttpUrl url = address == null ? null : HttpUrl.get(address);
    if (url == null || url.host().equals("localhost")) {
      return url != null;
    }
    try {
      return !PUBLIC.permits(InetAddress.ofLiteral(url.host()));
    } catch (IllegalArgumentException e) {
      return false; // a name
    }
  }
}
