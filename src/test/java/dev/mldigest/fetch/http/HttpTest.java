package dev.mldigest.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Validators;
import dev.mldigest.domain.settings.Network;
import dev.mldigest.fetch.LoopbackSite;
import dev.mldigest.net.AddressGuard;
import dev.mldigest.net.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
public class HttpTest {
  private static final long MOST_BYTES = 200_000;
  private final List<AutoCloseable> open = new ArrayList<>();

  static Network network(Duration deadline, int perHost, Duration gap) {
    return network(deadline, perHost, gap, MOST_BYTES);
  }

  static Network network(Duration deadline, int perHost, Duration gap, long bytes) {
    return new Network(
        "https://digest.example/about",
        true,
        new Network.Call(deadline, bytes),
        new Network.PerHost(perHost, gap),
        null,
        List.of("127.1.0.0/16"),
        Network.Polling.USUAL);
  }

  public static Http http() {
    return http(Duration.ofSeconds(10));
  }

  public static Http http(Duration deadline) {
    return http(deadline, MOST_BYTES);
  }

  public static Http http(Duration deadline, long bytes) {
    return Http.as(
            network(deadline, 4, Duration.ZERO, bytes),
            "ml-digest/0.1 (+https://digest.example/about)")
        .arxivGap(Duration.ofMillis(40))
        .afterReset(Duration.ofMillis(20))
        .build();
  }

  private LoopbackSite site(String host, LoopbackSite.Script script) throws IOException {
    LoopbackSite site = new LoopbackSite(host, script);
    open.add(site);
    return site;
  }

  private LoopbackSite site(LoopbackSite.Script script) throws IOException {
    return site("127.1.0.1", script);
  }

  private HttpReply get(URI url) {
    return get(url, Validators.NONE);
  }

  private HttpReply get(URI url, Validators validators) {
    try (Http http = http()) {
      return http.get(HttpRequest.feed(url, validators));
    }
  }

