package dev.mldigest.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP for LangChain4j with hard limits: one deadline for the whole call (that of the current
 * {@link Exchange}), body included (the JDK's own timer stops at the headers), at most {@value
 * #MOST_BYTES} bytes of body, no redirects (a key must not travel), HTTP/1.1 (the h2c upgrade
 * breaks several local servers). Every failure keeps what the retry policy needs to know.
 */
final class BoundedHttpClient implements HttpClient, AutoCloseable {
  static final long MOST_BYTES = 1 << 20;

  private final java.net.http.HttpClient client;
  private final Duration deadline;

  BoundedHttpClient(Duration deadline) {
    this.deadline = deadline;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .connectTimeout(deadline)
            .build();
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    Exchange exchange = Exchange.current();
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(translated(request), noting(exchange));
    try {
      HttpResponse<byte[]> response = call.get(exchange.deadline().toNanos(), TimeUnit.NANOSECONDS);
      String body = new String(response.body(), StandardCharsets.UTF_8);
      exchange.ended(body);
      return judged(response, body);
    } catch (TimeoutException e) {
      throw new CallFailure(CallFailure.Kind.DEADLINE, e);
    } catch (ExecutionException e) {
      throw new CallFailure(
          e.getCause() instanceof java.net.http.HttpTimeoutException
              ? CallFailure.Kind.DEADLINE
              : CallFailure.Kind.CONNECTION,
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailure(CallFailure.Kind.INTERRUPTED, e);
    } finally {
      call.cancel(true);
    }
  }

  private static HttpResponse.BodyHandler<byte[]> noting(Exchange exchange) {
    var bounded = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES);
    return head -> {
      exchange.begun(head.statusCode(), head.headers());
      return bounded.apply(head);
    };
  }

  private static java.net.http.HttpRequest translated(HttpRequest request) {
    var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request.headers().forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
    return builder
        .method(
            request.method().name(),
            request.body() == null
                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                : java.net.http.HttpRequest.BodyPublishers.ofString(request.body()))
        .build();
  }

  private static SuccessfulHttpResponse judged(HttpResponse<byte[]> response, String body) {
    if (response.statusCode() / 100 != 2) {
      throw new StatusFailure(response.statusCode(), body, response.headers());
    }
    return SuccessfulHttpResponse.builder()
        .statusCode(response.statusCode())
        .headers(response.headers().map())
        .body(body)
        .build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("Answers are never streamed.");
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }

  /** Hands the one client to LangChain4j; its own timeouts are not used. */
  static final class Builder implements HttpClientBuilder {
    private final BoundedHttpClient client;

    Builder(BoundedHttpClient client) {
      this.client = client;
    }

    @Override
    public Duration connectTimeout() {
      return client.deadline;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return client.deadline;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      return this;
    }

    @Override
    public HttpClient build() {
      return client;
    }
  }
}
