package dev.mldigest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Validators;
import dev.mldigest.fetch.feed.FeedFinder;
import dev.mldigest.fetch.http.HostNames;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.testkit.FaultTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault cases 15 to 32: statuses, redirects, addresses. */
@Timeout(60)
class StatusFaultsTest {
  @RegisterExtension final FaultTable table = new FaultTable();
  private final Lab lab = new Lab();

  @AfterEach
  void close() throws Exception {
    lab.close();
  }

  private FetchOutcome fetch(URI url) {
    FetchOutcome outcome = lab.fetch(url);
    table.outcome(outcome.word());
    return outcome;
  }

  private void refused(FetchOutcome outcome) {
    table.outcome(outcome.word());
    assertThat(outcome).as(outcome.detail()).isInstanceOf(FetchOutcome.Refused.class);
  }

  @Test
  void case_15_a_304_without_a_stored_copy_is_asked_again_once_without_conditions()
      throws Exception {
    LoopbackSite site =
        lab.site((n, r, out, s) ->
            LoopbackSite.send(out, n == 0 ? "304 Not Modified" : "200 OK", Lab.FEED));
    SourceState state = SourceState.holding(new Validators("\"a\"", null), null);
    assertThat(lab.fetch(site.at("/"), state).word()).isEqualTo("fetched");
    assertThat(site.requests.get(1).header("If-None-Match")).isEmpty();
    LoopbackSite stubborn = lab.answering("304 Not Modified", "");
    lab.fetch(stubborn.at("/"), state);
    assertThat(stubborn.requests).hasSize(2);
    table.outcome("fetched");
  }

  @Test
  void every_success_that_brings_the_whole_is_read_like_a_200() throws Exception {
    for (String status : new String[] {"203 Non-Authoritative", "226 IM Used", "299 Miscellany"}) {
      assertThat(lab.fetch(lab.answering(status, Lab.FEED).at("/")).word())
          .as(status)
          .isEqualTo("fetched");
    }
    assertThat(lab.fetch(lab.answering("206 Partial Content", Lab.FEED).at("/")).word())
        .isEqualTo("http 206");
  }

  @Test
  void case_16_a_304_with_a_new_entity_tag_is_stored() throws Exception {
    LoopbackSite site = lab.answering("304 Not Modified", "", "ETag: \"new\"");
    FetchOutcome outcome = lab.fetch(site.at("/"), Lab.known("\"old\"", "then"));
    assertThat(((FetchOutcome.NotModified) outcome).validators())
        .isEqualTo(new Validators("\"new\"", "then"));
    table.outcome(outcome.word());
  }

  private LoopbackSite slowDown(String status, String... headers) throws IOException {
    return lab.site((n, r, out, s) -> {
      if (n == 0) {
        LoopbackSite.send(out, status, "", headers);
      } else {
        LoopbackSite.send(out, "200 OK", Lab.FEED);
      }
    });
  }

