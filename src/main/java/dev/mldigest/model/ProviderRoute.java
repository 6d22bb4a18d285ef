package dev.mldigest.model;

import dev.mldigest.domain.settings.LanguageModel;
import dev.mldigest.model.wire.Service;
import dev.mldigest.net.AddressGuard;
import dev.mldigest.net.Transport;
import java.time.Duration;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The way to the provider. Where the editor says that the model is, there it is: also on this
 * machine or in a network of one's own, and then it is asked without the proxy.
 */
final class ProviderRoute {
  private ProviderRoute() {}

  /** HTTP/1.1, so that a connection that breaks takes one answer with it and not all in flight. */
  static OkHttpClient client(LanguageModel settings, Route route) {
    Duration deadline = settings.calls().deadline();
    return new Transport(Dns.SYSTEM, deadline, to -> true, null)
        .believing(route.authorities())
        .client(
            deadline,
            AddressGuard.isNear(Service.of(settings).base()) ? null : route.proxy(),
            to -> true)
        .protocols(List.of(Protocol.HTTP_1_1))
        .retryOnConnectionFailure(false) // every attempt is one of ours, and in the ledger
        .build();
  }
}
