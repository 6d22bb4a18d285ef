package dev.mldigest.extract.transcript;

import dev.mldigest.domain.Enclosure;
import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.extract.page.Charsets;
import dev.mldigest.text.TextLength;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a recording, from the files that feeds offer for it (podcast:transcript):
 * WebVTT, SubRip, the JSON of the podcast namespace, HTML, plain text. Cue numbers, times and
 * markup go, captions that roll are said once, speakers stay as {@code Name: }. Bounded; never
 * throws.
 */
public final class Transcripts {
  private Transcripts() {}

  /** The forms that keep speakers and sentences best come first; files of other types are gone. */
  public static List<Enclosure> bestFirst(List<Enclosure> files) {
    return files.stream()
        .filter(file -> rank(file) >= 0)
        .sorted(Comparator.comparingInt(Transcripts::rank))
        .toList();
  }

  private static int rank(Enclosure file) {
    return switch (essence(file.type())) {
      case "text/vtt" -> 0;
      case "application/json" -> 1;
      case "application/x-subrip", "application/srt", "text/srt" -> 2;
      case "text/html" -> 3;
      case "text/plain", "plain/txt", "plain/text", "text/txt", "application/txt", "" -> 4;
      default -> -1;
    };
  }

  private static String essence(@Nullable String type) {
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * @param contentType as the server named it; the feed's word and the first characters go before
   * @param file as the feed names it
   * @param url of the entry, which becomes the article's
   */
  public static ExtractOutcome read(
      byte[] body,
      @Nullable String contentType,
      Enclosure file,
      String url,
      String title,
      PageKind kind) {
    String text = Charsets.decode(body, contentType, CueFiles.MOST_BYTES).text();
    List<String> paragraphs = Paragraphs.of(cues(text, essence(file.type()), essence(contentType)));
    String plain = String.join("\n", paragraphs);
    if (plain.isBlank()) {
      return new ExtractOutcome.Unreadable(PageKind.EMPTY, "The transcript holds no words.");
    }
    return new ExtractOutcome.Extracted(
        new Article(
            url,
            Article.About.titled(title),
            kind,
            new Article.Body(
                plain,
                String.join("\n\n", paragraphs.stream().map(Transcripts::escaped).toList()),
                TextLength.words(plain))));
  }

  /** Inert as Markdown: what was said is no markup. */
  private static String escaped(String paragraph) {
    return paragraph.replaceAll("([\\\\`*_\\[\\]<>#|!])", "\\\\$1");
  }

  /** What the text is, whatever it is called. */
  private static List<Cue> cues(String text, String said, String served) {
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[{")) {
      return CueFiles.json(start);
    }
    if (start.startsWith("WEBVTT") || text.contains("-->")) {
      return CueFiles.timed(text);
    }
    boolean html = said.equals("text/html") || served.equals("text/html");
    return html || start.startsWith("<") ? CueFiles.html(text) : CueFiles.plain(text);
  }
}
