package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.PastedUrl;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a page that no source brought into the digest. */
@Command(
    name = "add",
    description = {
      "Put a page into the digest that no source brought.",
      "It is fetched, read, summarised and checked like any other; 'digest undo' takes it out."
    },
    footer = {
      "",
      "Exit codes: 0 put in, 2 wrong usage, 6 it cannot be told, 75 it cannot be had just now."
    })
final class AddCommand extends BenchAction {
  @Parameters(paramLabel = "URL", description = "The page's address, with https://.")
  private String url;

  @Option(
      names = "--section",
      paramLabel = "SECTION",
      description =
          "Where it goes: a section's id or title (default: that of its source, for a page"
              + " of the week's harvest; else the first).")
  private @Nullable String section;

  @Override
  void checked(Settings settings) {
    if (Http.isPrivate(PastedUrl.of(url), settings.network())) {
      throw new UsageException(
          "The URL names no public host, and network.allow-private does not list it.");
    }
  }

  @Override
  int act(Week wanted, Bench bench, Desk desk) {
    URI address = PastedUrl.of(url);
    String id =
        section == null
            ? null
            : bench
                .section(section)
                .orElseThrow(() ->
                    new UsageException(
                        Terminal.plain(
                            "feeds.yaml has no section '%s'; it has %s."
                                .formatted(section, String.join(", ", bench.sections())))));
    return switch (bench.fetch(wanted, address, id, places.clock().instant())) {
      case Bench.Told.NotTold not -> notTold(not);
      case Bench.Told.Ready ready ->
          put(
              new Act.Add(ready.block(), bench.place(ready.section(), desk.load())),
              desk,
              "'" + ready.title() + "' was put in under '" + ready.section() + "'.");
    };
  }
}
