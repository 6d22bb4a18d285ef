package dev.mldigest.pipeline.harvest;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import dev.mldigest.domain.Entry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.store.GroupCommits;
import dev.mldigest.store.Store;
import dev.mldigest.web.Host;
import dev.mldigest.web.Redaction;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the articles of a window, each page once. Which of several entries speaks for a page must
 * not depend on which feed answered first. So while sources still come in only those pages are read
 * that their own site tells, and once all sources of that site are in: what any other says of them
 * counts for nothing as long as they tell something. All others are read when all sources are in.
 *
 * <p>How many are asked for at once, and how fast, is the fetcher's business.
 */
final class ArticleDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleDesk.class);

  private final Settings settings;
  private final Store store;
  private final GroupCommits commits;
  private final ArticleReading articles;
  private final Window window;
  private final Instant now;
  private final Tasks tasks = new Tasks();

  /** The sources that may still tell of a page, with their hosts; guarded by this. */
  private final Map<Source, Host> awaited = new HashMap<>();

  /** Pages that were told at home, by their host, until all of it is in; guarded by this. */
  private final Map<Host, Set<String>> told = new HashMap<>();

  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  /** Pages that were asked for and told nothing: others may still carry their text. */
  private final Map<String, ExtractOutcome> silent = new ConcurrentHashMap<>();

  /**
   * What is to be read, of nothing yet.
   *
   * @param awaited the sources that will be {@link #in}
   */
  ArticleDesk(
      Settings settings,
      Store store,
      GroupCommits commits,
      ArticleReading articles,
      Collection<Source> awaited,
      Window window,
      Instant now) {
    this.settings = settings;
    this.store = store;
    this.commits = commits;
    this.articles = articles;
    this.window = window;
    this.now = now;
    awaited.forEach(source -> this.awaited.put(source, Host.of(source.url())));
  }

  /**
   * A source has answered, for good, and what it told is stored.
   *
   * @param entries all that it told, or none
   */
  synchronized void in(Source source, List<Entry> entries) {
    awaited.remove(source);
    for (Entry entry : entries) {
      if (isWanted(entry)) {
        told.computeIfAbsent(Host.of(entry.link()).bare(), host -> new LinkedHashSet<>())
            .add(entry.page());
      }
    }
    Host home = Host.of(source.url());
    List<Host> ready =
        told.keySet().stream()
            .filter(host -> home.isAkinTo(host))
            .filter(host -> awaited.values().stream().noneMatch(other -> other.isAkinTo(host)))
            .toList();
    for (Host host : ready) {
      Set<String> pages = Objects.requireNonNull(told.remove(host));
      tasks.start(() -> begin(pages));
    }
  }

  private boolean isWanted(Entry entry) {
    return entry.date().isAfter(window.from())
        && !entry.date().isAfter(window.to())
        && !isArchived(entry)
        && !articles.isPaper(entry)
        && articles.speakers().isAtHome(entry);
  }

  /** What the editor published already is remembered by its link and its title. */
  private boolean isArchived(Entry entry) {
    return settings
        .source(entry.sourceId())
        .filter(source -> source.kind() == SourceKind.ARCHIVE)
        .isPresent();
  }

  private void begin(Set<String> pages) {
    byPage(store.articles().toRead(pages, window, now))
        .forEach((page, entries) -> {
          List<Entry> home = articles.speakers().atHome(entries);
          // What has no date of its own counts from when it was first seen, and may be of another
          // week.
          if (!home.isEmpty()) {
            tasks.start(() -> readEarly(page, home));
          }
        });
  }

  private void readEarly(String page, List<Entry> home) {
    begun.add(page);
    ExtractOutcome outcome = guarded(page, () -> articles.ofPage(home));
    if (outcome instanceof ExtractOutcome.Extracted) {
      record(page, outcome);
    } else {
      silent.put(page, outcome);
    }
  }

  /** Waits for what was begun. */
  void await() {
    tasks.await();
  }

  /**
   * Reads what is left, now that all sources are in.
   *
   * @return how many pages were tried in all
   */
  int rest(Progress progress) {
    await();
    Map<String, List<Entry>> pages =
        byPage(
            store.articles().toRead(window, now).stream()
                .filter(entry -> !isArchived(entry))
                .toList());
    // What several sources speak of goes first: arXiv's share of a run does not reach all its
    // papers, which are therefore read one after another; their lane lets no more through anyway.
    Map<Boolean, List<List<Entry>>> order =
        pages.values().stream()
            .sorted(comparingInt((List<Entry> entries) -> -entries.size()))
            .collect(partitioningBy(entries -> entries.stream().anyMatch(articles::isPaper)));
    AtomicInteger left = new AtomicInteger(pages.size());
    Consumer<List<Entry>> reading =
        entries -> {
          read(entries);
          progress.at("reading articles", pages.size() - left.decrementAndGet(), pages.size());
        };
    tasks.start(() -> Objects.requireNonNull(order.get(true)).forEach(reading));
    for (List<Entry> entries : Objects.requireNonNull(order.get(false))) {
      tasks.start(() -> reading.accept(entries));
    }
    await();
    begun.addAll(pages.keySet());
    return begun.size();
  }

  private void read(List<Entry> entries) {
    String page = entries.getFirst().page();
    ExtractOutcome before = silent.get(page);
    record(
        page,
        guarded(
            page,
            () -> before == null ? articles.read(entries) : articles.settled(entries, before)));
  }

  /** What was given up is no outcome: the next run reads it. */
  private void record(String page, ExtractOutcome outcome) {
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    commits.write(() -> {
      store.articles().record(page, outcome, now);
      return page;
    });
  }

  /** A defect of ours in reading one page costs that page, never the rest. */
  private static ExtractOutcome guarded(String page, Supplier<ExtractOutcome> reading) {
    try {
      return reading.get();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e; // it was given up, which is no defect
      }
      LOG.error("{} could not be read because of a defect", Redaction.in(page), Defect.of(e));
      return new ExtractOutcome.Missing(
          Redaction.in("Reading it failed inside this program: " + e + "."));
    }
  }

  private static Map<String, List<Entry>> byPage(List<Entry> entries) {
    return entries.stream().collect(groupingBy(Entry::page, LinkedHashMap::new, toList()));
  }

  @Override
  public void close() {
    tasks.close();
  }
}
