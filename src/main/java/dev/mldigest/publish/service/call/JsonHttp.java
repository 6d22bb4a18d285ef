package dev.mldigest.publish.service.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.settings.Network;
import dev.mldigest.net.AddressGuard;
import dev.mldigest.net.GuardedSockets;
import dev.mldigest.net.HttpDate;
import dev.mldigest.net.Tls;
import dev.mldigest.net.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Asks services that speak JSON. A whole call has a deadline, an answer a bound, and no redirect is
 * followed: a key and a draft go where feeds.yaml says and nowhere else. A request that a service
 * did not take for being asked too often is asked again when it says, if that is soon; nothing else
 * is asked twice. Each call has a connection of its own: a server that closes one without saying so
 * (HTTP/1.0) would leave it open whether the next request was taken. What comes back as trouble is
 * one sentence without any secret.
 */
public final class JsonHttp implements AutoCloseable {
  /** Services take a draft in a second or two; a slow one of one's own may take longer. */
  public static final Duration DEADLINE = Duration.ofSeconds(30);

  /** A list of 100 mails with their bodies, each with what Gmail shows of one three times over. */
  static final long MOST_BYTES = 32_000_000;

  /** A wait that an editor sits out; what is longer is said, and kept for the next command. */
  private static final Duration WORTH_WAITING = Duration.ofSeconds(20);

  private static final int PATIENCE = 3;

  /** For a 429 that does not say: services count by the minute. */
  private static final Duration UNSAID = Duration.ofMinutes(1);

  /** Beyond, nobody counts in seconds. */
  private static final Duration LONG = Duration.ofMinutes(10);

  private static final Duration LONGEST = Duration.ofHours(24);

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client;
  private final Terms terms;
  private final URI base;

  /**
   * @param deadline of one whole call
   * @param sitOut how a wait is spent
   * @param pauses what services asked for, over restarts
   */
  public record Terms(
      Duration deadline, Consumer<Duration> sitOut, HostPauses pauses, InstantSource clock) {}

  /**
   * @param base the service's address: what is near (of this machine or of a network of one's own)
   *     is asked without the proxy
   */
  public JsonHttp(URI base, Network network, Terms terms) {
    this.base = base;
    this.terms = terms;
    this.client =
        Transport.SYSTEM
            .believing(network.authorities())
            .client(
                terms.deadline(), AddressGuard.isNear(base) ? null : network.proxy(), to -> true)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .retryOnConnectionFailure(false) // what was sent may have been taken
            .build();
  }

  /**
   * An answer of success.
   *
   * @param status 200 to 299, or one of those that were asked for
   * @param root missing where the body is empty
   * @param retryAfter what the service says of when to ask again; zero where it says nothing
   */
  public record Answer(int status, JsonNode root, Duration retryAfter) {}

  /** Where a path of the service is, below its base. */
  public URI at(String path) {
    return URI.create(base.toString().replaceAll("/+$", "") + path);
  }

  public Reply<Answer> send(ServiceCall call) {
    return send(call, Set.of());
  }

  /**
   * @param telling statuses other than those of success whose body in JSON is an answer, too
   */
  public Reply<Answer> send(ServiceCall call, Set<Integer> telling) {
    return send(call, telling, () -> {});
  }

  /**
   * @param late is called where it goes later than it was asked for: after each wait
   */
  Reply<Answer> send(ServiceCall call, Set<Integer> telling, Runnable late) {
    for (int asked = 1; ; asked++) {
      Duration left = left();
      if (left.compareTo(WORTH_WAITING) > 0) {
        return busy(left);
      }
      if (left.isPositive()) {
        terms.sitOut().accept(left);
        late.run();
      }
      Reply<Answer> reply = once(call, telling);
      if (!(reply instanceof Reply.Trouble<Answer> trouble)
          || trouble.why() != Reply.Why.LATER
          || !left().isPositive()
          || asked > PATIENCE) {
        return reply;
      }
    }
  }

  private Reply<Answer> once(ServiceCall call, Set<Integer> telling) {
    Call exchange = client.newCall(message(call));
    exchange.timeout().timeout(terms.deadline().toNanos(), TimeUnit.NANOSECONDS);
    try (Response response = exchange.execute()) {
      return read(call, response, telling);
    } catch (IOException e) {
      return broken(e);
    }
  }