  @Test
  void case_17_a_retry_after_in_seconds_is_waited_for_in_full() throws Exception {
    LoopbackSite site = slowDown("429 Slow", "Retry-After: 7");
    assertThat(fetch(site.at("/")).word()).isEqualTo("fetched");
    assertThat(lab.time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void case_18_a_retry_after_date_is_waited_for_by_the_servers_own_clock() throws Exception {
    LoopbackSite site =
        slowDown(
            "429 Slow",
            "Date: Mon, 02 Mar 2015 06:00:00 GMT",
            "Retry-After: Mon, 02 Mar 2015 06:00:08 GMT");
    assertThat(fetch(site.at("/")).word()).isEqualTo("fetched");
    assertThat(lab.time.passed()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(9));
  }

  @Test
  void case_19_a_429_without_a_wish_means_at_least_an_hour() throws Exception {
    FetchOutcome outcome = fetch(slowDown("429 Slow").at("/"));
    assertThat(((FetchOutcome.RateLimited) outcome).retryAfter())
        .isGreaterThanOrEqualTo(Duration.ofHours(1));
  }

  @Test
  void case_20_a_503_with_a_wish_concerns_that_address_and_no_other() throws Exception {
    LoopbackSite site =
        lab.site((n, r, out, s) -> {
          if (r.path().equals("/busy")) {
            LoopbackSite.send(out, "503 Busy", "", "Retry-After: 600");
          } else {
            LoopbackSite.send(out, "200 OK", Lab.FEED);
          }
        });
    Http http = lab.http();
    FetchOutcome busy = Lab.fetch(http, site.at("/busy"), SourceState.NEW);
    table.outcome(busy.word());
    assertThat(busy).isInstanceOf(FetchOutcome.RateLimited.class);
    assertThat(Lab.fetch(http, site.at("/busy"), SourceState.NEW).word()).isEqualTo("rate limited");
    assertThat(site.requests).hasSize(1);
    assertThat(Lab.fetch(http, site.at("/other"), SourceState.NEW).word()).isEqualTo("fetched");
  }

  @Test
  void case_21_nonsense_in_retry_after_gives_a_sane_wait() throws Exception {
    for (String nonsense : List.of("banana", "-5", "1000000000000", "", "99999999999999999999")) {
      FetchOutcome outcome = fetch(slowDown("429 Slow", "Retry-After: " + nonsense).at("/"));
      assertThat(((FetchOutcome.RateLimited) outcome).retryAfter())
          .as(nonsense)
          .isBetween(Duration.ofHours(1), Duration.ofHours(24));
    }
  }

  @Test
  void case_22_a_challenge_has_its_own_word_and_is_not_hammered() throws Exception {
    LoopbackSite site = lab.answering("403 Forbidden", "<html>", "cf-mitigated: challenge");
    assertThat(fetch(site.at("/")).word()).isEqualTo("challenge");
    assertThat(site.requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"301", "308", "302", "303", "307"})
  void case_23_only_permanent_redirects_name_a_new_address(String status) throws Exception {
    LoopbackSite site =
        lab.site((n, r, out, s) -> {
          if (r.path().equals("/old")) {
            LoopbackSite.send(out, status + " Moved", "", "Location: /new");
          } else {
            LoopbackSite.send(out, "200 OK", Lab.FEED);
          }
        });
    FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) fetch(site.at("/old"));
    assertThat(fetched.movedTo())
        .isEqualTo(status.endsWith("1") || status.endsWith("8") ? site.at("/new") : null);
  }

  @Test
  void case_24_gone_and_not_found_are_different_things() throws Exception {
    assertThat(lab.fetch(lab.answering("410 Gone", "").at("/")))
        .isInstanceOf(FetchOutcome.Gone.class);
    FetchOutcome missing = lab.fetch(lab.answering("404 Not Found", "").at("/"));
    assertThat(missing)
        .isEqualTo(new FetchOutcome.Failed(FetchFailure.NOT_FOUND, missing.detail()));
    table.outcome("gone, not found");
  }

  @Test
  void case_25_loops_and_long_chains_end_after_five_hops() throws Exception {
    LoopbackSite site =
        lab.site((n, r, out, s) ->
            LoopbackSite.send(
                out,
                "302 Found",
                "",
                "Location: " + (r.path().equals("/loop") ? "/loop#" + n : r.path() + "x")));
    assertThat(fetch(site.at("/loop")).word()).isEqualTo("too many redirects");
    assertThat(site.requests).hasSize(1);
    assertThat(fetch(site.at("/chain")).word()).isEqualTo("too many redirects");
    assertThat(site.requests).hasSize(1 + 6);
  }

  @Test
  void case_26_a_redirect_from_https_to_http_is_refused(@TempDir Path folder) throws Exception {
    Certificates certificates = Certificates.make(folder);
    lab.trust = certificates.trust();
    LoopbackSite plain = lab.answering("200 OK", Lab.FEED);
    for (String scheme : List.of("http", "HTTP")) {
      LoopbackSite secure =
          new LoopbackSite(
              "https",
              "127.1.0.1",
              certificates.listen("valid", "127.1.0.1"),
              (n, r, out, s) ->
                  LoopbackSite.send(
                      out,
                      "301 Moved",
                      "",
                      "Location: " + plain.at("/x").toString().replaceFirst("http", scheme)));
      lab.closeLater(secure);
      refused(fetch(secure.at("/feed")));
      assertThat(secure.requests).hasSize(1);
    }
    assertThat(plain.requests).isEmpty();
  }

  // ------------------------------------------------------------------ addresses

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.254",
        "0.0.0.0",
        "224.0.0.251",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "[::ffff:10.0.0.1]",
        "[::ffff:a00:1]",
        "[::10.0.0.1]",
        "[64:ff9b::10.0.0.1]",
        "[64:ff9b:1::a00:1]",
        "[2002:a00:1::]",
        "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
        "[fe80::1]",
        "[fd12::1]",
        "[ff02::1]",
        "[5f00::1]",
        "[3fff::1]",
        "[::ffff:0:a00:1]"
      })
  void case_27_a_redirect_to_an_address_that_is_not_public_is_refused_before_connect(String host)
      throws Exception {
    LoopbackSite site =
        lab.answering("302 Found", "", "Location: http://" + host + ":8080/latest/meta-data");
    refused(fetch(site.at("/")));
    assertThat(lab.dialled).as("only the first server").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x7f.1",
        "0177.0.0.1",
        "017700000001",
        "2130706433",
        "127.1",
        "0x7f000001",
        "127.0.0.1.",
        "127.0.0.1%00.example.com",
        "[fe80::1%25lo]",
        "1.2.3.4.5",
        "%31%32%37.0.0.1",
        "１２７.0.0.1"
      })
  void case_27_b_odd_spellings_of_addresses_are_refused_without_asking_a_resolver(String host)
      throws Exception {
    AtomicInteger asked = new AtomicInteger();
    lab.dns =
        name -> {
          asked.incrementAndGet();
          return Dns.SYSTEM.lookup(name);
        };
    LoopbackSite site = lab.answering("302 Found", "", "Location: http://" + host + ":8080/");
    refused(fetch(site.at("/")));
    assertThat(lab.dialled).hasSize(1);
    assertThat(asked.get()).as("names resolved").isLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1.nip.io", "feeds.example", "xn--bcher-kva.example", "localhost"})
  void case_27_c_a_name_that_leads_inside_is_refused_before_connect(String name) throws Exception {
    lab.dns = asked -> List.of(InetAddress.getAllByName("127.0.0.1"));
    refused(fetch(URI.create("http://" + name + ":8080/feed")));
    assertThat(lab.dialled).isEmpty();
  }

  @Test
  void case_27_d_of_several_answers_only_the_public_ones_are_connected_to() throws Exception {
    LoopbackSite site = lab.answering("200 OK", Lab.FEED);
    lab.dns =
        name -> List.of(InetAddress.getByName("10.0.0.1"), InetAddress.getByName("127.1.0.1"));
    URI url = URI.create("http://both.example:" + site.at("/").getPort() + "/");
    assertThat(fetch(url).word()).isEqualTo("fetched");
    assertThat(lab.dialled).allMatch(to -> to.getAddress().isLoopbackAddress());
  }

  @Test
  void case_28_a_name_that_turns_private_between_two_hops_is_refused() throws Exception {
    AtomicInteger questions = new AtomicInteger();
    lab.dns =
        name ->
            List.of(
                InetAddress.getByName(
                    questions.getAndIncrement() == 0 ? "127.1.0.1" : "127.0.0.1"));
    LoopbackSite site = lab.answering("302 Found", "", "Location: /again");
    LoopbackSite inside =
        lab.site("127.0.0.1", (n, r, out, s) -> LoopbackSite.send(out, "200 OK", Lab.FEED));
    assertThat(inside.at("/").getHost()).isEqualTo("127.0.0.1");
    refused(fetch(URI.create("http://turns.example:" + site.at("/").getPort() + "/feed")));
    assertThat(questions.get()).isGreaterThanOrEqualTo(2);
    assertThat(lab.dialled).hasSize(1);
    assertThat(inside.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/hostname",
        "ftp://127.1.0.1/x",
        "jar:http://127.1.0.1/x!/",
        "data:text/plain,x",
        "gopher://127.1.0.1/",
        "javascript:alert(1)",
        "//"
      })
  void case_29_other_schemes_are_refused_first_and_by_redirect(String target) throws Exception {
    refused(fetch(URI.create(target.equals("//") ? "relative" : target)));
    refused(fetch(lab.answering("302 Found", "", "Location: " + target).at("/")));
    assertThat(lab.dialled).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 22, 25, 110, 6667})
  void case_29_b_ports_of_other_protocols_are_not_connected_to(int port) throws Exception {
    refused(fetch(URI.create("http://127.1.0.1:" + port + "/")));
    assertThat(lab.dialled).isEmpty();
  }

  @Test
  void case_30_user_names_and_passwords_are_refused_and_never_repeated() throws Exception {
    LoopbackSite site = lab.answering("200 OK", Lab.FEED);
    String port = ":" + site.at("/").getPort();
    FetchOutcome direct = fetch(URI.create("http://ann:hunter2@127.1.0.1" + port + "/"));
    refused(direct);
    LoopbackSite sends =
        lab.answering("302 F", "", "Location: http://ann:hunter2@127.1.0.1" + port + "/");
    FetchOutcome redirected = fetch(sends.at("/"));
    refused(redirected);
    assertThat(direct.detail() + redirected.detail())
        .doesNotContain("hunter2")
        .doesNotContain("ann:");
    assertThat(site.requests).isEmpty();
  }

  @Test
  void case_30_b_line_breaks_in_a_location_do_not_become_headers() throws Exception {
    LoopbackSite site =
        lab.site((n, r, out, s) -> {
          if (n == 0) {
            LoopbackSite.send(
                out, "302 F", "", "Location: /a%0d%0aX-Evil:%201\tX-Tab: 1\rX-Bare: 1");
          } else {
            LoopbackSite.send(out, "200 OK", Lab.FEED);
          }
        });
    assertThat(fetch(site.at("/")).word()).isEqualTo("fetched");
    assertThat(site.requests.get(1).path()).startsWith("/a%0d%0aX-Evil:%201");
    assertThat(site.requests.get(1).headers())
        .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("x-"));
    Validators stored = new Validators("\"a\"\r\nX-Evil: 1", "then\nX-Evil: 1");
    lab.fetch(site.at("/"), SourceState.holding(stored, "hash"));
    assertThat(site.requests.getLast().headers()).noneMatch(line -> line.contains("X-Evil"));
  }

  @Test
  void case_30_c_what_a_server_echoes_is_not_repeated_in_error_sentences() throws Exception {
    LoopbackSite site =
        lab.site((n, r, out, s) -> out.write(Lab.utf8("HTTP/9 " + r.path() + "\u001b[2J\r\n\r\n")));
    FetchOutcome outcome = fetch(site.at("/feed?token=s3cret"));
    assertThat(outcome.word()).isEqualTo("protocol error");
    assertThat(outcome.detail()).doesNotContain("s3cret").doesNotContain("\u001b");
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.1.0.9"))) {
      port = gone.getLocalPort();
    }
    for (FetchOutcome other :
        List.of(
            fetch(URI.create("http://127.1.0.9:" + port + "/feed?token=s3cret")),
            fetch(URI.create("http://10.0.0.1/feed?token=s3cret")),
            fetch(lab.answering("404 No", "").at("/feed?token=s3cret")),
            fetch(lab.answering("200 OK", "<html>").at("/feed?token=s3cret")),
            fetch(lab.answering("429 No", "").at("/feed?token=s3cret")))) {
      assertThat(other.detail()).isNotEmpty().doesNotContain("s3cret");
    }
  }

  @Test
  void case_31_cookies_are_never_sent_back() throws Exception {
    LoopbackSite site =
        lab.site((n, r, out, s) -> {
          if (n == 0) {
            LoopbackSite.send(out, "302 F", "", "Set-Cookie: id=1; Path=/", "Location: /two");
          } else {
            LoopbackSite.send(out, "200 OK", Lab.FEED, "Set-Cookie: id=2");
          }
        });
    Http http = lab.http();
    Lab.fetch(http, site.at("/"), SourceState.NEW);
    Lab.fetch(http, site.at("/"), SourceState.NEW);
    assertThat(site.requests).hasSize(3).allMatch(r -> r.header("Cookie").isEmpty());
    table.outcome("none sent");
  }

  @Test
  void case_32_a_login_page_is_not_a_feed_and_its_own_feed_can_be_found() throws Exception {
    LoopbackSite site =
        lab.site((n, r, out, s) ->
            LoopbackSite.send(
                out,
                "200 OK",
                r.path().equals("/feed.xml")
                    ? Lab.FEED
                    : "<!doctype html><html><head><link rel=alternate type=application/rss+xml"
                        + " href=/feed.xml></head><body>Are you human?</body></html>"));
    FetchOutcome outcome = fetch(site.at("/login"));
    assertThat(outcome.word()).isEqualTo("not a feed");
    assertThat(outcome.detail()).contains("may name its feed");
    assertThat(new FeedFinder(lab.http()).find(site.at("/login")))
        .isInstanceOfSatisfying(
            FeedFinder.Finding.Feeds.class,
            found ->
                assertThat(found.feeds())
                    .extracting(FeedFinder.Found::url)
                    .containsExactly(site.at("/feed.xml")));
  }

  @Test
  void names_of_the_network_at_hand_do_not_reach_a_proxy() {
    assertThat(List.of("router", "printer.local", "a.internal", "x.home.arpa", "localhost."))
        .allMatch(HostNames::local);
    assertThat(List.of("example.org", "local.example", "1.2.3.4", "::1"))
        .noneMatch(HostNames::local);
  }

  @Test
  void an_unknown_name_among_redirects_is_named() throws Exception {
    lab.dns =
        name -> {
          if (name.endsWith(".example")) {
            throw new UnknownHostException(name);
          }
          return Dns.SYSTEM.lookup(name);
        };
    FetchOutcome outcome =
        fetch(lab.answering("302 F", "", "Location: http://nowhere.example/").at("/"));
    assertThat(outcome.detail()).contains("nowhere.example");
  }
}
