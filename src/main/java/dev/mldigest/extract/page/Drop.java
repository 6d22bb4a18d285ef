package dev.mldigest.extract.page;

/** Why an element or a block is not part of the article. */
public enum Drop {
  SILENT("holds no text to read"),
  HIDDEN("is hidden from the reader"),
  STRUCK("is struck out"),
  CHROME("is furniture of the site"),
  COMMENTS("is what readers wrote"),
  LINKS("consists of links"),
  PHRASE("is a stock phrase"),
  REPEATED("repeats what was already said"),
  METADATA("repeats headline, author or date"),
  TRAILER("follows the end of the article"),
  BARE_HEADING("is a heading without content"),
  OUTSIDE("stands outside the article"),
  STORY("is another story of an endless page"),
  NOTES("is a footnote or a list of references"),
  UNLIKE("reads unlike the article, by its numbers");

  public final String reason;

  Drop(String reason) {
    this.reason = reason;
  }
}
