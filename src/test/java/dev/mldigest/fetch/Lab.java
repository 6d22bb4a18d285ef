package dev.mldigest.fetch;

import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceQuery;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Network;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.HttpReply;
import dev.mldigest.fetch.http.Waiting;
import dev.mldigest.net.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.X509TrustManager;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * The real client with a world of the test's own: sites on loopback, names, certificates, time that
 * passes only by waiting. 127.1.0.0/16 stands for the public internet. Whatever the code under test
 * does, nothing outside 127.0.0.0/8 is connected to.
 */
public final class Lab {
  static final Window WEEK =
      new Window(Instant.parse("2026-02-23T06:00:00Z"), Instant.parse("2026-03-02T06:00:00Z"));
  public static final String FEED =
      "<rss version=\"2.0\"><channel><title>Blog</title>"
          + "<item><title>One</title><link>http://b.example/1</link></item></channel></rss>";

  private final List<AutoCloseable> open = new ArrayList<>();

  /** Every address that was about to be connected to. */
  public final List<InetSocketAddress> dialled = new CopyOnWriteArrayList<>();

  public final Time time = new Time();

  /** What outlasts a client, as the state file does. */
  private final HostPauses pauses = HostPauses.inMemory();

  public Duration deadline = Duration.ofSeconds(5);
  public long mostBytes = 10_000_000;
  public Duration arxivGap = Duration.ofMillis(20);
  public Dns dns = Dns.SYSTEM;
  public Duration connect = Duration.ofSeconds(2);
  @Nullable public X509TrustManager trust;

  /** Time in which waiting takes no time. */
  public static final class Time implements Waiting {
    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanoTime() {
      return now.get();
    }

    @Override
    public void sleepUntil(long until) {
      now.accumulateAndGet(until, Math::max);
    }

    public Duration passed() {
      return Duration.ofNanos(now.get());
    }
  }

  /** A client as the fields of this lab say. */
  public Http http() {
    Network network =
        new Network(
            "https://digest.example/about",
            true,
            new Network.Call(deadline, mostBytes),
            new Network.PerHost(4, Duration.ZERO),
            null,
            List.of("127.1.0.0/16"),
            Network.Polling.USUAL);
    Transport wires = new Transport(dns, connect, this::interlock, trust);
    Http http =
        Http.as(network, "ml-digest/0.1 (+https://digest.example/about)")
            .transport(wires)
            .arxivGap(arxivGap)
            .afterReset(Duration.ofSeconds(2))
            .clock(() -> WEEK.to().plus(time.passed()))
            .waiting(time)
            .pauses(pauses)
            .build();
    open.add(http);
    return http;
  }

  private boolean interlock(InetSocketAddress to) {
    dialled.add(to);
    return to.getAddress().isLoopbackAddress();
  }

  public LoopbackSite site(LoopbackSite.Script script) throws IOException {
    return site("127.1.0.1", script);
  }

  public LoopbackSite site(String host, LoopbackSite.Script script) throws IOException {
    LoopbackSite site = new LoopbackSite(host, script);
    open.add(site);
    return site;
  }

  public LoopbackSite answering(String status, String body, String... headers) throws IOException {
    return site((n, r, out, s) -> LoopbackSite.send(out, status, body, headers));
  }

  public void closeLater(AutoCloseable one) {
    open.add(one);
  }

  public FetchOutcome fetch(URI url) {
    return fetch(url, SourceState.NEW);
  }

  FetchOutcome fetch(URI url, SourceState state) {
    return fetch(http(), url, state);
  }

  public static FetchOutcome fetch(Http http, URI url, SourceState state) {
    Source source = new Source("s", "S", SourceKind.BLOG, url, "engineering", 1.0, List.of(), null);
    return new SourceReader(http).fetch(source, state, WEEK);
  }

  FetchOutcome arxiv(URI url, String... categories) {
    return arxiv(url, SourceQuery.NONE, categories);
  }

  FetchOutcome arxiv(URI url, SourceQuery query, String... categories) {
    Source source =
        new Source(
            "a", "arXiv", SourceKind.ARXIV, url, "papers", 1.0, List.of(categories), null, query);
    return new SourceReader(http()).fetch(source, SourceState.NEW, WEEK);
  }

  static SourceState known(@Nullable String entityTag, @Nullable String lastModified) {
    return SourceState.holding(new Validators(entityTag, lastModified), "hash");
  }

  public static String word(HttpReply reply) {
    return switch (reply) {
      case HttpReply.Answered answered -> "answered " + answered.status();
      case HttpReply.Limited limited -> "limited " + limited.retryAfter().toSeconds();
      case HttpReply.Refused refused -> "refused";
      case HttpReply.Broken broken -> broken.why().word();
    };
  }

  static String rss(String items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Blog</title>"
        + items
        + "</channel></rss>";
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }
}
