package dev.mldigest.cli.feeds;

import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.PastedUrl;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.compose.Composition;
import dev.mldigest.config.FeedAddress;
import dev.mldigest.config.opml.Opml;
import dev.mldigest.config.opml.OpmlSources;
import dev.mldigest.config.opml.OutlineFeed;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchOutcome;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.SourceState;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.fetch.SourceReader;
import dev.mldigest.fetch.feed.FeedFinder;
import dev.mldigest.fetch.feed.FeedFinder.Finding;
import dev.mldigest.fetch.feed.FeedFinder.Found;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.web.Redaction;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the feed of a page, shows what it read, and appends it to feeds.yaml. */
@Command(
    name = "add",
    description = "Find the feed of a page, show what it holds, and append it to feeds.yaml.")
final class FeedsAddCommand extends ConfiguredAction {
  /** Enough to see that it is the feed that was meant. */
  private static final int SHOWN = 3;

  @Parameters(paramLabel = "URL", description = "A feed, or a page that has one.")
  private String url;

  @Option(
      names = "--section",
      paramLabel = "ID",
      description = "The section its items belong to (default: the first one).")
  private @Nullable String section;

  @Option(names = "--dry-run", description = "Show what was found and change nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    URI pasted = PastedUrl.of(url);
    Settings settings = config.settings();
    String target = target(settings);
    FeedAddress.Meant meant = FeedAddress.meant(pasted);
    if (!dryRun && isKnown(settings, meant.url())) {
      return knownAlready();
    }
    return switch (find(settings, meant)) {
      case Finding.Feeds(List<Found> feeds) -> take(settings, target, feeds.getFirst());
      case Finding.PageWithout _ ->
          nothing(
              "no feed was found at "
                  + Redaction.of(pasted)
                  + (meant instanceof FeedAddress.Meant.Any
                      ? " or where such sites keep theirs"
                      : "")
                  + ". A page without one can be read as kind 'sitemap' or 'listing':"
                  + " docs/sources.md says how.");
      case Finding.Nothing(String reason) ->
          nothing("no feed was read from " + Redaction.of(meant.url()) + ": " + reason);
    };
  }

  private int nothing(String sentence) {
    err().println("digest: " + Terminal.plain(Redaction.in(sentence)));
    return ExitCode.UNREACHABLE;
  }

  private int knownAlready() {
    err().println(config.file() + " has this feed already.");
    return ExitCode.OK;
  }

  private String target(Settings settings) {
    List<SectionRule> sections = settings.slots().sections();
    String target = section == null ? sections.getFirst().id() : section;
    if (sections.stream().noneMatch(rule -> rule.id().equals(target))) {
      throw new UsageException("There is no section '" + target + "' in " + config.file() + ".");
    }
    return target;
  }

  private static Set<String> known(Settings settings) {
    return settings.sources().stream()
        .flatMap(source -> Stream.of(source.url(), URI.create(Opml.address(source))))
        .map(FeedAddress::key)
        .collect(Collectors.toSet());
  }

  private static boolean isKnown(Settings settings, URI address) {
    return known(settings).contains(FeedAddress.key(address));
  }

  private Finding find(Settings settings, FeedAddress.Meant meant) {
    if (meant instanceof FeedAddress.Meant.NoFeed(URI _, String sentence)) {
      throw new UsageException("The URL " + sentence + ".");
    }
    return places.withPauses(pauses -> {
      try (Http http = Composition.http(settings, places.clock(), pauses)) {
        FeedFinder finder = new FeedFinder(http);
        Finding finding =
            meant instanceof FeedAddress.Meant.Any(URI page)
                ? finder.find(page)
                : finder.findNamed(meant.url());
        return finding instanceof Finding.PageWithout
            ? pieces(new SourceReader(http, settings.language()), meant.url(), finding)
            : finding;
      }
    });
  }

  /** A page without a feed may tell its pieces itself, as change logs do. */
  private Finding pieces(SourceReader reader, URI url, Finding otherwise) {
    Instant now = places.clock().instant();
    Source page = new Source("page", "page", SourceKind.LISTING, url, "page", 1.0, List.of(), null);
    return reader.fetch(page, SourceState.NEW, new Window(now.minus(Duration.ofDays(1)), now))
            instanceof FetchOutcome.Fetched fetched
        ? new Finding.Feeds(List.of(new Found(url, fetched.feed(), false)))
        : otherwise;
  }

  private int take(Settings settings, String target, Found found) {
    show(found);
    if (dryRun) {
      return ExitCode.OK;
    }
    return isKnown(settings, found.url()) ? knownAlready() : append(settings, target, found);
  }

  private void show(Found found) {
    PrintWriter out = out();
    Feed feed = found.feed();
    out.println(
        Redaction.of(found.url())
            + "  "
            + feed.format()
            + ", kind "
            + kind(found).word()
            + ", "
            + feed.entries().size()
            + " entries"
            + span(feed));
    for (FeedEntry entry : feed.entries().stream().limit(SHOWN).toList()) {
      out.println(
          "  "
              + (entry.published() == null ? "undated" : entry.published())
              + "  "
              + Terminal.plain(entry.title()));
    }
    feed.warnings().stream()
        .limit(SHOWN)
        .forEach(warning -> out.println("  note: " + Terminal.plain(warning)));
  }

  private static String span(Feed feed) {
    List<Instant> dates =
        feed.entries().stream()
            .map(entry -> entry.published() == null ? entry.updated() : entry.published())
            .flatMap(Stream::ofNullable)
            .sorted()
            .toList();
    return dates.isEmpty() ? ", undated" : ", " + dates.getFirst() + " to " + dates.getLast();
  }

  private int append(Settings settings, String target, Found found) {
    Set<String> ids = settings.sources().stream().map(Source::id).collect(Collectors.toSet());
    List<SectionRule> sections = settings.slots().sections();
    List<Source> fresh =
        new OpmlSources().sources(List.of(outline(found)), sections, target, ids, known(settings));
    new FeedsFileUpdate(config.file())
        .append(fresh.stream().map(source -> ofKind(source, kind(found))).toList());
    err()
        .println(
            "Added to "
                + config.file()
                + " as '"
                + fresh.getFirst().id()
                + "' in section "
                + target
                + ".");
    return ExitCode.OK;
  }

  private static Source ofKind(Source source, SourceKind kind) {
    return kind == SourceKind.LISTING
        ? new Source(
            source.id(), source.title(), kind, source.url(), source.section(), 1.0, List.of(), null)
        : source;
  }

  private static SourceKind kind(Found found) {
    if (found.feed().format().equals(SourceKind.LISTING.word())) {
      return SourceKind.LISTING;
    }
    SourceKind told = OpmlSources.kind(found.url());
    return told == SourceKind.BLOG && found.spoken() ? SourceKind.PODCAST : told;
  }

  private static OutlineFeed outline(Found found) {
    String title = found.feed().title();
    URI url = found.url();
    return new OutlineFeed(
        title == null || title.isBlank() ? url.getHost() : title, url, "", kind(found).word());
  }
}
