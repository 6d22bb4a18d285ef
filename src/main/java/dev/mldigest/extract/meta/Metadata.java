package dev.mldigest.extract.meta;

import dev.mldigest.domain.article.Article;
import dev.mldigest.extract.block.Blocks;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.text.Language;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: JSON-LD, meta elements, and where they are silent the page's own
 * headline, time and first large picture. It takes the page at its word and judges no text.
 *
 * @param title without the name of the site
 * @param headline the page's own, or empty
 */
public record Metadata(String title, String headline, Imprint imprint, Genre genre) {
  /** Longer ones are no headlines: they are not read again for their exponents. */
  private static final int LONGEST_HEADLINE = 500;

  public static Metadata of(Document document, Outline page, String url) {
    SelfDescription told = SelfDescription.of(page);
    Imprint imprint = Imprint.of(told, document.baseUri(), url);
    String flat = text(told.headline);
    String headline = told.headline == null ? "" : headline(page, told.headline, flat);
    List<String> named =
        List.of(told.meta("og:title"), told.jsonLd.text("headline"), told.meta("twitter:title"));
    String title = Titles.choose(named, flat, text(told.title), imprint.siteName(), url);
    // Elsewhere a title has no exponents: "10" with a raised 6 is 106 there.
    boolean flattened =
        !headline.equals(flat) && Folding.letters(title).equals(Folding.letters(flat));
    return new Metadata(flattened ? headline : title, headline, imprint, Genre.of(told));
  }

  private static String text(@Nullable Element e) {
    return e == null ? "" : Folding.blanks(e.text());
  }

  /** The headline as a reader reads it: with exponents and formulas. */
  private static String headline(Outline page, Element element, String flat) {
    if (flat.length() > LONGEST_HEADLINE || Blocks.readsFlat(element)) {
      return flat;
    }
    String read =
        Blocks.of(page, page.indexOf(element)).stream()
            .map(block -> block.text)
            .collect(Collectors.joining(" "));
    return read.isEmpty() ? flat : read;
  }

  /**
   * What an article is filed with.
   *
   * @param text of the article, whose language counts for more than the stated one
   */
  public Article.About about(String text) {
    return new Article.About(
        title,
        imprint.byline(),
        imprint.published(),
        Language.of(text, imprint.language()),
        imprint.site(),
        imprint.canonical(),
        imprint.image());
  }

  /** The same with the title a feed gives. */
  public Metadata titled(String given) {
    String named = Folding.blanks(given);
    return named.isEmpty() ? this : new Metadata(named, headline, imprint, genre);
  }

  /** The same of a page that is known to be a paper, which marks its authors' names best. */
  public Metadata paper(List<String> authors) {
    return new Metadata(title, headline, imprint.by(Bylines.of(authors)), genre.paper());
  }
}
