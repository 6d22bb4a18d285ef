package dev.mldigest.fetch.http;

import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.settings.Network;
import dev.mldigest.net.AddressGuard;
import dev.mldigest.net.Transport;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The one client for feeds, listings, robots and pages: polite (spacing, Retry-After, validators, a
 * name) and bounded (time, bytes, redirects, addresses). Blocking; made to be called from virtual
 * threads. What the world does comes back as a {@link HttpReply}, never as an exception. What a
 * status or a body means is left to the callers.
 */
public final class Http implements AutoCloseable {
  /** A server that asks for short waits again and again wants to be left alone. */
  private static final int RATE_LIMIT_RETRIES = 3;

  /**
   * Exchanges under way at once. 500 sources of half a second each are through in two seconds, and
   * two processors with other work still serve each of them in time.
   */
  private static final int EXCHANGES = 128;

  private final Network network;
  private final String userAgent;
  private final AddressRules addresses;
  private final Wire wire;
  private final Turns turns;
  private final Exchanges exchanges;
  private final Parsing parsing = new Parsing();
  private final Duration afterReset;
  private final Waiting waiting;

  private Http(Builder with) {
    this.network = with.network;
    this.userAgent = with.userAgent;
    this.exchanges = new Exchanges(with.exchanges);
    this.afterReset = with.afterReset;
    this.waiting = with.waiting;
    AddressGuard guard = new AddressGuard(network.allowPrivate());
    this.addresses = new AddressRules(guard, network.proxy() != null);
    RetryAfter limits = new RetryAfter(waiting, with.clock, with.pauses);
    OkHttpClient client =
        with.transport
            .believing(network.authorities())
            .client(network.call().deadline(), network.proxy(), guard::permits)
            .retryOnConnectionFailure(true) // of a kept connection that the server had closed
            .build();
    this.wire = new Wire(client, network, userAgent, limits, parsing);
    this.turns =
        new Turns(
            wire,
            new HostRules(network.host().most(), network.host().gap(), with.arxivGap),
            new HostLanes(waiting, with.clock, with.pauses),
            limits,
            waiting);
  }

  /**
   * A client on the machine's own time that remembers nothing, until it is told otherwise.
   *
   * @param userAgent name, version and a contact, as server operators want to see it
   */
  public static Builder as(Network network, String userAgent) {
    return new Builder(network, userAgent);
  }

  /** True for an address that by itself names no public host, and that nobody allowed. */
  public static boolean isPrivate(URI url, Network network) {
    HttpUrl address = HttpUrl.parse(url.toString());
    return address != null
        && new AddressRules(new AddressGuard(network.allowPrivate()), true).objection(address)
            != null;
  }

  /** What a client is made with. */
  public static final class Builder {
    private final Network network;
    private final String userAgent;
    private Transport transport = Transport.SYSTEM;
    private Duration arxivGap = HostRules.ARXIV_GAP;

    /**
     * A server that restarts drops its connections, and is back after some hundred milliseconds.
     */
    private Duration afterReset = Duration.ofMillis(500);

    private InstantSource clock = InstantSource.system();
    private Waiting waiting = Waiting.SYSTEM;
    private HostPauses pauses = HostPauses.inMemory();
    private int exchanges = EXCHANGES;

    private Builder(Network network, String userAgent) {
      this.network = network;
      this.userAgent = userAgent;
    }

    public Builder transport(Transport value) {
      transport = value;
      return this;
    }

    /** Least time between two requests to arXiv. */
    public Builder arxivGap(Duration value) {
      arxivGap = value;
      return this;
    }

    /** The wait before a lost connection is made anew. */
    public Builder afterReset(Duration value) {
      afterReset = value;
      return this;
    }

    /** The time that is kept over restarts. */
    public Builder clock(InstantSource value) {
      clock = value;
      return this;
    }

    /** The time in which this process waits. */
    public Builder waiting(Waiting value) {
      waiting = value;
      return this;
    }

    /** Which hosts must be left alone, over restarts. */
    public Builder pauses(HostPauses value) {
      pauses = value;
      return this;
    }

    /** Most exchanges under way at once. */
    Builder exchanges(int value) {
      exchanges = value;
      return this;
    }

    /**
     * @throws IllegalArgumentException if {@code network.allowPrivate()} holds no CIDR block
     */
    public Http build() {
      return new Http(this);
    }
  }

  /**
   * Gets one thing. Waits for its host's turn, follows redirects, retries a lost connection once
   * and a Retry-After of up to 10 s three times. A timeout is never retried.
   */
  public HttpReply get(HttpRequest request) {
    return get(request, Objection.NONE);
  }

  /**
   * @param objection to addresses: the first one, or one that a redirect names
   */
  public HttpReply get(HttpRequest request, Objection objection) {
    return get(request, objection, reply -> reply, false);
  }

  /**
   * Gets one thing and reads it where parsers work. Until it has been read it counts as an exchange
   * under way: what comes in never outruns what is read.
   *
   * @param reader must not ask for anything itself
   */
  public <T extends @Nullable Object> T get(
      HttpRequest request, Objection objection, Function<HttpReply, T> reader) {
    return get(request, objection, reader, true);
  }

  private <T extends @Nullable Object> T get(
      HttpRequest request, Objection objection, Function<HttpReply, T> reader, boolean parsed) {
    Exchanges.Place place = exchanges.place();
    try {
      HttpReply reply = attempts(request, objection, place, 0, 0);
      int size = reply instanceof HttpReply.Answered answered ? answered.body().length : 0;
      return parsed && size > 0 ? parsing.of(size, () -> reader.apply(reply)) : reader.apply(reply);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return reader.apply(new HttpReply.Broken(FetchFailure.INTERRUPTED, "The run was stopped."));
    } finally {
      place.leave();
    }
  }

  /** Where what was fetched is read. */
  Parsing parsing() {
    return parsing;
  }

  private HttpReply attempts(
      HttpRequest request, Objection objection, Exchanges.Place place, int lost, int limited)
      throws InterruptedException {
    HttpReply reply =
        new RedirectChain(turns, addresses, objection)
            .follow(request, place, new Turns.TimeLeft(network.call().deadline()));
    return switch (reply) {
      case HttpReply.Broken broken
          when broken.why() == FetchFailure.CONNECTION_RESET && lost < 1 -> {
        waiting.sleepUntil(waiting.nanoTime() + afterReset.toNanos());
        yield attempts(request, objection, place, lost + 1, limited);
      }
      case HttpReply.Limited limit
          when limit.retryAfter().compareTo(Turns.WORTH_WAITING) <= 0
              && limited < RATE_LIMIT_RETRIES ->
          attempts(
              request,
              objection,
              place,
              lost,
              limited + 1); // the chain waits before it asks that URL again
      case HttpReply.Limited limit -> limit;
      case HttpReply.Answered answered -> answered;
      case HttpReply.Refused refused -> refused;
      case HttpReply.Broken broken -> broken;
    };
  }

  /** The name by which robots.txt files may speak of us: the user agent up to its version. */
  String productToken() {
    return userAgent.split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    wire.close();
    parsing.close();
  }
}
