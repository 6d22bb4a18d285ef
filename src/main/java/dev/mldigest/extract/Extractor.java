package dev.mldigest.extract;

import dev.mldigest.domain.Article;
import dev.mldigest.domain.ExtractOutcome;
import dev.mldigest.domain.PageKind;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the article in a page: all of it and nothing else. One parse a page, linear in its size,
 * bounded by {@link Page}. It fetches nothing. Instances hold no state and may be shared.
 */
public final class Extractor {

  /**
   * @param contentType the Content-Type header, or null
   * @param url the page's final address; links are resolved against it
   * @param selector the editor's CSS selector for the body, or null
   */
  public ExtractOutcome extract(
      byte[] body, @Nullable String contentType, String url, @Nullable String selector) {
    return outcome(read(body, contentType, url, selector));
  }

  Reading read(byte[] body, @Nullable String contentType, String url, @Nullable String selector) {
    Document document = Page.parse(body, contentType, url);
    Metadata metadata = Metadata.of(document, url);
    Outline page = Outline.of(document);
    Pruner.prune(page);
    int found = BodyFinder.find(page);
    List<Block> blocks = BlockReader.read(page, found);
    BlockFilter.filter(blocks, metadata);
    String text = TextWriter.write(blocks);
    Article article =
        new Article(
            url,
            metadata.title(),
            metadata.byline(),
            metadata.published(),
            metadata.language(),
            metadata.siteName(),
            metadata.canonical(),
            PageKind.POST,
            text,
            MarkdownWriter.write(blocks),
            0);
    return new Reading(article, null, blocks);
  }

  private static ExtractOutcome outcome(Reading reading) {
    return reading.unreadable() == null
        ? new ExtractOutcome.Extracted(reading.article())
        : new ExtractOutcome.Unreadable(reading.article().kind(), reading.unreadable());
  }
}
