package dev.mldigest.pipeline.harvest;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.article.ExtractOutcome;

/** How long the text of an article may be; what is longer is cut. */
final class TextBound {
  /**
   * Some sixty thousand words: longer than any article, and what every stage after this one may
   * rely on.
   */
  private static final int MOST_CHARS = 400_000;

  private TextBound() {}

  static ExtractOutcome cut(ExtractOutcome whole) {
    return whole instanceof ExtractOutcome.Extracted(Article article) && !fits(article)
        ? new ExtractOutcome.Extracted(cut(article))
        : whole;
  }

  private static Article cut(Article article) {
    return article.withText(cut(article.text()), cut(article.markdown()), article.words());
  }

  /** At the end of a line, so that no sentence is cut in two where there are lines at all. */
  private static String cut(String text) {
    if (text.length() <= MOST_CHARS) {
      return text;
    }
    int line = text.lastIndexOf('\n', MOST_CHARS);
    return text.substring(0, line > 0 ? line : MOST_CHARS);
  }

  static boolean fits(Article article) {
    return article.text().length() <= MOST_CHARS && article.markdown().length() <= MOST_CHARS;
  }
}
