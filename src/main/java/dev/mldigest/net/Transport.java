package dev.mldigest.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What the world is reached by.
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
  /** A first packet that is lost is sent again after one second and after three (RFC 6298). */
  private static final Duration CONNECT = Duration.ofSeconds(5);

  public static final Transport SYSTEM = with(Dns.SYSTEM);

  /** Idle connections that are kept: a few for each of the hosts that are asked again and again. */
  private static final int KEPT = 32;

  /** Servers close idle connections after 5 (Apache) to 75 seconds (nginx). */
  private static final int KEPT_SECONDS = 30;

  public static Transport with(Dns dns) {
    return new Transport(dns, CONNECT, to -> true, null);
  }

  /**
   * The one client: every address is checked when a connection is made, names are resolved in time,
   * no redirect is followed, no cookie kept. How long a whole call may take is set for each call.
   *
   * @param deadline longest wait for anything
   * @param proxy a forward proxy, or null
   * @param permitted which addresses may be connected to; those behind a proxy are its own affair
   */
  public OkHttpClient.Builder client(
      Duration deadline, @Nullable URI proxy, Predicate<InetAddress> permitted) {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    if (trust != null) {
      builder.sslSocketFactory(Tls.trusting(trust), trust);
    }
    return builder
        .proxy(proxy(proxy))
        .dns(new TimelyDns(dns, connect.compareTo(deadline) < 0 ? connect : deadline))
        .socketFactory(
            new GuardedSockets(
                to -> (proxy != null || permitted.test(to.getAddress())) && dial.test(to)))
        .followRedirects(false)
        .followSslRedirects(false)
        .cookieJar(CookieJar.NO_COOKIES)
        .connectTimeout(connect)
        .readTimeout(deadline)
        .writeTimeout(deadline)
        .connectionPool(new ConnectionPool(KEPT, KEPT_SECONDS, TimeUnit.SECONDS));
  }

  /**
   * Believes the certificates of a file, too.
   *
   * @param authorities null: nobody else
   */
  public Transport believing(@Nullable Path authorities) {
    return authorities == null
        ? this
        : new Transport(dns, connect, dial, Tls.believing(authorities));
  }

  /** For what is no HTTP; null: the platform's own sockets. */
  public @Nullable SSLSocketFactory sockets() {
    return trust == null ? null : Tls.trusting(trust);
  }

  private static Proxy proxy(@Nullable URI uri) {
    if (uri == null) {
      return Proxy.NO_PROXY;
    }
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port));
  }
}