  private static String word(HttpReply reply) {
    return switch (reply) {
      case HttpReply.Answered answered -> "answered " + answered.status();
      case HttpReply.Limited limited -> "limited " + limited.retryAfter().toSeconds();
      case HttpReply.Refused refused -> "refused";
      case HttpReply.Broken broken -> broken.why().word();
    };
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable site : open) {
      site.close();
    }
  }

  // ------------------------------------------------------------------ conduct

  @Test
  void it_says_who_it_is_and_echoes_validators_byte_for_byte() throws Exception {
    LoopbackSite site = site((n, r, out, s) -> LoopbackSite.send(out, "304 Not Modified", ""));
    HttpReply reply = get(site.at("/feed"), new Validators("W/\"odd, é", "yesterday, about noon"));
    assertThat(word(reply)).isEqualTo("answered 304");
    LoopbackSite.Request request = site.requests.getFirst();
    assertThat(request.header("User-Agent"))
        .isEqualTo("ml-digest/0.1 (+https://digest.example/about)");
    assertThat(request.header("If-None-Match")).isEqualTo("W/\"odd, é");
    assertThat(request.header("If-Modified-Since")).isEqualTo("yesterday, about noon");
    assertThat(request.header("Accept-Encoding")).contains("gzip");
  }

  @Test
  void cookies_are_never_sent_back() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", "x", "Set-Cookie: id=1"));
    try (Http http = http()) {
      http.get(HttpRequest.page(site.at("/")));
      http.get(HttpRequest.page(site.at("/")));
    }
    assertThat(site.requests).hasSize(2);
    assertThat(site.requests.getLast().header("Cookie")).isEmpty();
  }

  @Test
  void a_host_gets_no_more_than_its_share_at_once_and_starts_are_apart() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    LoopbackSite site =
        site((n, r, out, s) -> {
          both.countDown();
          both.await();
          LoopbackSite.send(out, "200 OK", "x");
        });
    Duration gap = Duration.ofMillis(60);
    try (Http http =
            Http.as(network(Duration.ofSeconds(10), 2, gap), "t")
                .arxivGap(gap)
                .afterReset(Duration.ofMillis(1))
                .build();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpReply>> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        URI url = site.at("/" + i);
        all.add(threads.submit(() -> http.get(HttpRequest.page(url))));
      }
      for (Future<HttpReply> one : all) {
        assertThat(word(one.get())).isEqualTo("answered 200");
      }
    }
    assertThat(site.busiest.get()).isEqualTo(2);
    long first = site.requests.getFirst().nanos();
    long last = site.requests.getLast().nanos();
    assertThat(Duration.ofNanos(last - first)).isGreaterThan(gap.multipliedBy(4));
  }

  @Test
  void arxiv_is_asked_one_at_a_time() throws Exception {
    LoopbackSite site = site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", "x"));
    try (Http http = http();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpReply>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        URI url = site.at("/" + i);
        all.add(threads.submit(() -> http.get(HttpRequest.arxiv(url))));
      }
      for (Future<HttpReply> one : all) {
        one.get();
      }
    }
    assertThat(site.busiest.get()).isEqualTo(1);
    assertThat(Duration.ofNanos(site.requests.getLast().nanos() - site.requests.getFirst().nanos()))
        .isGreaterThan(Duration.ofMillis(100));
  }

  // ------------------------------------------------------------------ limits of servers

  @Test
  void a_short_retry_after_is_waited_for_in_full() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) ->
            LoopbackSite.send(out, n == 0 ? "429 Slow" : "200 OK", "x", "Retry-After: 1"));
    assertThat(word(get(site.at("/feed")))).isEqualTo("answered 200");
    assertThat(Duration.ofNanos(site.requests.get(1).nanos() - site.requests.get(0).nanos()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void a_long_retry_after_is_reported_at_once_and_kept_by_later_requests() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) -> LoopbackSite.send(out, "503 Busy", "", "Retry-After: 3600"));
    try (Http http = http()) {
      assertThat(word(http.get(HttpRequest.page(site.at("/a"))))).isEqualTo("limited 3600");
      assertThat(http.get(HttpRequest.page(site.at("/a")))).isInstanceOf(HttpReply.Limited.class);
      assertThat(site.requests).hasSize(1);
    }
  }

  @Test
  void a_429_without_a_wish_means_an_hour() throws Exception {
    LoopbackSite site = site((n, r, out, s) -> LoopbackSite.send(out, "429 Slow", ""));
    assertThat(word(get(site.at("/")))).isEqualTo("limited 3600");
    assertThat(site.requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"banana", "-5", "1000000000000", ""})
  void nonsense_in_retry_after_means_an_hour(String value) {
    assertThat(RetryAfter.read(value, java.time.Instant.EPOCH)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_retry_after_date_counts_from_the_servers_own_clock_and_is_capped() {
    var date = java.time.Instant.parse("2026-03-02T06:00:00Z");
    assertThat(RetryAfter.read("Mon, 02 Mar 2026 06:00:30 GMT", date))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(RetryAfter.read("Mon, 02 Mar 2037 06:00:30 GMT", date))
        .isEqualTo(Duration.ofHours(24));
    assertThat(RetryAfter.read("900000", date)).isEqualTo(Duration.ofHours(24));
  }

  // ------------------------------------------------------------------ redirects

  @Test
  void permanent_redirects_are_remembered_and_temporary_ones_are_not() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) -> {
          switch (r.path()) {
            case "/old" -> LoopbackSite.send(out, "301 Moved", "", "Location: /older");
            case "/older" -> LoopbackSite.send(out, "308 Moved", "", "Location: /new");
            case "/now" -> LoopbackSite.send(out, "302 Found", "", "Location: /old");
            default -> LoopbackSite.send(out, "200 OK", "x");
          }
        });
    assertThat(((HttpReply.Answered) get(site.at("/old"))).movedTo()).isEqualTo(site.at("/new"));
    assertThat(((HttpReply.Answered) get(site.at("/now"))).movedTo()).isNull();
    assertThat(((HttpReply.Answered) get(site.at("/now"))).url()).isEqualTo(site.at("/new"));
  }

  @Test
  void loops_and_long_chains_of_redirects_end() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) ->
            LoopbackSite.send(
                out,
                "302 Found",
                "",
                "Location: " + (r.path().equals("/loop") ? "/loop" : r.path() + "x")));
    assertThat(word(get(site.at("/loop")))).isEqualTo("too many redirects");
    assertThat(site.requests).hasSize(1);
    assertThat(word(get(site.at("/chain")))).isEqualTo("too many redirects");
    assertThat(site.requests).hasSize(7);
  }

  @Test
  void a_redirect_to_a_private_address_is_refused_before_a_connection_is_made() throws Exception {
    LoopbackSite canary =
        site("127.0.0.1", (n, r, out, s) -> LoopbackSite.send(out, "200 OK", "canary"));
    for (String host : List.of("127.0.0.1", "[::ffff:127.0.0.1]", "localhost", "2130706433")) {
      URI target = URI.create("http://" + host + ":" + canary.at("/").getPort() + "/secret");
      LoopbackSite site =
          site((n, r, out, s) -> LoopbackSite.send(out, "302 Found", "", "Location: " + target));
      assertThat(word(get(site.at("/")))).as(host).isEqualTo("refused");
    }
    assertThat(canary.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://127.1.0.1/x",
        "jar:http://127.1.0.1/x!/",
        "data:text/plain,x",
        "http://user:password@127.1.0.1/"
      })
  void other_schemes_and_passwords_are_refused(String url) {
    assertThat(word(get(URI.create(url)))).isEqualTo("refused");
  }

  @Test
  void a_redirect_to_another_scheme_is_refused() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) -> LoopbackSite.send(out, "302 F", "", "Location: file:///etc/passwd"));
    assertThat(word(get(site.at("/")))).isEqualTo("refused");
  }

  // ------------------------------------------------------------------ bounds

  @Test
  void a_body_that_drips_forever_ends_at_the_deadline() throws Exception {
    CountDownLatch given = new CountDownLatch(1);
    LoopbackSite site =
        site((n, r, out, s) -> {
          LoopbackSite.send(out, "200 OK", "<rss>", "Content-Length: 1000000");
          while (!given.await(20, TimeUnit.MILLISECONDS)) {
            out.write(' ');
            out.flush();
          }
        });
    try (Http http = http(Duration.ofMillis(400))) {
      assertThat(word(http.get(HttpRequest.page(site.at("/"))))).isEqualTo("timeout");
    }
    given.countDown();
    assertThat(site.requests).as("a timeout is not retried").hasSize(1);
  }

  @Test
  void a_gzip_bomb_is_cut_at_the_cap_on_decoded_bytes() throws Exception {
    byte[] bomb = gzip(new byte[5_000_000]);
    LoopbackSite site =
        site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", bomb, "Content-Encoding: gzip"));
    assertThat(word(get(site.at("/")))).isEqualTo("too large");
    LoopbackSite unsaid = site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", bomb));
    assertThat(word(get(unsaid.at("/")))).isEqualTo("too large");
  }

  @Test
  void a_huge_body_is_cut_and_the_connection_dropped() throws Exception {
    AtomicInteger chunks = new AtomicInteger();
    CountDownLatch clientGone = new CountDownLatch(1);
    LoopbackSite site =
        site((n, r, out, s) -> {
          LoopbackSite.send(out, "200 OK", "", "Content-Length: 99999999999");
          try {
            for (; ; chunks.incrementAndGet()) {
              out.write(new byte[65_536]);
            }
          } finally {
            clientGone.countDown();
          }
        });
    assertThat(word(get(site.at("/")))).isEqualTo("too large");
    clientGone.await();
    assertThat(chunks.get()).as("64 KiB chunks taken").isLessThan(400);
  }

  @Test
  void gzip_is_decoded_whether_it_is_announced_doubled_or_forgotten() throws Exception {
    byte[] plain = "<rss/>".getBytes(StandardCharsets.UTF_8);
    LoopbackSite site =
        site((n, r, out, s) -> {
          switch (r.path()) {
            case "/once" -> LoopbackSite.send(out, "200 OK", gzip(plain), "Content-Encoding: gzip");
            case "/twice" ->
                LoopbackSite.send(out, "200 OK", gzip(gzip(plain)), "Content-Encoding: gzip");
            default -> LoopbackSite.send(out, "200 OK", gzip(plain));
          }
        });
    for (String path : List.of("/once", "/twice", "/unsaid")) {
      assertThat(((HttpReply.Answered) get(site.at(path))).body()).as(path).isEqualTo(plain);
    }
  }

  @Test
  void an_encoding_that_was_not_asked_for_is_an_error_not_mojibake() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", "x", "Content-Encoding: zstd"));
    assertThat(word(get(site.at("/")))).isEqualTo("malformed");
  }

  @Test
  void what_is_announced_as_gzip_and_is_not_stays_as_it_is() throws Exception {
    LoopbackSite liar =
        site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", "xx", "Content-Encoding: gzip"));
    assertThat(((HttpReply.Answered) get(liar.at("/"))).body()).asString().isEqualTo("xx");
  }

  /** As {@code printf '<rss/>' | brotli} writes it: one uncompressed meta-block (RFC 7932). */
  private static byte[] brotli(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = plain.length - 1;
    // WBITS 16 (1 bit 0), ISLAST 0, MNIBBLES 4 (00), MLEN - 1 (16 bits), ISUNCOMPRESSED 1
    int bits = length << 4 | 1 << 20;
    out.write(bits);
    out.write(bits >> 8);
    out.write(bits >> 16);
    out.writeBytes(plain);
    out.write(3); // ISLAST, ISLASTEMPTY
    return out.toByteArray();
  }

  @Test
  void brotli_is_asked_for_and_decoded_and_its_end_is_missed() throws Exception {
    byte[] packed = brotli("<rss/>".getBytes(StandardCharsets.UTF_8));
    byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 3);
    byte[] noise = {(byte) 0xff, (byte) 0xff, 1, 2, 3};
    LoopbackSite site =
        site((n, r, out, s) -> {
          byte[] body = r.path().equals("/") ? packed : r.path().equals("/cut") ? cut : noise;
          LoopbackSite.send(out, "200 OK", body, "Content-Encoding: br");
        });
    assertThat(((HttpReply.Answered) get(site.at("/"))).body()).asString().isEqualTo("<rss/>");
    assertThat(site.requests.getFirst().header("Accept-Encoding")).isEqualTo("gzip, br");
    assertThat(word(get(site.at("/cut")))).isEqualTo("truncated");
    assertThat(word(get(site.at("/noise")))).isEqualTo("malformed");
  }

  @Test
  void a_body_that_unpacks_to_a_thousand_times_its_size_is_a_bomb_even_below_the_cap()
      throws Exception {
    byte[] bomb = gzip(new byte[5_000_000]);
    LoopbackSite site =
        site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", bomb, "Content-Encoding: gzip"));
    Network roomy =
        new Network(
            "",
            true,
            new Network.Call(Duration.ofSeconds(10), 50_000_000),
            new Network.PerHost(2, Duration.ZERO),
            null,
            List.of("127.1.0.0/16"),
            Network.Polling.USUAL);
    try (Http http = Http.as(roomy, "t").build()) {
      assertThat(word(http.get(HttpRequest.page(site.at("/"))))).isEqualTo("bomb");
    }
  }

  // ------------------------------------------------------------------ broken connections

  @Test
  void a_body_shorter_than_announced_is_truncated() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", "<rss>", "Content-Length: 500"));
    assertThat(word(get(site.at("/")))).isEqualTo("truncated");
    byte[] half = java.util.Arrays.copyOf(gzip(new byte[50_000]), 40);
    LoopbackSite zipped =
        site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", half, "Content-Encoding: gzip"));
    assertThat(word(get(zipped.at("/")))).isEqualTo("truncated");
  }

  @Test
  void a_reset_connection_is_tried_once_more() throws Exception {
    LoopbackSite once =
        site((n, r, out, s) -> {
          if (n > 0) {
            LoopbackSite.send(out, "200 OK", "x");
          } else {
            s.setSoLinger(true, 0);
          }
        });
    assertThat(word(get(once.at("/")))).isEqualTo("answered 200");
    LoopbackSite always = site((n, r, out, s) -> s.setSoLinger(true, 0));
    assertThat(word(get(always.at("/")))).isEqualTo("connection reset");
    assertThat(always.requests).hasSize(2);
    LoopbackSite silent = site((n, r, out, s) -> s.close());
    assertThat(word(get(silent.at("/")))).isEqualTo("connection reset");
    assertThat(silent.requests).hasSize(2);
  }

  @Test
  void garbage_is_a_protocol_error() throws Exception {
    LoopbackSite site =
        site((n, r, out, s) -> out.write("\0\1garbage\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(word(get(site.at("/")))).isEqualTo("protocol error");
  }

  @Test
  void a_closed_port_and_an_unknown_host_have_their_own_words() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.1.0.9"))) {
      port = gone.getLocalPort();
    }
    assertThat(word(get(URI.create("http://127.1.0.9:" + port + "/"))))
        .isEqualTo("connection refused");
    Dns nobody =
        name -> {
          throw new UnknownHostException(name);
        };
    try (Http http =
        Http.as(network(Duration.ofSeconds(5), 2, Duration.ZERO), "t")
            .transport(Transport.with(nobody))
            .arxivGap(Duration.ZERO)
            .afterReset(Duration.ZERO)
            .build()) {
      assertThat(word(http.get(HttpRequest.page(URI.create("http://nobody.example/")))))
          .isEqualTo("unknown host");
    }
  }

  // ------------------------------------------------------------------ addresses

  @Test
  void a_name_that_resolves_to_a_private_address_is_refused() throws Exception {
    LoopbackSite canary =
        site("127.0.0.1", (n, r, out, s) -> LoopbackSite.send(out, "200 OK", "canary"));
    Dns rebinding = name -> List.of(InetAddress.getAllByName("127.0.0.1"));
    try (Http http =
        Http.as(network(Duration.ofSeconds(5), 2, Duration.ZERO), "t")
            .transport(Transport.with(rebinding))
            .arxivGap(Duration.ZERO)
            .afterReset(Duration.ZERO)
            .build()) {
      URI url = URI.create("http://feeds.example:" + canary.at("/").getPort() + "/");
      assertThat(word(http.get(HttpRequest.page(url)))).isEqualTo("refused");
    }
    assertThat(canary.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.2.0.1",
        "10.0.0.1",
        "172.31.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:a00:1::",
        "2001:0:a00:1::"
      })
  void addresses_that_are_not_public_are_forbidden(String address) throws Exception {
    AddressGuard guard = new AddressGuard(List.of("127.1.0.0/16"));
    assertThat(guard.permits(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.1.0.1", "127.1.255.255", "93.184.215.14", "2606:2800::1"})
  void public_and_allowed_addresses_are_permitted(String address) throws Exception {
    AddressGuard guard = new AddressGuard(List.of("127.1.0.0/16"));
    assertThat(guard.permits(InetAddress.getByName(address))).isTrue();
  }

  public static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  @Test
  void behind_a_proxy_an_address_that_is_not_public_is_refused_before_the_proxy_is_asked()
      throws Exception {
    LoopbackSite proxy = site((n, r, out, s) -> LoopbackSite.send(out, "200 OK", "secret"));
    Network network =
        new Network(
            "",
            true,
            new Network.Call(Duration.ofSeconds(5), MOST_BYTES),
            new Network.PerHost(2, Duration.ZERO),
            proxy.at(""),
            List.of("127.1.0.0/16"),
            Network.Polling.USUAL);
    try (Http http = Http.as(network, "ml-digest/0.1").build()) {
      for (String inside :
          List.of(
              "http://127.0.0.1/a",
              "http://169.254.169.254/b",
              "http://[::1]/c",
              "http://localhost/d")) {
        assertThat(http.get(HttpRequest.feed(URI.create(inside), Validators.NONE)))
            .as(inside)
            .isInstanceOf(HttpReply.Refused.class);
      }
    }
    assertThat(proxy.requests).isEmpty();
  }
}
