package dev.mldigest.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.domain.Article;
import dev.mldigest.extract.Extractor;
import dev.mldigest.extract.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is read as the article of stored pages, readable or not. */
@Command(
    name = "article",
    mixinStandardHelpOptions = true,
    description = "Show what is read as the article of stored pages.")
final class InspectArticleCommand implements Callable<Integer> {
  /** Somewhat above the extractor's own bound: a bomb in a .gz is not unpacked. */
  private static final int MOST_BYTES = 6 * 1024 * 1024;

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
      paramLabel = "PATH",
      description = "HTML files (.gz allowed), folders, @LIST, or - for a list on standard input.")
  List<String> paths = List.of();

  private final Extractor extractor = new Extractor();

  @Override
  public Integer call() {
    Map<Path, String> urls = manifest == null ? Map.of() : urls(manifest);
    JsonLines lines = new JsonLines(System.out);
    for (Path file : Inputs.files(paths)) {
      String url = urls.getOrDefault(file.toAbsolutePath().normalize(), "");
      ObjectNode line = JsonLines.object().put("file", file.toString());
      try (InputStream in = Inputs.open(file)) {
        Reading reading = extractor.read(in.readNBytes(MOST_BYTES), null, url, selector);
        if (json) {
          lines.write(describe(line, url, reading));
        } else {
          print(file, reading);
          if (explain) {
            explain(reading);
          }
        }
      } catch (IOException e) {
        failed(lines, line, "'" + file + "' cannot be read.");
      } catch (RuntimeException e) {
        failed(lines, line, "The page broke the extractor: " + e + ".");
      }
    }
    lines.flush();
    return ExitCode.OK;
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
    return line.put("ok", true)
        .putNull("error")
        .put("url", url.isEmpty() ? null : url)
        .put("title", article.title())
        .put("byline", article.byline())
        .put("published", JsonLines.date(article.published()))
        .put("language", article.language())
        .put("siteName", article.siteName())
        .put("canonical", article.canonical())
        .put("kind", article.kind().word())
        .put("unreadable", reading.unreadable())
        .put("text", article.text())
        .put("markdown", article.markdown())
        .put("words", article.words());
  }

  private static void print(Path file, Reading reading) {
    Article article = reading.article();
    System.out.println(
        "== " + file + " · " + article.kind().word() + ", " + article.words() + " words");
    if (reading.unreadable() != null) {
      System.out.println("   " + reading.unreadable());
    }
    reading.notes().forEach(note -> System.out.println("   " + note));
    System.out.println("# " + article.title() + "\n\n" + article.markdown() + "\n");
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
      System.err.println(error);
    }
  }
}
