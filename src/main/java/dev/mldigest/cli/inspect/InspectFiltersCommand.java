package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Inputs;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.domain.Entry;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.SourceKind;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.select.filter.Filters;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows which entries of a file the filters would keep out, and why. */
@Command(name = "filters", description = "Show what the filters make of titles and leads.")
final class InspectFiltersCommand extends Action {
  @Mixin private JsonOption json;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "Language of the digest (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "id, title, lead?, text?, url?, kind? a line.")
  private List<String> files = List.of();

  @Override
  public Integer call() {
    Settings.Audience audience = new Settings.Audience("", List.of(), List.of());
    Filters filters = new Filters(audience, language);
    JsonLines out = new JsonLines(System.out);
    for (Path file : Inputs.files(files)) {
      try (Stream<String> lines = Inputs.jsonLines(file)) {
        lines.map(PieceLines::readOrError).forEach(line -> judge(filters, line, out));
      }
    }
    out.flush();
    return ExitCode.OK;
  }

  private void judge(Filters filters, JsonNode line, JsonLines out) {
    ObjectNode answer = JsonLines.object();
    if (!PieceLines.isPiece(line)) {
      PieceLines.error(answer, line);
    } else {
      Filters.Cut cut = filters.judge(candidate(line));
      answer.put("id", line.path("id").asText()).put("ok", true);
      answer.put("filter", cut == null ? null : cut.filter().word());
      answer.put("probability", cut == null ? null : cut.probability());
      answer.put("reason", cut == null ? "stays" : cut.sentence());
    }
    if (json.isWanted()) {
      out.write(answer);
    } else {
      String why = answer.path(answer.has("error") ? "error" : "reason").asText();
      System.out.println(answer.path("id").asText() + "  " + why);
    }
  }

  private static Candidate candidate(JsonNode line) {
    String id = line.path("id").asText();
    String title = line.path("title").asText();
    String url = line.path("url").asText("https://example.org/");
    FeedEntry item =
        FeedEntry.titled(title).guid(id).link(url).summary(line.path("lead").asText(null)).build();
    Source source =
        new Source(
            "file",
            "file",
            kind(line.path("kind").asText("")),
            URI.create("https://example.org/"),
            "file",
            1,
            List.of(),
            null);
    Entry entry = new Entry(id, source.id(), item, null, Instant.EPOCH, Instant.EPOCH);
    return new Candidate(entry, source, article(url, title, line.path("text").asText("")));
  }

  private static @Nullable Article article(String url, String title, String text) {
    return text.isBlank()
        ? null
        : new Article(
            url, Article.About.titled(title), PageKind.POST, new Article.Body(text, text, 0));
  }

  private static SourceKind kind(String word) {
    return switch (word) {
      case "paper", "papers", "arxiv" -> SourceKind.PAPERS;
      case "release", "releases" -> SourceKind.RELEASES;
      case "video" -> SourceKind.VIDEO;
      case "podcast" -> SourceKind.PODCAST;
      case "news" -> SourceKind.NEWS;
      default -> SourceKind.BLOG;
    };
  }
}
