package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Inputs;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.PastedUrl;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.LeadImage;
import dev.mldigest.extract.Extractor;
import dev.mldigest.extract.Reading;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.PageOutcome;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.web.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is read as the article of pages, stored or fetched, readable or not. */
@Command(
    name = "article",
    description = "Show what is read as the article of a page, or of stored ones.")
final class InspectArticleCommand extends ConfiguredAction {
  /** Somewhat above the extractor's own bound: a bomb in a .gz is not unpacked. */
  private static final int MOST_BYTES = 21 * 1024 * 1024;

  private static final Pattern WEB = Pattern.compile("^(?i:https?)://");

  /** Enough of a block to find it again. */
  private static final int SHOWN = 160;

  @Option(names = "--json", description = "Print one JSON object a line.")
  boolean json;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Lines of {\"file\", \"url\"}; file is relative to the manifest's folder.")
  @Nullable Path manifest;

  @Option(names = "--selector", paramLabel = "CSS", description = "Where the body stands.")
  @Nullable String selector;

  @Option(
      names = "--explain",
      description = "Show every block of the page: kept (+), or dropped (-) and why.")
  boolean explain;

  @Parameters(
      arity = "1..*",
      paramLabel = "URL|PATH",
      description =
          "A page to be fetched as a harvest would, HTML or PDF files (.gz allowed), folders,"
              + " @LIST, or - for a list on standard input.")
  List<String> paths = List.of();

  private final Extractor extractor = new Extractor();

  @Override
  public Integer call() {
    Map<Path, String> urls = manifest == null ? Map.of() : urls(manifest);
    JsonLines lines = new JsonLines(System.out);
    List<URI> pages = paths.stream().filter(WEB.asPredicate()).map(PastedUrl::of).toList();
    boolean reached = pages.isEmpty() || fetch(pages, lines);
    for (Path file : Inputs.files(paths.stream().filter(WEB.asPredicate().negate()).toList())) {
      String url = urls.getOrDefault(file.toAbsolutePath().normalize(), "");
      ObjectNode line = JsonLines.object().put("file", file.toString());
      try (InputStream in = Inputs.open(file)) {
        show(file.toString(), line, url, in.readNBytes(MOST_BYTES), null, lines);
      } catch (IOException e) {
        failed(lines, line, "'" + file + "' cannot be read.");
      }
    }
    lines.flush();
    return reached ? ExitCode.OK : ExitCode.UNREACHABLE;
  }

  /** Whether all could be had: by the one HTTP layer, with all its courtesies. */
  private boolean fetch(List<URI> pages, JsonLines lines) {
    return places.withPauses(pauses -> {
      boolean reached = true;
      try (Http http = Composition.http(config.settings(), places.clock(), pauses)) {
        Pages fetched = new Pages(http);
        for (URI page : pages) {
          String named = Redaction.of(page);
          ObjectNode line = JsonLines.object().put("file", named);
          switch (fetched.fetch(page)) {
            case PageOutcome.Page(URI url, String type, byte[] body) ->
                show(named, line, url.toString(), body, type, lines);
            case PageOutcome.Blocked(String reason) -> {
              failed(lines, line, named + " may not be read: " + reason);
              reached = false;
            }
            case PageOutcome.Failed(String reason) -> {
              failed(lines, line, named + " cannot be had: " + reason);
              reached = false;
            }
          }
        }
      }
      return reached;
    });
  }

  private void show(
      String name,
      ObjectNode line,
      String url,
      byte[] body,
      @Nullable String contentType,
      JsonLines lines) {
    try {
      Reading reading = extractor.read(body, contentType, url, selector);
      if (json) {
        lines.write(describe(line, url, reading));
      } else {
        print(name, reading);
        if (explain) {
          explain(reading);
        }
      }
    } catch (RuntimeException e) {
      failed(lines, line, "The page broke the extractor: " + e + ".");
    }
  }

  private static Map<Path, String> urls(Path manifest) {
    Path folder = manifest.toAbsolutePath().normalize().getParent();
    Map<Path, String> urls = new HashMap<>();
    try (Stream<String> lines = Inputs.jsonLines(manifest)) {
      lines.forEach(text -> {
        JsonNode line = JsonLines.read(text);
        Path file = Path.of(line.path("file").asText());
        Path place = folder == null ? file : folder.resolve(file);
        urls.put(place.normalize(), line.path("url").asText());
      });
    }
    return urls;
  }

  private static ObjectNode describe(ObjectNode line, String url, Reading reading) {
    Article article = reading.article();
    line.set("image", described(article.about().image()));
    reading.notes().forEach(line.putArray("notes")::add);
    return line.put("ok", true)
        .putNull("error")
        .put("url", url.isEmpty() ? null : url)
        .put("title", article.title())
        .put("byline", article.about().byline())
        .put("published", JsonLines.date(article.about().published()))
        .put("language", article.about().language())
        .put("siteName", article.about().siteName())
        .put("canonical", article.about().canonical())
        .put("kind", article.kind().word())
        .put("unreadable", reading.unreadable())
        .put("text", article.text())
        .put("markdown", article.markdown())
        .put("words", article.words())
        .put("hidden", reading.hidden());
  }

  private static @Nullable ObjectNode described(@Nullable LeadImage image) {
    return image == null
        ? null
        : JsonLines.object().put("url", image.url()).put("alt", image.alt());
  }

  private static void print(String name, Reading reading) {
    Article article = reading.article();
    System.out.println(
        "== " + name + " · " + article.kind().word() + ", " + article.words() + " words");
    if (reading.unreadable() != null) {
      System.out.println("   " + reading.unreadable());
    }
    if (reading.hidden() > 0) {
      System.out.println("   " + reading.hidden() + " characters of hidden text were left out.");
    }
    reading.notes().forEach(note -> System.out.println("   " + note));
    System.out.println(Terminal.plain("# " + article.title() + "\n\n" + article.markdown() + "\n"));
  }

  private static void explain(Reading reading) {
    for (Reading.Line line : reading.lines()) {
      String text = Terminal.plain(line.text());
      String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
      System.out.println(
          line.why() == null ? "+ " + shown : "- " + shown + "  [" + line.why() + "]");
    }
    System.out.println();
  }

  private void failed(JsonLines lines, ObjectNode line, String error) {
    if (json) {
      lines.write(line.put("ok", false).put("error", error));
    } else {
      System.err.println(Terminal.plain(Redaction.in(error)));
    }
  }
}
