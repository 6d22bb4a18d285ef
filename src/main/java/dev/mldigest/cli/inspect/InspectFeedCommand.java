package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Inputs;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.FetchFailure;
import dev.mldigest.domain.OtherVocabularies;
import dev.mldigest.fetch.document.DocumentBounds;
import dev.mldigest.fetch.feed.FeedParser;
import dev.mldigest.fetch.feed.FeedReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the feed parser makes of files. */
@Command(
    name = "feed",
    description =
        "Show how feed files are read: entries, dates, links, and what had to be repaired.")
final class InspectFeedCommand extends Action {
  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "JSON lines with file, url and contentType; files are relative to its folder.")
  private @Nullable Path manifest;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "The address the files came from.")
  private @Nullable URI baseUrl;

  @Option(
      names = "--content-type",
      paramLabel = "TYPE",
      description = "The Content-Type header the files came with.")
  private @Nullable String contentType;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files, folders, @LIST, or - for a list on standard input.")
  private List<String> paths = List.of();

  /** What the manifest knows of a file. */
  private record Origin(@Nullable URI url, @Nullable String contentType) {}

  @Override
  public Integer call() {
    Map<Path, Origin> origins = manifest == null ? Map.of() : origins(manifest);
    FeedParser parser = new FeedParser();
    JsonLines lines = new JsonLines(System.out);
    PrintWriter person = out();
    for (Path file : Inputs.files(paths)) {
      Origin known = origins.get(file.toAbsolutePath().normalize());
      FeedReading reading = read(parser, file, known);
      if (json) {
        lines.write(line(file, reading));
      } else {
        print(person, file, reading);
      }
    }
    lines.flush();
    person.flush();
    return ExitCode.OK;
  }

  private static Map<Path, Origin> origins(Path manifest) {
    Path folder = manifest.toAbsolutePath().normalize().getParent();
    Map<Path, Origin> origins = new HashMap<>();
    try (var lines = Inputs.jsonLines(manifest)) {
      lines.forEach(line -> {
        JsonNode node = JsonLines.read(line);
        Path file = Path.of(node.path("file").asText());
        origins.put(
            folder == null ? file : folder.resolve(file).normalize(),
            new Origin(uri(node.path("url").asText("")), text(node.path("contentType"))));
      });
    } catch (UncheckedIOException e) {
      throw new UsageException(
          "The manifest '" + manifest + "' cannot be read: " + e.getMessage(), e);
    }
    return origins;
  }

  private static @Nullable URI uri(String text) {
    try {
      return text.isBlank() ? null : URI.create(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private FeedReading read(FeedParser parser, Path file, @Nullable Origin known) {
    URI url = known != null && known.url() != null ? known.url() : baseUrl;
    String type = known != null && known.contentType() != null ? known.contentType() : contentType;
    try (InputStream in = Inputs.open(file)) {
      byte[] body = in.readNBytes(DocumentBounds.MOST_BYTES + 1);
      return parser.parse(body, type, url);
    } catch (IOException e) {
      return new FeedReading.Unreadable(FetchFailure.UNREADABLE, "The file cannot be read.");
    }
  }

  private static ObjectNode line(Path file, FeedReading reading) {
    ObjectNode node = JsonLines.object().put("file", file.toString());
    switch (reading) {
      case FeedReading.Unreadable(_, String error) -> node.put("ok", false).put("error", error);
      case FeedReading.Read(Feed feed) -> feed(node.put("ok", true).putNull("error"), feed);
    }
    return node;
  }

  private static void feed(ObjectNode node, Feed feed) {
    node.put("format", feed.format()).put("title", feed.title()).put("link", feed.link());
    node.put("complete", feed.complete());
    JsonLines.strings(node, "warnings", feed.warnings());
    var entries = node.putArray("entries");
    feed.entries().forEach(entry -> entry(entries.addObject(), entry));
  }

  private static void entry(ObjectNode node, FeedEntry entry) {
    node.put("id", entry.guid()).put("title", entry.title()).put("link", entry.link());
    node.put("published", JsonLines.date(entry.published()));
    node.put("updated", JsonLines.date(entry.updated()));
    JsonLines.strings(node, "authors", entry.authors());
    node.put("summary", entry.summary()).put("content", entry.content());
    JsonLines.strings(node, "categories", entry.categories());
    if (!entry.elsewhere().equals(OtherVocabularies.NOTHING)) {
      node.putObject("elsewhere")
          .put("title", entry.elsewhere().title())
          .put("link", entry.elsewhere().link())
          .put("date", JsonLines.date(entry.elsewhere().date()));
    }
    var enclosures = node.putArray("enclosures");
    for (Enclosure enclosure : entry.enclosures()) {
      enclosures
          .addObject()
          .put("url", enclosure.url())
          .put("type", enclosure.type())
          .put("length", enclosure.length());
    }
  }

  private static void print(PrintWriter out, Path file, FeedReading reading) {
    switch (reading) {
      case FeedReading.Unreadable(_, String error) -> out.println(file + ": " + error);
      case FeedReading.Read(Feed feed) -> {
        out.printf("%s: %s, %d entries%n", file, feed.format(), feed.entries().size());
        String title = feed.title() == null ? "(no title)" : Terminal.plain(feed.title());
        out.println("  " + title);
        feed.warnings().forEach(warning -> out.println("  note: " + Terminal.plain(warning)));
        for (FeedEntry entry : feed.completed().entries()) {
          String date = JsonLines.date(entry.published());
          String words = entry.title().isEmpty() ? "(no title)" : Terminal.plain(entry.title());
          String link = Terminal.plain(String.valueOf(entry.link()));
          out.printf("  - %s%n", words);
          out.printf("    %s  %s%n", date == null ? "no date" : date, link);
        }
      }
    }
  }
}
