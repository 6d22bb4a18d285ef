package dev.mldigest.extract;

import dev.mldigest.domain.Article;
import dev.mldigest.domain.ExtractOutcome;
import dev.mldigest.domain.PageKind;
import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.block.BlockReader;
import dev.mldigest.extract.block.DataTable;
import dev.mldigest.extract.block.MarkdownWriter;
import dev.mldigest.extract.block.TextWriter;
import dev.mldigest.extract.body.BlockFilter;
import dev.mldigest.extract.body.BlockJudge;
import dev.mldigest.extract.body.HiddenText;
import dev.mldigest.extract.body.Pruner;
import dev.mldigest.extract.meta.Continuations;
import dev.mldigest.extract.meta.Metadata;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Page;
import dev.mldigest.extract.paper.Abstracts;
import dev.mldigest.extract.paper.LatexMl;
import dev.mldigest.extract.pdf.PdfText;
import dev.mldigest.text.BoundedSearch;
import dev.mldigest.text.TextLength;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Reads the article in a page: all of it and nothing else. One parse a page, linear in its size,
 * bounded by {@link Page}; a PDF by {@link PdfText}. It fetches nothing. Instances hold no state
 * and may be shared.
 */
public final class Extractor {
  /** JSON-LD stands in for a body that was found to be this many times shorter. */
  private static final int FAR_LONGER = 3;

  private static final int SHORTEST_BODY = 300;

  /** Of a PDF with fewer words the pages are pictures. */
  private static final int FEWEST_WORDS = 10;

  private final InstantSource clock;

  public Extractor() {
    this(InstantSource.system());
  }

