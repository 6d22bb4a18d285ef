package dev.mldigest.cli;

import dev.mldigest.config.FeedAddress;
import dev.mldigest.config.OpmlSources;
import dev.mldigest.config.OutlineFeed;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Redaction;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Settings.SectionRule;
import dev.mldigest.domain.Source;
import dev.mldigest.fetch.FeedFinder;
import dev.mldigest.fetch.FeedParser;
import dev.mldigest.fetch.Http;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the feed of a page, shows what it read, and appends it to feeds.yaml. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Find the feed of a page, show what it holds, and append it to feeds.yaml.")
final class FeedsAddCommand implements Callable<Integer> {
  private static final int SHOWN = 3;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;
  @Mixin private Places places;

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
    Settings settings = config.settings();
    List<FeedFinder.Found> found = find(settings);
    if (found.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "digest: no feed was found at "
                  + url
                  + " or where such sites keep theirs. A page without one can be read as kind"
                  + " 'sitemap' or 'listing': docs/sources.md says how.");
      return ExitCode.UNREACHABLE;
    }
    FeedFinder.Found best = found.getFirst();
    show(best);
    if (!dryRun) {
      append(settings, best);
    }
    return ExitCode.OK;
  }

  private List<FeedFinder.Found> find(Settings settings) {
    URI page = page();
    return places.withPauses(pauses -> {
      try (Http http = Composition.http(settings, places.clock(), pauses)) {
        return new FeedFinder(http, new FeedParser()).find(feedOf(page));
      }
    });
  }

  private URI page() {
    try {
      URI page = new URI(url);
      if (page.getHost() == null || !String.valueOf(page.getScheme()).matches("https?")) {
        throw new UsageException("The URL is not an address; write it with https://.");
      }
      return page;
    } catch (URISyntaxException e) {
      throw new UsageException("The URL is not an address; write it with https://.", e);
    }
  }

  /** The pages of Reddit, YouTube and GitHub lead to their feeds without being asked. */
  private static URI feedOf(URI page) {
    return switch (FeedAddress.of(OpmlSources.kind(page), page)) {
      case FeedAddress.Reading.Good(URI feed) -> feed;
      case FeedAddress.Reading.Bad _ -> page;
    };
  }

  private void show(FeedFinder.Found found) {
    PrintWriter out = spec.commandLine().getOut();
    Feed feed = found.feed();
    out.println(
        Redaction.of(found.url())
            + "  "
            + feed.format()
            + ", kind "
            + OpmlSources.kind(found.url()).word()
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

  private void append(Settings settings, FeedFinder.Found found) {
    List<SectionRule> sections = settings.slots().sections();
    String target = section == null ? sections.getFirst().id() : section;
    if (sections.stream().noneMatch(rule -> rule.id().equals(target))) {
      throw new UsageException("There is no section '" + target + "' in " + config.file() + ".");
    }
    Set<String> ids = settings.sources().stream().map(Source::id).collect(Collectors.toSet());
    Set<String> known =
        settings.sources().stream()
            .map(source -> FeedAddress.key(source.url()))
            .collect(Collectors.toSet());
    List<Source> fresh =
        new OpmlSources().sources(List.of(outline(found)), sections, target, ids, known);
    if (fresh.isEmpty()) {
      spec.commandLine().getErr().println(config.file() + " has this feed already.");
      return;
    }
    new FeedsFileUpdate(config.file()).append(fresh);
    spec.commandLine()
        .getErr()
        .println(
            "Added to "
                + config.file()
                + " as '"
                + fresh.getFirst().id()
                + "' in section "
                + target
                + ".");
  }

  private static OutlineFeed outline(FeedFinder.Found found) {
    String title = found.feed().title();
    URI url = found.url();
    return new OutlineFeed(title == null || title.isBlank() ? url.getHost() : title, url, "", "");
  }
}
