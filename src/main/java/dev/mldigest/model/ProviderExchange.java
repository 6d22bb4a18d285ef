package dev.mldigest.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.mldigest.model.wire.Body;
import dev.mldigest.model.wire.Envelope;
import dev.mldigest.model.wire.Profile;
import dev.mldigest.model.wire.RequestForm;
import dev.mldigest.model.wire.Service;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP exchange of a call, as LangChain4j makes it over our client: one deadline for the
 * whole of it, at most {@value #MOST_BYTES} bytes of body, and sent once whatever comes, because
 * what is sent is billed. Afterwards it tells what came, also of an answer that broke off, which
 * LangChain4j keeps to itself. Used by one call and the thread that makes it.
 */
final class ProviderExchange implements HttpClient, HttpClientBuilder {
  /** The longest answer, of 100,000 tokens, is half of it: more is no answer. */
  static final long MOST_BYTES = 1 << 20;

  /** Why there is no whole answer. */
  enum Break {
    DEADLINE,
    CONNECTION,
    INTERRUPTED
  }

  private final OkHttpClient client;
  private final Service service;
  private final Profile profile;
  private final Duration deadline;
  private String address = "";
  private String sent = "{}";
  private volatile boolean out;
  private int status;
  private Headers headers = Headers.EMPTY;
  private String body = "";
  private @Nullable Break broken;
  private @Nullable Envelope envelope;

  ProviderExchange(OkHttpClient client, Service service, Profile profile, Duration deadline) {
    this.client = client;
    this.service = service;
    this.profile = profile;
    this.deadline = deadline;
  }

  Duration deadline() {
    return deadline;
  }

  /** Where it went. */
  String address() {
    return address;
  }

  /** The request's body as it was sent. */
  String sent() {
    return sent;
  }

  /** 0 if no answer began. */
  int status() {
    return status;
  }

  Headers headers() {
    return headers;
  }

  /** True once all of the request went out: from then on it may be billed. */
  boolean isSent() {
    return out;
  }

  /** Empty if it did not arrive whole. */
  String body() {
    return body;
  }

  /** What is around a model's answer; null if none came. */
  @Nullable Envelope envelope() {
    return envelope;
  }

  /** Null if a whole answer came, of whatever status. */
  @Nullable Break broken() {
    return broken;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    Call call = client.newCall(translated(request));
    call.timeout().timeout(Math.max(1, deadline.toNanos()), TimeUnit.NANOSECONDS); // 0 is for ever
    try (Response response = call.execute()) {
      headers = response.headers();
      status = response.code();
      body =
          Body.text(
              bounded(call, response.body().source()),
              headers.get("Content-Encoding"),
              headers.get("Content-Type"),
              MOST_BYTES);
    } catch (IOException e) {
      broken = kind(e);
      throw new UncheckedIOException(e);
    }
    if (status / 100 != 2) {
      throw new HttpException(status, body);
    }
    envelope = Envelope.read(body).orElse(null);
    return SuccessfulHttpResponse.builder()
        .statusCode(status)
        .headers(headers.toMultimap())
        .body(envelope == null ? body : inProtocol(envelope))
        .build();
  }

  /** In the one form that LangChain4j reads. */
  private String inProtocol(Envelope answer) {
    return switch (service.protocol()) {
      case OPENAI -> answer.openAi();
      case ANTHROPIC -> answer.anthropic();
    };
  }

  private static Break kind(IOException e) {
    if (Thread.currentThread().isInterrupted()) {
      return Break.INTERRUPTED;
    }
    return e instanceof InterruptedIOException ? Break.DEADLINE : Break.CONNECTION;
  }

  private static byte[] bounded(Call call, BufferedSource source) throws IOException {
    if (source.request(MOST_BYTES + 1)) {
      call.cancel(); // else closing it would read on for a while
      throw new IOException("The answer is longer than " + MOST_BYTES + " bytes.");
    }
    return source.readByteArray();
  }

  /** To where the service is, in the form that it takes. */
  private Request translated(HttpRequest request) {
    String call = request.url().substring(ProviderRequest.BASE.length());
    address = service.address(profile, call);
    sent = RequestForm.of(String.valueOf(request.body()), profile);
    Request.Builder builder = new Request.Builder().url(address);
    builder.header("Accept-Encoding", "identity"); // an answer is small, and counted as it comes
    service
        .headers(request.headers())
        .forEach((name, values) -> values.forEach(v -> builder.addHeader(name, v)));
    return builder.method(request.method().name(), new SentOnce(sent)).build();
  }

  /** Keeps the library from sending it again by itself, as it does after a 503 or a 408. */
  private final class SentOnce extends RequestBody {
    private final byte[] bytes;

    SentOnce(String text) {
      this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable MediaType contentType() {
      return null; // the request's own header says it
    }

    @Override
    public long contentLength() {
      return bytes.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(bytes);
      out = true;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("Answers are never streamed.");
  }

  @Override
  public HttpClient build() {
    return this;
  }

  @Override
  public Duration connectTimeout() {
    return deadline;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return deadline;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this;
  }
}
