package dev.mldigest.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.Validators;
import dev.mldigest.testkit.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostLanesTest {
  private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
  private static final Duration GAP = Duration.ofMillis(3_020);

  private final HostRules rules = new HostRules(2, Duration.ZERO, GAP);
  private final HostPauses pauses = HostPauses.inMemory();
  private final VirtualTime time = new VirtualTime(START);

  private HostRules.Rule rule(String url) {
    return rules.of(HttpRequest.page(URI.create(url)), Objects.requireNonNull(HttpUrl.parse(url)));
  }

  private static Instant pass(HostLanes lanes, HostRules.Rule rule, VirtualTime time)
      throws Exception {
    try (HostLanes.Turn _ = (HostLanes.Turn) lanes.take(rule, place())) {
      return time.instant();
    }
  }

  private static Exchanges.Place place() {
    return new Exchanges(1).place();
  }

  @ParameterizedTest
  @CsvSource({
    "https://export.arxiv.org/api/query, arxiv",
    "https://rss.arxiv.org/rss/cs.LG, arxiv",
    "https://arxiv.org/abs/2601.00001, arxiv",
    "https://www.reddit.com/r/MachineLearning/.rss, reddit",
    "https://old.reddit.com/robots.txt, reddit",
    "https://notarxiv.org/, notarxiv.org",
    "https://arxiv.org.example.com/, arxiv.org.example.com"
  })
  void all_hosts_of_a_group_share_a_lane(String url, String lane) {
    assertThat(rule(url).lane()).isEqualTo(lane);
  }

  @Test
  void a_request_that_is_flagged_for_arxiv_is_on_its_lane_wherever_it_goes() {
    HttpRequest flagged = HttpRequest.arxiv(URI.create("http://127.0.0.1/"));
    assertThat(rules.of(flagged, Objects.requireNonNull(HttpUrl.parse("http://127.0.0.1/"))).lane())
        .isEqualTo("arxiv");
    assertThat(flagged.validators()).isEqualTo(Validators.NONE);
  }

  @Test
  void arxiv_is_left_alone_for_three_seconds_over_a_restart() throws Exception {
    Instant first = pass(new HostLanes(time, time, pauses), rule("https://arxiv.org/a"), time);
    HostLanes restarted = new HostLanes(time, time, pauses);
    Instant second = pass(restarted, rule("https://export.arxiv.org/b"), time);
    assertThat(Duration.between(first, second)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void a_clock_that_jumped_costs_one_gap_and_no_more() throws Exception {
    pauses.keepOff("arxiv", START.plus(Duration.ofDays(300)));
    Instant start = pass(new HostLanes(time, time, pauses), rule("https://arxiv.org/a"), time);
    assertThat(start).isEqualTo(START.plus(GAP));
  }

  @Test
  void the_start_is_on_record_before_the_request() throws Exception {
    HostLanes lanes = new HostLanes(time, time, pauses);
    try (HostLanes.Turn _ =
        (HostLanes.Turn) lanes.take(rule("https://www.reddit.com/r/x"), place())) {
      assertThat(pauses.until("reddit")).contains(START.plus(Duration.ofSeconds(60)));
    }
  }

  @Test
  void reddit_is_asked_once_a_minute_and_a_queue_that_is_too_long_is_not_waited_for()
      throws Exception {
    HostLanes lanes = new HostLanes(time, time, pauses);
    HostRules.Rule reddit = rule("https://www.reddit.com/r/x");
    Instant first = pass(lanes, reddit, time);
    Instant second = pass(lanes, reddit, time);
    assertThat(Duration.between(first, second)).isGreaterThanOrEqualTo(Duration.ofSeconds(60));

    HostRules.Rule hasty =
        new HostRules.Rule("reddit", 1, reddit.gap(), true, Duration.ofSeconds(59));
    assertThat(lanes.take(hasty, place())).isEqualTo(new HostLanes.Crowded(Duration.ofSeconds(60)));
  }

  @Test
  void a_429_is_for_all_of_a_domain_and_a_503_for_one_address() {
    RetryAfter limits = new RetryAfter(time, time, pauses);
    HttpUrl feed = Objects.requireNonNull(HttpUrl.parse("https://a.example.co.uk/feed"));
    HttpUrl other = Objects.requireNonNull(HttpUrl.parse("https://b.example.co.uk/feed"));
    limits.remember(feed, 503, Duration.ofHours(2));
    assertThat(limits.left(other)).isZero();
    assertThat(limits.left(feed)).isEqualTo(Duration.ofHours(2));
    limits.remember(feed, 429, Duration.ofHours(1));
    assertThat(limits.left(other)).isEqualTo(Duration.ofHours(1));
    assertThat(new RetryAfter(time, time, pauses).left(other))
        .as("after a restart")
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_429_of_an_address_without_a_public_name_is_for_that_address_alone() {
    RetryAfter limits = new RetryAfter(time, time, pauses);
    for (String host : new String[] {"127.0.0.1", "localhost", "[::1]"}) {
      HttpUrl one = Objects.requireNonNull(HttpUrl.parse("http://" + host + "/one"));
      limits.remember(one, 429, Duration.ofHours(1));
      assertThat(limits.left(one)).as(host).isPositive();
      assertThat(limits.left(Objects.requireNonNull(one.resolve("/two")))).as(host).isZero();
    }
  }

  @Test
  void a_shorter_wait_does_not_end_a_longer_one_over_a_restart() {
    HttpUrl feed = Objects.requireNonNull(HttpUrl.parse("https://a.example.co.uk/feed"));
    RetryAfter limits = new RetryAfter(time, time, pauses);
    limits.remember(feed, 429, Duration.ofHours(5));
    limits.remember(feed, 429, Duration.ofHours(1));
    assertThat(new RetryAfter(time, time, pauses).left(feed)).isEqualTo(Duration.ofHours(5));
  }

  @Test
  void who_comes_while_the_state_is_read_waits_for_what_it_says() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    HostPauses slow =
        new HostPauses() {
          @Override
          public Optional<Instant> until(String host) {
            reading.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return Optional.of(START.plus(Duration.ofHours(2)));
          }

          @Override
          public void keepOff(String host, Instant until) {}
        };
    RetryAfter limits = new RetryAfter(time, time, slow);
    HttpUrl feed = Objects.requireNonNull(HttpUrl.parse("https://a.example.co.uk/feed"));
    FutureTask<Duration> first = new FutureTask<>(() -> limits.left(feed));
    FutureTask<Duration> second = new FutureTask<>(() -> limits.left(feed));
    Thread.ofPlatform().daemon().start(first);
    reading.await();
    Thread late = Thread.ofPlatform().daemon().start(second);
    while (late.getState() == Thread.State.NEW || late.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    assertThat(second.get()).isEqualTo(Duration.ofHours(2));
    assertThat(first.get()).isEqualTo(Duration.ofHours(2));
  }
}
