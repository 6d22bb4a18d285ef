package dev.mldigest.pipeline.gate;

import dev.mldigest.domain.LinkCheck;
import dev.mldigest.fetch.http.Links;
import dev.mldigest.store.Store;
import dev.mldigest.web.CanonicalUrl;
import dev.mldigest.web.Host;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is known of links. Asks only for what is not known of late: a link that is alive today is
 * not asked for again today, nor one whose page a run has read. Bounded in number, in number for
 * each host, and in time; what is left over is asked for another time.
 */
final class LinkBook {
  /** A page that was there yesterday is mostly there today. */
  private static final Duration ALIVE_FOR = Duration.ofDays(1);

  /** An editor who mends a link, or waits for a site to come back, looks again within the hour. */
  private static final Duration OTHERWISE_FOR = Duration.ofMinutes(30);

  /** An issue of 12 items with its round-ups and runners-up has some fifty. */
  private static final int MOST = 100;

  /** An issue of papers has a dozen of arXiv alone; more are asked for another time. */
  private static final int MOST_OF_A_HOST = 20;

  /** An editor waits so long for an answer. */
  private static final Duration IN_ALL = Duration.ofSeconds(20);

  private final @Nullable Links links;
  private final Store store;
  private final InstantSource clock;

  /**
   * @param links null where nothing may be asked for
   */
  LinkBook(@Nullable Links links, Store store, InstantSource clock) {
    this.links = links;
    this.store = store;
    this.clock = clock;
  }

  /** By address; nothing of those that were not asked for of late. */
  Map<String, LinkCheck> known(Collection<String> addresses) {
    Map<String, LinkCheck> known = new LinkedHashMap<>();
    Instant now = clock.instant();
    for (String address : addresses) {
      find(address).filter(check -> isFresh(check, now)).ifPresent(c -> known.put(address, c));
    }
    return known;
  }

  private Optional<LinkCheck> find(String address) {
    return store.linkChecks().find(address, CanonicalUrl.of(address).orElse(address));
  }

  private static boolean isFresh(LinkCheck check, Instant now) {
    return check.at().isAfter(now.minus(check.isAlive() ? ALIVE_FOR : OTHERWISE_FOR));
  }

  /** Asks for those that are not known. */
  void ask(Collection<String> addresses) {
    Links asked = links;
    List<URI> wanted = asked == null ? List.of() : wanted(addresses);
    if (asked == null || wanted.isEmpty()) {
      return;
    }
    List<Callable<LinkCheck>> calls = new ArrayList<>();
    wanted.forEach(url -> calls.add(() -> kept(asked.check(url, clock.instant()))));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(calls, IN_ALL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // what is not known is said to be so
    }
  }

  private LinkCheck kept(LinkCheck check) {
    if (!Thread.currentThread().isInterrupted()) { // an answer that was cut off says nothing
      store.linkChecks().save(check);
    }
    return check;
  }

  private List<URI> wanted(Collection<String> addresses) {
    Map<String, LinkCheck> known = known(addresses);
    Map<String, Integer> ofHost = new HashMap<>();
    List<URI> wanted = new ArrayList<>();
    for (String address : addresses) {
      URI url = known.containsKey(address) ? null : uri(address);
      if (url != null
          && wanted.size() < MOST
          && ofHost.merge(Host.of(url).name(), 1, Integer::sum) <= MOST_OF_A_HOST) {
        wanted.add(url);
      }
    }
    return wanted;
  }

  private static @Nullable URI uri(String address) {
    try {
      URI url = URI.create(address);
      return url.getHost() == null ? null : url;
    } catch (IllegalArgumentException e) {
      return null; // what is no address is found elsewhere
    }
  }
}
