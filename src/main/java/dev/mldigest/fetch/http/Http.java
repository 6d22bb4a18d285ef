package dev.mldigest.fetch.http;

import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.Settings;
import dev.mldigest.net.AddressGuard;
import dev.mldigest.net.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The one client for feeds, listings, robots and pages: polite (spacing, Retry-After, validators, a
 * name) and bounded (time, bytes, redirects, addresses). Blocking; made to be called from virtual
 * threads. What the world does comes back as a {@link HttpReply}, never as an exception. What a
 * status or a body means is left to the callers.
 */
public final class Http implements AutoCloseable {
  private static final int REDIRECTS = 5;
  private static final int RATE_LIMIT_RETRIES = 3;
  private static final Duration WORTH_WAITING = Duration.ofSeconds(10);

  /**
   * Exchanges under way at once. 500 sources of half a second each are through in two seconds, and
   * two processors with other work still serve each of them in time.
   */
  private static final int EXCHANGES = 128;

  /** What a server needs to see that we hung up, before its next request of ours comes. */
  private static final Duration HUNG_UP = Duration.ofMillis(250);

  /** Larger packed bodies are unpacked where parsers work. */
  private static final int PACKED = 32 * 1024;

  /** Added to every wait a server asks for: clocks and scheduling must not make us early. */
  private static final Duration MARGIN = Duration.ofMillis(50);

  private final Settings.Network network;
  private final String userAgent;
  private final AddressGuard guard;
  private final OkHttpClient client;
  private final HostRules rules;
  private final HostLanes lanes;
  private final Exchanges exchanges;
  private final Parsing parsing = new Parsing();
  private final Duration afterReset;
  private final RetryAfter limits;
  private final Waiting waiting;

  /**
   * @param userAgent name, version and a contact, as server operators want to see it
   * @param clock the time that is kept over restarts
   * @param waiting the time in which this process waits
   * @param pauses which hosts must be left alone, over restarts
   * @throws IllegalArgumentException if {@code network.allowPrivate()} holds no CIDR block
   */
  public Http(
      Settings.Network network,
      String userAgent,
      InstantSource clock,
      Waiting waiting,
      HostPauses pauses) {
    this(
        network,
        userAgent,
        Transport.SYSTEM,
        HostRules.ARXIV_GAP,
        Duration.ofMillis(500),
        clock,
        waiting,
        pauses);
  }

  public Http(
      Settings.Network network,
      String userAgent,
      Dns dns,
      Duration arxivGap,
      Duration afterReset,
      Waiting waiting) {
    this(network, userAgent, Transport.with(dns), arxivGap, afterReset, waiting);
  }

  /** On the machine's own time, remembering nothing. */
  public Http(
      Settings.Network network,
      String userAgent,
      Transport wires,
      Duration arxivGap,
      Duration afterReset,
      Waiting waiting) {
    this(
        network,
        userAgent,
        wires,
        arxivGap,
        afterReset,
        InstantSource.system(),
        waiting,
        HostPauses.inMemory());
  }

  public Http(
      Settings.Network network,
      String userAgent,
      Transport wires,
      Duration arxivGap,
      Duration afterReset,
      InstantSource clock,
      Waiting waiting,
      HostPauses pauses) {
    this(network, userAgent, wires, arxivGap, afterReset, clock, waiting, pauses, EXCHANGES);
  }

