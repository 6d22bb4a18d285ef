package dev.mldigest.cli.model;

import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.PastedUrl;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.extract.Extractor;
import dev.mldigest.extract.Reading;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.PageOutcome;
import dev.mldigest.fetch.http.Pages;
import dev.mldigest.text.TextLength;
import dev.mldigest.web.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An article as a person names it for a trial: by its address, as a file (a page, a PDF, a text),
 * or as the text itself.
 */
sealed interface TriedArticle {
  /** What an extractor reads of a page at most, and something more: no file is longer. */
  int MOST_BYTES = 21 << 20;

  Pattern WEB = Pattern.compile("^(?i:https?)://\\S+$");

  Pattern TEXT_FILE = Pattern.compile("(?i)\\.(?:txt|text|md|markdown)$");

  Pattern HEADING = Pattern.compile("^#\\s+(.*\\S)\\s*$");

  /**
   * @param notes what a run would say of the page, one sentence each
   */
  record Read(Article article, List<String> notes) implements TriedArticle {}

  /** One sentence on why it cannot be had. */
  record Missing(String reason) implements TriedArticle {}

  /**
   * @param title empty where the article's own counts
   * @throws UsageException if it names no file and is no text
   */
  static TriedArticle of(String named, String title, Settings settings, Folders places) {
    if (WEB.matcher(named.strip()).matches()) {
      return fetched(PastedUrl.of(named), title, settings, places);
    }
    if (named.equals("-")) {
      return text(bytes(System.in, "Standard input"), title);
    }
    return isText(named) ? text(named, title) : file(named, title);
  }

  /** No name of a file has two lines, and few that are not there have a blank. */
  private static boolean isText(String named) {
    try {
      return !Files.exists(Path.of(named)) && named.strip().contains(" ");
    } catch (InvalidPathException e) {
      return true;
    }
  }

  private static TriedArticle file(String named, String title) {
    Path file = Path.of(named);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "There is no file '"
              + named
              + "': name an address with https://, a file, or put the text in quotation marks.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] body = in.readNBytes(MOST_BYTES);
      return TEXT_FILE.matcher(named).find()
          ? text(new String(body, StandardCharsets.UTF_8), title)
          : read(new Extractor().read(body, null, "", null), title);
    } catch (IOException e) {
      throw new UsageException("'" + named + "' cannot be read.", e);
    }
  }

  private static String bytes(InputStream in, String what) {
    try {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageException(what + " cannot be read.", e);
    }
  }

  /** By the one HTTP layer, with all its courtesies. */
  private static TriedArticle fetched(URI url, String title, Settings settings, Folders places) {
    return places.withPauses(pauses -> {
      try (Http http = Composition.http(settings, places.clock(), pauses)) {
        String shown = Redaction.of(url);
        return switch (new Pages(http).fetch(url)) {
          case PageOutcome.Page(URI at, String type, byte[] body) ->
              read(new Extractor().read(body, type, at.toString(), null), title);
          case PageOutcome.Blocked(String reason) ->
              new Missing(shown + " may not be read: " + reason);
          case PageOutcome.Failed(String reason) ->
              new Missing(shown + " cannot be had: " + reason);
        };
      }
    });
  }

  private static TriedArticle read(Reading reading, String title) {
    Article article = reading.article();
    String why = reading.unreadable();
    if (article.text().isBlank()) {
      return new Missing(why == null ? "The page holds no text." : why);
    }
    List<String> notes =
        why == null ? List.of() : List.of("A run would not summarise this page. " + why);
    return new Read(title.isBlank() ? article : titled(article, title), notes);
  }

  private static Article titled(Article article, String title) {
    return new Article(article.url(), Article.About.titled(title), article.kind(), article.body());
  }

  /** A first line {@code # so} is its title. */
  private static TriedArticle text(String text, String title) {
    List<String> lines = text.strip().lines().toList();
    var heading = HEADING.matcher(lines.isEmpty() ? "" : lines.getFirst());
    boolean titled = heading.matches();
    String body = String.join("\n", titled ? lines.subList(1, lines.size()) : lines).strip();
    String own = titled ? heading.group(1) : "";
    return new Read(
        new Article(
            "",
            Article.About.titled(title.isBlank() ? own : title),
            PageKind.POST,
            new Article.Body(body, body, TextLength.words(body))),
        List.of());
  }
}