  private static Request message(ServiceCall call) {
    Request.Builder request = new Request.Builder().url(call.url().toString());
    request.header("Accept", "application/json").header("User-Agent", "ml-digest");
    call.headers().forEach(request::header);
    call.secrets().forEach((name, secret) -> request.header(name, secret.value()));
    String body = call.body();
    RequestBody sent =
        body == null ? null : RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON);
    boolean wantsBody = List.of("POST", "PUT", "PATCH").contains(call.method());
    return request
        .method(call.method(), sent == null && wantsBody ? RequestBody.create(new byte[0]) : sent)
        .build();
  }

  private Reply<Answer> read(ServiceCall call, Response response, Set<Integer> telling)
      throws IOException {
    int status = response.code();
    if (response.body().contentLength() > MOST_BYTES) {
      return trouble(Reply.Why.UNSURE, "sent an answer that is too large.");
    }
    byte[] bytes = response.body().byteStream().readNBytes((int) MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return trouble(Reply.Why.UNSURE, "sent an answer that is too large.");
    }
    JsonNode root = Json.read(bytes);
    Duration wait = wait(response);
    if (telling.contains(status) && root != null && root.isObject()) {
      return Reply.got(new Answer(status, root, wait));
    }
    if (status / 100 == 2) {
      return root == null
          ? trouble(Reply.Why.UNSURE, "answered " + status + " with something that is no JSON.")
          : Reply.got(new Answer(status, root, wait));
    }
    if (status == 429 || (status == 503 && response.header("Retry-After") != null)) {
      Duration pause = wait.isPositive() ? wait : UNSAID;
      terms.pauses().keepOff(host(), terms.clock().instant().plus(pause));
      return status == 429 || call.isSafe()
          ? busy(pause)
          : trouble(Reply.Why.UNSURE, "answered 503: it is out of service.");
    }
    String said = "answered " + status + SaidBack.in(call, root);
    return switch (status) {
      case 404, 410 -> trouble(Reply.Why.GONE, said);
      case 401, 403 -> trouble(Reply.Why.REFUSED, said + " Is the key right, and may it do this?");
      case 408 -> trouble(Reply.Why.UNSURE, said);
      default ->
          status / 100 == 3
              ? trouble(
                  Reply.Why.REFUSED,
                  "answered %d: the address in feeds.yaml leads elsewhere, and no key is taken there."
                      .formatted(status))
              : trouble(status >= 500 ? Reply.Why.UNSURE : Reply.Why.REFUSED, said);
    };
  }

  private Reply<Answer> broken(IOException e) {
    return switch (e) {
      case GuardedSockets.ForbiddenAddress forbidden ->
          trouble(Reply.Why.REFUSED, "has an address that may not be asked.");
      case UnknownHostException unknown ->
          trouble(Reply.Why.LATER, "has a name that no server knows.");
      case ConnectException unreached -> trouble(Reply.Why.LATER, "did not take the connection.");
      case SSLException insecure ->
          trouble(Reply.Why.UNSURE, "has no secure connection: " + Tls.reason(insecure));
      default ->
          trouble(
              Reply.Why.UNSURE,
              "did not answer within " + terms.deadline().toSeconds() + " s, or broke off.");
    };
  }

  private Duration wait(Response response) {
    String value = response.header("Retry-After");
    if (value == null) {
      return Duration.ZERO;
    }
    if (value.strip().matches("[0-9]{1,6}")) {
      return capped(Duration.ofSeconds(Long.parseLong(value.strip())));
    }
    Instant then = HttpDate.read(value);
    Instant made = HttpDate.read(response.header("Date"));
    Instant now = made == null ? terms.clock().instant() : made;
    return then == null ? UNSAID : capped(Duration.between(now, then));
  }

  private static Duration capped(Duration wish) {
    Duration positive = wish.isNegative() ? Duration.ZERO : wish;
    return positive.compareTo(LONGEST) > 0 ? LONGEST : positive;
  }

  private Duration left() {
    Instant now = terms.clock().instant();
    return terms
        .pauses()
        .until(host())
        .map(until -> capped(Duration.between(now, until)))
        .orElse(Duration.ZERO);
  }

  /** Not a host that feeds are fetched from: what is asked of a service has limits of its own. */
  private String host() {
    return "publish " + base.getAuthority();
  }

  private Reply<Answer> busy(Duration wait) {
    return trouble(
        Reply.Why.LATER,
        "asks to be left alone for "
            + (wait.compareTo(LONG) > 0
                ? (wait.toSeconds() + 59) / 60 + " minutes."
                : Math.max(1, wait.toSeconds()) + " seconds."));
  }

  private Reply<Answer> trouble(Reply.Why why, String sentence) {
    return new Reply.Trouble<>(why, base.getHost() + " " + sentence);
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
  }
}
