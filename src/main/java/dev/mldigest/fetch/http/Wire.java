package dev.mldigest.fetch.http;

import dev.mldigest.domain.settings.Network;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One exchange with a server, within its time and its size: no redirects, no manners. */
final class Wire implements AutoCloseable {
  /** Larger packed bodies are unpacked where parsers work. */
  private static final int PACKED = 32 * 1024;

  private final OkHttpClient client;
  private final Network network;
  private final String userAgent;
  private final RetryAfter limits;
  private final Parsing parsing;

  Wire(OkHttpClient client, Network network, String userAgent, RetryAfter limits, Parsing parsing) {
    this.client = client;
    this.network = network;
    this.userAgent = userAgent;
    this.limits = limits;
    this.parsing = parsing;
  }

  /** What an exchange brought. */
  sealed interface Came {}

  record Ended(HttpReply reply) implements Came {}

  /** An answer whose body is not unpacked yet. */
  record Body(HttpUrl url, Response response, Bodies.Coded coded) implements Came {}

  /**
   * @param nanos the time that is left for it
   */
  Came send(HttpRequest request, HttpUrl url, long nanos) {
    if (nanos <= 0) {
      return new Ended(NetworkErrors.late(url.host()));
    }
    Call call = client.newCall(message(request, url));
    call.timeout().timeout(nanos, TimeUnit.NANOSECONDS);
    boolean inBody = false;
    long announced = -1;
    try (Response response = call.execute()) {
      inBody = true;
      announced = response.body().contentLength();
      HttpReply.Limited limit = limits.limited(url, response);
      if (limit != null) {
        return new Ended(limit);
      }
      return switch (Bodies.receive(call, response, network.call().maxBytes())) {
        case Bodies.Coded coded -> new Body(url, response, coded);
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
  HttpReply unpacked(Body body) {
    int size = body.coded().bytes().length;
    return size > PACKED ? parsing.of(size, () -> decoded(body)) : decoded(body);
  }

  private HttpReply decoded(Body body) {
    HttpUrl url = body.url();
    try {
      return switch (Bodies.decoded(body.coded(), network.call().maxBytes())) {
        case Bodies.Whole whole ->
            new HttpReply.Answered(
                body.response().code(),
                url.uri(),
                null,
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

  private Request message(HttpRequest request, HttpUrl url) {
    Headers.Builder headers = new Headers.Builder();
    headers.add("User-Agent", userAgent).add("Accept", request.accept());
    headers.add("Accept-Encoding", Bodies.ENCODINGS);
    verbatim(headers, "If-None-Match", request.validators().entityTag());
    verbatim(headers, "If-Modified-Since", request.validators().lastModified());
    if (request.key() != null && isSameServer(request, url)) {
      headers.add("X-Api-Key", request.key().value());
    }
    return new Request.Builder().url(url).headers(headers.build()).build();
  }

  /** A redirect must not carry the editor's key to another server. */
  private static boolean isSameServer(HttpRequest request, HttpUrl url) {
    HttpUrl first = HttpUrl.parse(request.url().toString());
    return first != null
        && first.scheme().equals(url.scheme())
        && first.host().equals(url.host())
        && first.port() == url.port();
  }

  /** Byte for byte as received, also where the server's syntax is odd. */
  private static void verbatim(Headers.Builder headers, String name, @Nullable String value) {
    if (value != null && value.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
      headers.addUnsafeNonAscii(name, value);
    }
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
