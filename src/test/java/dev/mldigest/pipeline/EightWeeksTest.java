package dev.mldigest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.domain.Gap;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.extract.Extractor;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.pipeline.harvest.Harvest;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.store.Store;
import dev.mldigest.testkit.TestSettings;
import dev.mldigest.testkit.VirtualTime;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Weeks of harvests in virtual time, over real sockets and with a real state, against sites that
 * keep account of every request: nine days in the build, eight weeks with {@code
 * -Dsimulation.weeks=8}, which also prints the account.
 */
@Timeout(600)
class EightWeeksTest {
  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
  private static final int WEEKS = Integer.getInteger("simulation.weeks", 0);
  private static final int DAYS = WEEKS == 0 ? 9 : 7 * WEEKS;
  private static final Instant END = START.plus(Duration.ofDays(DAYS));

  /** The machine is off: a whole week of eight. */
  private static final Window OFF =
      WEEKS == 0
          ? new Window(START.plus(Duration.ofDays(6)), START.plus(Duration.ofDays(7)))
          : new Window(START.plus(Duration.ofDays(21)), START.plus(Duration.ofDays(28)));

  private static final Window OUTAGE =
      new Window(START.plus(Duration.ofDays(2)), START.plus(Duration.ofDays(5)));

  @TempDir private Path folder;

  private final VirtualTime time = new VirtualTime(START);
  private final List<SimulatedWeb.Site> sites = sites();
  private int restarts;

  private static List<SimulatedWeb.Site> sites() {
    List<SimulatedWeb.Site> all = new ArrayList<>();
    all.add(site("busy", 10, 30));
    SimulatedWeb.Site odd = site("odd-date", 15, 60);
    odd.entityTag = false;
    odd.lastModified = true;
    all.add(odd);
    SimulatedWeb.Site blog = site("slow-blog", 10, 0.4);
    blog.lastModified = true;
    blog.fullText = false;
    all.add(blog);
    SimulatedWeb.Site maxAge = site("max-age", 40, 24);
    maxAge.maxAge = Duration.ofHours(3);
    all.add(maxAge);
    SimulatedWeb.Site ttl = site("ttl", 10, 20);
    ttl.ttl = Duration.ofMinutes(150);
    all.add(ttl);
    SimulatedWeb.Site skips = site("skip-hours", 20, 20);
    skips.skipUntilHour = 5;
    all.add(skips);
    SimulatedWeb.Site limited = site("limited", 20, 12);
    limited.mood = (n, now) -> n % 5 == 4 ? SimulatedWeb.tooMany(Duration.ofMinutes(130)) : null;
    all.add(limited);
    SimulatedWeb.Site unsaid = site("limited-unsaid", 20, 12);
    unsaid.mood = (n, now) -> n % 7 == 6 ? SimulatedWeb.tooManyUnsaid() : null;
    all.add(unsaid);
    SimulatedWeb.Site tired = site("busy-until", 20, 12);
    tired.mood =
        (n, now) -> n % 6 == 5 ? SimulatedWeb.busyUntil(now, Duration.ofMinutes(200)) : null;
    all.add(tired);
    SimulatedWeb.Site moved = site("moved", 20, 6);
    moved.movedFrom = "old";
    all.add(moved);
    SimulatedWeb.Site gone = site("gone", 10, 3);
    gone.mood =
        (n, now) -> now.isAfter(START.plus(Duration.ofDays(4))) ? SimulatedWeb.gone() : null;
    all.add(gone);
    SimulatedWeb.Site down = site("outage", 20, 15);
    down.mood = (n, now) -> OUTAGE.contains(now) ? SimulatedWeb.broken() : null;
    all.add(down);
    SimulatedWeb.Site redated = site("re-dated", 12, 2);
    redated.redated = true;
    all.add(redated);
    SimulatedWeb.Site pinned = site("pinned", 10, 30);
    pinned.pinned = true;
    all.add(pinned);
    all.add(site("torrent", 5, 300));
    return all;
  }

  private static SimulatedWeb.Site site(String id, int size, double perDay) {
    return new SimulatedWeb.Site(id, size, perDay, START);
  }

  @Test
  void nobody_is_annoyed_nothing_is_missed_and_what_was_missed_is_known() throws Exception {
    try (SimulatedWeb web = new SimulatedWeb(time, sites)) {
      Settings settings = settings(web);
      CoverageTruth truth = new CoverageTruth(settings, sites);
      for (Instant day = START; day.isBefore(END); day = day.plus(Duration.ofDays(1))) {
        live(settings, day, truth);
      }
      try (Store store = Store.open(folder)) {
        weeks().forEach(week -> truth.check("in the end", store, week, END));
        Account account = account(store);
        print(web, account, truth);
        assertThat(truth.lies).as("said to be covered, and missing").isEmpty();
        assertThat(truth.alarms).as("weeks doubted of which nothing is missing").isEmpty();
        assertThat(web.offences).isEmpty();
        assertThat(web.pages.values()).as("requests per page").isNotEmpty().containsOnly(1);
        assertThat(web.statuses.get("moved 301")).as("asks at the old address").isEqualTo(3);
        assertThat(web.statuses.get("gone 410")).isEqualTo(1);
        assertThat(account.unknown).as("missing and not in a gap").isEmpty();
        assertThat(account.alarms).as("gaps in which nothing is missing").isEmpty();
        assertThat(account.twice).as("entries told twice").isEmpty();
        assertThat(account.avoidable).as("windows that need not have overflown").isEmpty();
        assertThat(account.missing).as("the simulation has overflows").isPositive();
      }
    }
  }