  /**
   * @param exchanges most of them under way at once
   */
  public Http(
      Settings.Network network,
      String userAgent,
      Transport wires,
      Duration arxivGap,
      Duration afterReset,
      InstantSource clock,
      Waiting waiting,
      HostPauses pauses,
      int exchanges) {
    this.exchanges = new Exchanges(exchanges);
    this.network = network;
    this.userAgent = userAgent;
    this.guard = new AddressGuard(network.allowPrivate());
    this.rules = new HostRules(network.perHost(), network.perHostGap(), arxivGap);
    this.lanes = new HostLanes(waiting, clock, pauses);
    this.afterReset = afterReset;
    this.waiting = waiting;
    this.limits = new RetryAfter(waiting, clock, pauses);
    this.client =
        wires
            .client(network.deadline(), network.proxy(), guard::permits)
            .retryOnConnectionFailure(true) // of a kept connection that the server had closed
            .build();
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
    HttpReply reply = new Chain(request, objection, place).follow();
    return switch (reply) {
      case HttpReply.Broken broken
          when broken.why() == FetchFailure.CONNECTION_RESET && lost < 1 -> {
        waiting.sleepUntil(waiting.nanoTime() + afterReset.toNanos());
        yield attempts(request, objection, place, lost + 1, limited);
      }
      case HttpReply.Limited limit
          when limit.retryAfter().compareTo(WORTH_WAITING) <= 0 && limited < RATE_LIMIT_RETRIES ->
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
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    parsing.close();
  }

  /** What an exchange brought. */
  private sealed interface Came {}

  private record Ended(HttpReply reply) implements Came {}

  private record Body(HttpUrl url, int hop, Response response, Bodies.Coded coded)
      implements Came {}

  /** One walk from the address asked for to the answer. */
  private final class Chain {
    private final HttpRequest request;
    private final Objection rule;
    private final Exchanges.Place place;
    private final Set<String> seen = new HashSet<>();
    private long left = network.deadline().toNanos();
    private boolean permanent = true;

    Chain(HttpRequest request, Objection rule, Exchanges.Place place) {
      this.request = request;
      this.rule = rule;
      this.place = place;
    }

    HttpReply follow() throws InterruptedException {
      String target = request.url().toString();
      HttpUrl url = HttpUrl.parse(target);
      for (int hop = 0; hop <= REDIRECTS; hop++) {
        HttpReply no = url == null ? notHttp() : objection(url);
        if (no != null || url == null) {
          return no == null ? notHttp() : no;
        }
        HttpReply reply = ask(url, hop);
        if (!(reply instanceof HttpReply.Answered answered) || location(answered) == null) {
          return reply;
        }
        permanent &= answered.status() == 301 || answered.status() == 308;
        HttpUrl next = url.resolve(String.valueOf(location(answered)));
        if (next != null && url.isHttps() && !next.isHttps()) {
          return HttpReply.Refused.forbidden(
              url.host(), url.host() + " redirects from https to http.");
        }
        url = next;
      }
      return tooMany(request.url().getHost());
    }

    private @Nullable HttpReply objection(HttpUrl url) {
      if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
        return HttpReply.Refused.forbidden(
            url.host(), "Addresses with a user name or password are not asked.");
      }
      if (!seen.add(url.newBuilder().fragment(null).build().toString())) {
        return tooMany(url.host());
      }
      if (HostNames.otherProtocol(url.port())) {
        return HttpReply.Refused.forbidden(
            url.host(), "Port " + url.port() + " of " + url.host() + " is not one of web servers.");
      }
      if (HostNames.oddNumber(url.host()) || !permitsByName(url.host())) {
        return HttpReply.Refused.notPublic(url.host());
      }
      return rule.to(url.uri());
    }

    /**
     * Behind a proxy no connection to the host is ours to check, so what its name says is: an
     * address written out, or this machine and its network. Other names are resolved by the proxy,
     * which is the editor's own.
     */
    private boolean permitsByName(String host) {
      if (network.proxy() == null) {
        return true;
      }
      try {
        return HostNames.local(host)
            ? guard.permits(InetAddress.getLoopbackAddress())
            : !HostNames.literal(host) || guard.permits(InetAddress.getByName(host));
      } catch (UnknownHostException e) {
        return false;
      }
    }

    private HttpReply ask(HttpUrl url, int hop) throws InterruptedException {
      while (true) {
        HttpReply.Limited limit = awaitPermission(url);
        if (limit != null) {
          return limit;
        }
        switch (lanes.take(rules.of(request, url), place)) {
          case HostLanes.Crowded crowded -> {
            return new HttpReply.Limited(
                crowded.left(), url.host() + " is asked so seldom that its turn comes later.");
          }
          case HostLanes.Turn turn when limits.left(url).isZero() -> {
            HttpReply reply = askNow(url, hop, turn);
            if (!(reply instanceof HttpReply.Answered answered) || location(answered) != null) {
              place.leave();
            }
            return reply;
          }
          case HostLanes.Turn turn -> { // another request was just told to wait: others go first
            place.leave();
            turn.close();
          }
        }
      }
    }

    private HttpReply askNow(HttpUrl url, int hop, HostLanes.Turn turn)
        throws InterruptedException {
      Came came;
      try (turn) {
        // Real time, whatever time is waited in: sockets do not know of any other.
        long start = System.nanoTime();
        came = exchange(url, hop);
        left -= System.nanoTime() - start;
        if (came instanceof Ended(HttpReply.Broken _)) {
          place.leave();
          waiting.sleepUntil(waiting.nanoTime() + HUNG_UP.toNanos());
        }
      }
      return switch (came) {
        case Ended(HttpReply reply) -> reply;
        case Body body -> unpacked(body);
      };
    }

    private HttpReply.@Nullable Limited awaitPermission(HttpUrl url) throws InterruptedException {
      Duration wait = limits.left(url);
      if (wait.compareTo(WORTH_WAITING.plus(MARGIN)) > 0) {
        return new HttpReply.Limited(wait, url.host() + " asked to be left alone for now.");
      }
      waiting.sleepUntil(waiting.nanoTime() + wait.toNanos());
      return null;
    }

    private Came exchange(HttpUrl url, int hop) {
      if (left <= 0) {
        return new Ended(NetworkErrors.late(url.host()));
      }
      Call call = client.newCall(message(url));
      call.timeout().timeout(left, TimeUnit.NANOSECONDS);
      boolean inBody = false;
      long announced = -1;
      try (Response response = call.execute()) {
        inBody = true;
        announced = response.body().contentLength();
        HttpReply.Limited limit = limit(url, response);
        if (limit != null) {
          return new Ended(limit);
        }
        return switch (Bodies.receive(call, response, network.maxBytes())) {
          case Bodies.Coded coded -> new Body(url, hop, response, coded);
          case Bodies.Unusable unusable -> new Ended(broken(url, unusable));
        };
      } catch (IOException e) {
        return new Ended(NetworkErrors.of(e, inBody, url.host()));
      } catch (IllegalArgumentException e) {
        // How the library stumbles over such a length, at the latest when the answer is closed.
        if (announced >= -1) { // -1 is what it says where none is announced
          throw e;
        }
        return new Ended(NetworkErrors.negativeLength(announced, url.host()));
      }
    }

    /** What comes of unpacking is nobody's time: neither the server's nor that of its others. */
    private HttpReply unpacked(Body body) {
      int size = body.coded().bytes().length;
      return size > PACKED ? parsing.of(size, () -> decoded(body)) : decoded(body);
    }

    private HttpReply decoded(Body body) {
      HttpUrl url = body.url();
      try {
        return switch (Bodies.decoded(body.coded(), network.maxBytes())) {
          case Bodies.Whole whole ->
              new HttpReply.Answered(
                  body.response().code(),
                  url.uri(),
                  body.hop() > 0 && permanent ? url.uri() : null,
                  Bodies.headers(body.response()),
                  whole.bytes());
          case Bodies.Unusable unusable -> broken(url, unusable);
        };
      } catch (IOException e) {
        return NetworkErrors.of(e, true, url.host());
      }
    }

    private static HttpReply broken(HttpUrl url, Bodies.Unusable unusable) {
      return new HttpReply.Broken(unusable.why(), url.host() + unusable.detail());
    }

    private Request message(HttpUrl url) {
      Headers.Builder headers = new Headers.Builder();
      headers.add("User-Agent", userAgent).add("Accept", request.accept());
      headers.add("Accept-Encoding", Bodies.ENCODINGS);
      verbatim(headers, "If-None-Match", request.validators().entityTag());
      verbatim(headers, "If-Modified-Since", request.validators().lastModified());
      if (request.key() != null && sameServer(url)) {
        headers.add("X-Api-Key", request.key().value());
      }
      return new Request.Builder().url(url).headers(headers.build()).build();
    }

    /** A redirect must not carry the editor's key to another server. */
    private boolean sameServer(HttpUrl url) {
      HttpUrl first = HttpUrl.parse(request.url().toString());
      return first != null
          && first.scheme().equals(url.scheme())
          && first.host().equals(url.host())
          && first.port() == url.port();
    }

    /** Byte for byte as received, also where the server's syntax is odd. */
    private void verbatim(Headers.Builder headers, String name, @Nullable String value) {
      if (value != null && value.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
        headers.addUnsafeNonAscii(name, value);
      }
    }

    private HttpReply.@Nullable Limited limit(HttpUrl url, Response response) {
      String wish = response.header("Retry-After");
      if (response.code() != 429 && (response.code() != 503 || wish == null)) {
        return null;
      }
      Duration wait =
          wish == null ? RetryAfter.UNSAID : RetryAfter.read(wish, Bodies.madeAt(response));
      limits.remember(url, response.code(), wait.plus(MARGIN));
      return new HttpReply.Limited(
          wait,
          "%s answered %d and asks for %d seconds of patience."
              .formatted(url.host(), response.code(), wait.toSeconds()));
    }

    private @Nullable String location(HttpReply.Answered answered) {
      return switch (answered.status()) {
        case 301, 302, 303, 307, 308 -> answered.header("Location");
        default -> null;
      };
    }

    private HttpReply notHttp() {
      return HttpReply.Refused.forbidden("", "Only valid http and https addresses are asked.");
    }

    private HttpReply tooMany(@Nullable String host) {
      return new HttpReply.Broken(
          FetchFailure.TOO_MANY_REDIRECTS,
          "%s redirects in a circle or more than %d times."
              .formatted(host == null ? "The server" : host.toLowerCase(Locale.ROOT), REDIRECTS));
    }
  }
}
