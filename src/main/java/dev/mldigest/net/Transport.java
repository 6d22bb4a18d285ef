package dev.mldigest.net;

import dev.mldigest.fetch.http.Http;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Predicate;
import javax.net.ssl.X509TrustManager;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Http} reaches the world by.
 *
 * @param connect longest wait for a name to be resolved, and for a connection to be accepted
 * @param dial asked last, after the address was found permitted and before a connection is made
 * @param trust whose certificates are believed; null for the platform's own authorities
 */
public record Transport(
    Dns dns,
    Duration connect,
    Predicate<InetSocketAddress> dial,
    @Nullable X509TrustManager trust) {
  public static final Transport SYSTEM = with(Dns.SYSTEM);

  public static Transport with(Dns dns) {
    return new Transport(dns, Duration.ofSeconds(5), to -> true, null);
  }
}
