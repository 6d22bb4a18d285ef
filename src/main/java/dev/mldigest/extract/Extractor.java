package dev.mldigest.extract;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.article.PageKind;
import dev.mldigest.extract.block.Block;
import dev.mldigest.extract.block.Blocks;
import dev.mldigest.extract.body.ArticleBody;
import dev.mldigest.extract.meta.Continuations;
import dev.mldigest.extract.meta.Genre;
import dev.mldigest.extract.meta.Metadata;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Page;
import dev.mldigest.extract.paper.Abstracts;
import dev.mldigest.extract.paper.LatexMl;
import dev.mldigest.extract.pdf.PdfText;
import dev.mldigest.text.TextLength;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the article in a page: all of it and nothing else. One parse a page, linear in its size,
 * bounded by {@link Page}; a PDF by {@link PdfText}. It fetches nothing. Instances hold no state
 * and may be shared.
 */
public final class Extractor {
  /** JSON-LD stands in for a body that was found to be this many times shorter. */
  private static final int FAR_LONGER = 3;

  /** Letters; a shorter text of JSON-LD is a description of the article, not the article. */
  private static final int SHORTEST_BODY = 300;

  /** Letters; what is longer than a label is a text. */
  private static final int LONGEST_LABEL = 80;

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
   * Reads one of several pieces that a page tells.
   *
   * @param place the fragment of the piece's address, without its hash
   * @param title the piece's title
   */
  public ExtractOutcome extractPlace(
      byte[] body, @Nullable String contentType, String url, String place, String title) {
    String html =
        PdfText.is(body, contentType)
            ? null
            : PagePlace.html(Page.read(body, contentType, url).document(), place);
    return html == null
        ? new ExtractOutcome.Unreadable(PageKind.EMPTY, "The page has no text at that place.")
        : extractFragment(html, url, title);
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
    List<Block> blocks = ArticleBody.of(page).whole(metadata);
    Blocks.keepTablesWhole(blocks);
    String text = Blocks.text(blocks);
    int words = TextLength.words(text);
    return words == 0
        ? new ExtractOutcome.Unreadable(PageKind.EMPTY, "The feed carries no text for this entry.")
        : new ExtractOutcome.Extracted(article(url, metadata, PageKind.POST, blocks, text, words));
  }

  /** Reads a page and keeps what was found, readable or not. */
  public Reading read(
      byte[] body, @Nullable String contentType, String url, @Nullable String selector) {
    if (PdfText.is(body, contentType)) {
      return pdf(PdfText.read(body, clock), url);
    }
    Page parsed = Page.read(body, contentType, url);
    Document document = parsed.document();
    Outline page = Outline.of(document);
    LatexMl paper = LatexMl.of(page);
    page = paper == null ? page : Outline.of(document);
    Metadata metadata = Metadata.of(document, page, url);
    metadata = paper == null ? metadata : metadata.paper(paper.authors());
    ArticleBody article = ArticleBody.of(page);
    List<Block> blocks = article.selected(selector, metadata);
    if (blocks.isEmpty()) {
      blocks = found(page, article, metadata, paper);
    }
    Blocks.keepTablesWhole(blocks);
    int hidden = article.hidden(blocks);
    blocks = better(described(blocks, metadata, url), metadata, url);
    String text = Blocks.text(blocks);
    int words = TextLength.words(text);
    PageKinds.Verdict verdict = PageKinds.judge(document, metadata, blocks, text, words);
    if (verdict.kind() == PageKind.EMPTY) {
      List<Block> carried =
          LastResort.read(document, () -> Page.source(body, contentType), metadata);
      if (!carried.isEmpty()) {
        blocks = carried;
        text = Blocks.text(blocks);
        words = TextLength.words(text);
        verdict = PageKinds.judge(document, metadata, blocks, text, words);
      }
    }
    return new Reading(
        article(url, metadata, verdict.kind(), blocks, text, words),
        verdict.reason(),
        blocks,
        hidden,
        Continuations.next(page, document.baseUri(), url),
        verdict.kind() == PageKind.EMPTY ? Continuations.alternate(document) : null,
        article.isDoubtful(),
        notes(parsed.notes(page), article.doubts()));
  }

  private static List<String> notes(List<String> page, List<String> doubts) {
    return Stream.concat(page.stream(), doubts.stream()).toList();
  }

  private static Reading pdf(PdfText pdf, String url) {
    return switch (pdf) {
      case PdfText.Unread unread ->
          pdf(new PdfText.Read("", null, List.of(), 0, false), unread.reason(), url);
      case PdfText.Read read ->
          TextLength.words(Blocks.text(read.blocks())) < FEWEST_WORDS
              ? pdf(read, "The PDF shows no text; its pages may be pictures.", url)
              : pdf(read, null, url);
    };
  }

  private static Reading pdf(PdfText.Read pdf, @Nullable String unreadable, String url) {
    String text = Blocks.text(pdf.blocks());
    PageKind readable = pdf.paper() ? PageKind.PAPER : PageKind.POST;
    Article article =
        new Article(
            url,
            new Article.About(pdf.title(), pdf.byline(), null, null, null, null, null),
            unreadable == null ? readable : PageKind.EMPTY,
            new Article.Body(text, Blocks.markdown(pdf.blocks()), TextLength.words(text)));
    return new Reading(
        article, unreadable, pdf.blocks(), pdf.hidden(), null, null, false, List.of());
  }

  private static List<Block> found(
      Outline page, ArticleBody article, Metadata metadata, @Nullable LatexMl paper) {
    if (paper != null) {
      return paper.read(page);
    }
    List<Block> blocks = metadata.genre().citation() ? Abstracts.read(page) : List.of();
    return blocks.isEmpty() ? article.judged(metadata) : blocks;
  }

  /** The JSON-LD's own text, where the page's is missing or only begins it. */
  private static List<Block> better(List<Block> blocks, Metadata metadata, String url) {
    String body = metadata.genre().jsonLd().text("articleBody");
    if (TextLength.letters(body) < SHORTEST_BODY
        || body.length() < (long) Blocks.text(blocks).length() * FAR_LONGER) {
      return blocks;
    }
    boolean html = body.contains("<p") || body.contains("<br") || body.contains("<div");
    Document document = Page.parse(html ? body : "<p>" + escaped(body), url);
    return ArticleBody.of(Outline.of(document)).whole(metadata);
  }

  /** Of a video's page that only has its frame the text is what it says of the video. */
  private static List<Block> described(List<Block> blocks, Metadata metadata, String url) {
    Genre genre = metadata.genre();
    boolean told = blocks.stream().anyMatch(b -> b.kept() && b.length > LONGEST_LABEL);
    return told || genre.description().isEmpty() || !genre.isVideo(url)
        ? blocks
        : ArticleBody.of(Outline.of(Page.parse("<p>" + escaped(genre.description()), url)))
            .whole(metadata);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\n+", "<p>");
  }

  private static Article article(
      String url, Metadata metadata, PageKind kind, List<Block> blocks, String text, int words) {
    return new Article(
        url, metadata.about(text), kind, new Article.Body(text, Blocks.markdown(blocks), words));
  }
}