  /** One day of the program, from start to stop, with a look every half hour. */
  private void live(Settings settings, Instant day, CoverageTruth truth) {
    restarts++;
    try (Store store = Store.open(folder);
        Http http =
            Http.as(settings.network(), "ml-digest/1 (+test)")
                .clock(time)
                .waiting(time)
                .pauses(store.hostPauses())
                .build()) {
      Harvest harvest =
          new Harvest(
              settings,
              store,
              new SourceReader(http),
              new Pages(http),
              new Extractor(),
              time,
              Progress.SILENT);
      for (int half = 0; half < 48; half++) {
        Instant tick = day.plus(Duration.ofMinutes(30L * half));
        if (!OFF.contains(tick)) {
          time.advanceTo(tick);
          Instant now = time.instant();
          boolean issue = half == 1 && Duration.between(START, day).toDays() % 7 == 0;
          Window window = new Window(now.minus(Duration.ofDays(7)), now);
          harvest.run(issue ? Harvest.Asking.ALLOWED : Harvest.Asking.DUE, window, now);
          if (issue) {
            truth.check("with the issue", store, window, now);
          }
        }
      }
      Instant night = day.plus(Duration.ofDays(1));
      weeks().stream()
          .filter(week -> week.to().equals(night))
          .forEach(week -> truth.check("at the end of the week", store, week, night));
    }
  }

  /** The last one may be short. */
  private static List<Window> weeks() {
    List<Window> weeks = new ArrayList<>();
    for (Instant from = START; from.isBefore(END); from = from.plus(Duration.ofDays(7))) {
      Instant to = from.plus(Duration.ofDays(7));
      weeks.add(new Window(from, to.isAfter(END) ? END : to));
    }
    return weeks;
  }

  /** What the state holds, against what the sites published. */
  private static final class Account {
    final List<String> unknown = new ArrayList<>();
    final List<String> alarms = new ArrayList<>();
    final List<String> twice = new ArrayList<>();
    final List<String> avoidable = new ArrayList<>();
    int missing;
    int items;
    int gaps;
  }

  private Account account(Store store) {
    Account account = new Account();
    Map<String, List<Gap>> gaps = store.gaps().touching(new Window(Instant.EPOCH, END));
    Set<String> known = new HashSet<>();
    store
        .ledger()
        .considered(Week.of(END, ZoneOffset.UTC), END)
        .forEach(one -> {
          String guid = String.valueOf(one.entry().feedEntry().guid());
          if (!known.add(guid)) {
            account.twice.add(guid);
          }
        });
    for (SimulatedWeb.Site site : sites) {
      weigh(site, gaps.getOrDefault(site.id, List.of()), known, watermark(store, site), account);
    }
    return account;
  }

  private static Instant watermark(Store store, SimulatedWeb.Site site) {
    return store.sources().polls().stream()
        .filter(poll -> poll.sourceId().equals(site.id) && poll.lastSuccess() != null)
        .map(poll -> poll.lastSuccess())
        .findFirst()
        .orElse(START);
  }

  private static void weigh(
      SimulatedWeb.Site site,
      List<Gap> gaps,
      Set<String> known,
      Instant watermark,
      Account account) {
    Set<Gap> real = new HashSet<>();
    for (int k = 0; k < site.count(watermark); k++) {
      Instant published = site.published(k);
      if (published.isBefore(START)) {
        continue;
      }
      account.items++;
      if (known.contains(site.id + "/" + k)) {
        continue;
      }
      account.missing++;
      List<Gap> around =
          gaps.stream()
              .filter(gap -> !published.isBefore(gap.since()) && !published.isAfter(gap.until()))
              .toList();
      real.addAll(around);
      if (around.isEmpty()) {
        account.unknown.add(site.id + "/" + k + " of " + published);
      }
    }
    account.gaps += gaps.size();
    for (Gap gap : gaps) {
      if (!real.contains(gap)) {
        account.alarms.add(site.id + ": " + gap);
      }
      boolean excused =
          site.id.equals("torrent")
              || gap.touches(OFF)
              || (site.id.equals("outage") && gap.touches(OUTAGE));
      if (!excused) {
        account.avoidable.add(site.id + ": " + gap);
      }
    }
  }

  private void print(SimulatedWeb web, Account account, CoverageTruth truth) {
    if (WEEKS == 0) {
      return;
    }
    System.out.printf(
        "%d weeks, %d sites, %d starts of the program: %d items published, %d missed, all in %d"
            + " gaps; offences: %s%n",
        WEEKS, sites.size(), restarts, account.items, account.missing, account.gaps, web.offences);
    for (SimulatedWeb.Site site : sites) {
      System.out.printf(
          "%-16s %5.1f requests a day%n", site.id, web.requests(site.id) / (double) DAYS);
    }
    System.out.println(web.statuses);
    System.out.println(truth.tally());
  }

  private Settings settings(SimulatedWeb web) {
    return TestSettings.of(sites.stream().map(site -> source(site, web.address())).toList());
  }

  private static Source source(SimulatedWeb.Site site, String base) {
    String file = site.movedFrom.isEmpty() ? "feed" : site.movedFrom;
    return new Source(
        site.id,
        site.id,
        SourceKind.BLOG,
        URI.create(base + "/" + site.id + "/" + file),
        "s",
        1,
        List.of(),
        null);
  }
}
