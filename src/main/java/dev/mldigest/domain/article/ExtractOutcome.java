package dev.mldigest.domain.article;

/** What became of reading an article. */
public sealed interface ExtractOutcome {

  record Extracted(Article article) implements ExtractOutcome {}

  /**
   * There is a page, but no article to be read in it.
   *
   * @param reason one sentence
   */
  record Unreadable(PageKind kind, String reason) implements ExtractOutcome {}

  /** The page could not be had; {@code reason} is one sentence. */
  record Missing(String reason) implements ExtractOutcome {}
}
