package dev.mldigest.domain.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the network is used.
 *
 * @param contact a URL or address that tells server operators whom to write to
 * @param articles whether article pages are fetched at all
 * @param call what one call may take
 * @param host how much one host is asked
 * @param proxy a forward proxy, or null
 * @param allowPrivate address blocks (CIDR) that may be contacted although they are not public
 * @param polling how often a source is asked
 * @param authorities a file of certificates that are believed beside the platform's own, or null
 */
public record Network(
    String contact,
    boolean articles,
    Call call,
    PerHost host,
    @Nullable URI proxy,
    List<String> allowPrivate,
    Polling polling,
    @Nullable Path authorities) {
  public Network {
    allowPrivate = List.copyOf(allowPrivate);
  }

  /** A network whose servers are vouched for by the platform's own authorities. */
  public Network(
      String contact,
      boolean articles,
      Call call,
      PerHost host,
      @Nullable URI proxy,
      List<String> allowPrivate,
      Polling polling) {
    this(contact, articles, call, host, proxy, allowPrivate, polling, null);
  }

  /**
   * @param deadline of one whole call, body included
   * @param maxBytes most decoded bytes of one body
   */
  public record Call(Duration deadline, long maxBytes) {}

  /**
   * @param most concurrent requests to one host
   * @param gap least time between two requests' starts on one host
   */
  public record PerHost(int most, Duration gap) {}

  /**
   * @param soonest least time between two polls of a source, however much it publishes
   * @param latest most time between two polls of a source that works
   */
  public record Polling(Duration soonest, Duration latest) {
    /**
     * Conditional pollers are asked to come at most once an hour; once a day is often enough for a
     * weekly issue to miss nothing of a source that still shows it.
     */
    public static final Polling USUAL = new Polling(Duration.ofHours(1), Duration.ofHours(24));
  }
}