  /**
   * @param clock ends what takes too long
   */
  public Extractor(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Reads a page.
   *
   * @param contentType the Content-Type header, or null
   * @param url the page's final address; links are resolved against it
   * @param selector the editor's CSS selector for the body, or null; one that is no selector, that
   *     selects nothing, or that takes too long on this page, is passed over
   */
  public ExtractOutcome extract(
      byte[] body, @Nullable String contentType, String url, @Nullable String selector) {
    return read(body, contentType, url, selector).outcome();
  }

  /**
   * Reads the full text that a feed carries: all of it is the body.
   *
   * @param url the entry's address; links are resolved against it
   * @param title the entry's title
   */
  public ExtractOutcome extractFragment(String html, String url, String title) {
    Document document = Page.parse(html, url);
    Outline page = Outline.of(document);
    Metadata metadata = Metadata.of(document, page, url).titled(title);
    Pruner.prune(page);
    List<Block> blocks = BlockReader.read(page, 0);
    BlockFilter.filter(blocks, metadata);
    DataTable.whole(blocks);
    String text = TextWriter.write(blocks);
    int words = TextLength.words(text);
    PageKinds.Verdict verdict =
        words == 0
            ? new PageKinds.Verdict(PageKind.EMPTY, "The feed carries no text for this entry.")
            : new PageKinds.Verdict(PageKind.POST, null);
    Article article = article(url, metadata, verdict, blocks, text, words);
    int hidden = HiddenText.count(page, blocks);
    return new Reading(article, verdict.reason(), blocks, hidden, null, null, List.of()).outcome();
  }

  /** Reads a page and keeps what was found, readable or not. */
  public Reading read(
      byte[] body, @Nullable String contentType, String url, @Nullable String selector) {
    if (PdfText.is(body, contentType)) {
      return readPdf(PdfText.read(body, clock), url);
    }
    Page parsed = Page.read(body, contentType, url);
    Document document = parsed.document();
    LatexMl paper = LatexMl.of(parsed);
    Outline page = Outline.of(document);
    Metadata metadata = Metadata.of(document, page, url);
    metadata = paper == null ? metadata : metadata.paper(paper.authors());
    Pruner.prune(page);
    List<Block> blocks = selected(document, page, selector);
    if (blocks.isEmpty()) {
      blocks = body(page, metadata, paper);
    } else {
      BlockFilter.filter(blocks, metadata);
    }
    DataTable.whole(blocks);
    int hidden = HiddenText.count(page, blocks);
    blocks = better(blocks, metadata, url);
    String text = TextWriter.write(blocks);
    int words = TextLength.words(text);
    PageKinds.Verdict verdict = PageKinds.judge(document, metadata, blocks, text, words);
    return new Reading(
        article(url, metadata, verdict, blocks, text, words),
        verdict.reason(),
        blocks,
        hidden,
        Continuations.next(page, document.baseUri(), url),
        verdict.kind() == PageKind.EMPTY ? Continuations.alternate(document) : null,
        parsed.notes(page));
  }

  private static Reading readPdf(PdfText pdf, String url) {
    String text = TextWriter.write(pdf.blocks());
    int words = TextLength.words(text);
    String unreadable = pdf.unreadable();
    if (unreadable == null && words < FEWEST_WORDS) {
      unreadable = "The PDF shows no text; its pages may be pictures.";
    }
    PageKind readable = pdf.paper() ? PageKind.PAPER : PageKind.POST;
    Article article =
        new Article(
            url,
            pdf.title(),
            pdf.byline(),
            null,
            null,
            null,
            null,
            unreadable == null ? readable : PageKind.EMPTY,
            text,
            MarkdownWriter.write(pdf.blocks()),
            words,
            null);
    return new Reading(article, unreadable, pdf.blocks(), pdf.hidden(), null, null, List.of());
  }

  private static List<Block> body(Outline page, Metadata metadata, @Nullable LatexMl paper) {
    if (paper != null) {
      return paper.read(page);
    }
    List<Block> blocks = metadata.citation() ? Abstracts.read(page) : List.of();
    return blocks.isEmpty() ? BlockJudge.judge(page, metadata) : blocks;
  }

  private static List<Block> selected(Document document, Outline page, @Nullable String selector) {
    List<Block> blocks = new ArrayList<>();
    if (selector == null || selector.isBlank()) {
      return blocks;
    }
    try {
      BoundedSearch<Element> selection =
          BoundedSearch.of(
              document.stream(),
              Selector.evaluatorOf(selector).asPredicate(document),
              2 * Page.MOST_TAGS); // a parser adds some of its own
      if (!selection.whole()) {
        return blocks;
      }
      int after = 0;
      int i = 0;
      for (Element e : selection.found()) {
        // Both are in document order: one pass finds all.
        while (!page.element[i].equals(e)) {
          i++;
        }
        // An element within one that was selected already is not read twice.
        if (i >= after) {
          page.drop[i] = null;
          blocks.addAll(BlockReader.read(page, i));
          after = page.end[i];
        }
      }
    } catch (Selector.SelectorParseException e) {
      return List.of();
    }
    return blocks;
  }

  /** The JSON-LD's own text, where the page's is missing or only begins it. */
  private static List<Block> better(List<Block> blocks, Metadata metadata, String url) {
    String body = metadata.jsonLd().text("articleBody");
    if (TextLength.letters(body) < SHORTEST_BODY
        || body.length() < (long) TextWriter.write(blocks).length() * FAR_LONGER) {
      return blocks;
    }
    boolean html = body.contains("<p") || body.contains("<br") || body.contains("<div");
    Document document = Page.parse(html ? body : "<p>" + escaped(body), url);
    Outline page = Outline.of(document);
    Pruner.prune(page);
    List<Block> better = BlockReader.read(page, 0);
    BlockFilter.filter(better, metadata);
    return better;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\n+", "<p>");
  }

  private static Article article(
      String url,
      Metadata metadata,
      PageKinds.Verdict verdict,
      List<Block> blocks,
      String text,
      int words) {
    return new Article(
        url,
        metadata.title(),
        metadata.byline(),
        metadata.published(),
        metadata.language(),
        metadata.siteName(),
        metadata.canonical(),
        verdict.kind(),
        text,
        MarkdownWriter.write(blocks),
        words,
        metadata.image());
  }
}
