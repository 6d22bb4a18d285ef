package dev.mldigest.extract;

import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.block.Blocks;
import dev.mldigest.extract.body.ArticleBody;
import dev.mldigest.extract.data.PageData;
import dev.mldigest.extract.meta.Metadata;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Page;
import dev.mldigest.text.TextLength;
import java.util.List;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page that shows nothing until its script has run: what it says to readers without
 * scripts, else what it hands to its script as data. Asked only where the page itself has no text.
 */
final class LastResort {
  /** Letters; a shorter text asks to switch scripts on, or describes the article. */
  private static final int SHORTEST = 300;

  private LastResort() {}

  /**
   * @param source the page with its scripts
   * @return empty if nothing of an article's length was found
   */
  static List<Block> read(Document document, Supplier<String> source, Metadata metadata) {
    StringBuilder unscripted = new StringBuilder();
    for (Element e : document.select("body noscript")) {
      unscripted.append(e.childrenSize() == 0 ? e.wholeText() : e.html());
    }
    List<Block> blocks = blocks(unscripted.toString(), document, metadata);
    return blocks.isEmpty()
        ? blocks(PageData.article(source.get(), metadata.title()), document, metadata)
        : blocks;
  }

  private static List<Block> blocks(@Nullable String html, Document document, Metadata metadata) {
    if (html == null || html.length() < SHORTEST) {
      return List.of();
    }
    Outline page = Outline.of(Page.parse(html, document.baseUri()));
    List<Block> blocks = ArticleBody.of(page).judged(metadata);
    Blocks.keepTablesWhole(blocks);
    return TextLength.letters(Blocks.text(blocks)) < SHORTEST ? List.of() : blocks;
  }
}
