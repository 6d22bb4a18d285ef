package dev.mldigest.cli.feeds;

import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.OpmlFile;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.config.FeedAddress;
import dev.mldigest.config.opml.Opml;
import dev.mldigest.config.opml.OpmlSources;
import dev.mldigest.config.opml.OutlineFeed;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.domain.settings.Settings;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Appends the feeds of an OPML file that feeds.yaml does not have yet. */
@Command(name = "import", description = "Append the feeds of an OPML file to feeds.yaml.")
final class FeedsImportCommand extends Action {
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "FILE.opml", description = "The list of another feed reader.")
  private Path opml = Path.of("");

  @Option(
      names = "--section",
      paramLabel = "ID",
      description =
          "Section of feeds whose folder is not named like one (default: the first section).")
  private @Nullable String section;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    List<OutlineFeed> feeds = OpmlFile.read(opml);
    List<Source> fresh = fresh(settings, feeds);
    if (!fresh.isEmpty()) {
      new FeedsFileUpdate(config.file()).append(fresh);
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.printf(
        "%d of %d feeds added to %s, %d known already%n",
        fresh.size(), feeds.size(), config.file(), feeds.size() - fresh.size());
    out.flush();
    return ExitCode.OK;
  }

  private List<Source> fresh(Settings settings, List<OutlineFeed> feeds) {
    List<SectionRule> sections = settings.slots().sections();
    String target = section == null ? sections.getFirst().id() : section;
    if (sections.stream().noneMatch(rule -> rule.id().equals(target))) {
      String known = sections.stream().map(SectionRule::id).collect(Collectors.joining(", "));
      throw new UsageException("There is no section '" + target + "'; there are " + known + ".");
    }
    Set<String> ids = settings.sources().stream().map(Source::id).collect(Collectors.toSet());
    Set<String> known =
        settings.sources().stream()
            .flatMap(source -> Stream.of(source.url(), URI.create(Opml.address(source))))
            .map(FeedAddress::key)
            .collect(Collectors.toSet());
    return new OpmlSources().sources(feeds, sections, target, ids, known);
  }
}
