package dev.mldigest.select.piece;

import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.text.TextCut;

/** The first words below a title: the feed's summary, else the beginning of the text. */
public final class Lead {
  /** Characters: about what a feed shows below a title; the filters learned from such leads. */
  private static final int MOST = 500;

  private Lead() {}

  /** The summary as plain text where it is a lead and not the whole article, else empty. */
  public static String summary(Candidate candidate) {
    String html = candidate.entry().feedEntry().summary();
    String plain = html == null ? "" : HtmlWords.of(html);
    return plain.length() <= 2 * MOST ? plain : "";
  }

  public static String of(Candidate candidate) {
    String lead = summary(candidate);
    if (lead.isBlank()) {
      String text = candidate.text();
      lead = text.isBlank() ? Piece.of(candidate).text() : text;
    }
    return cut(lead);
  }

  private static String cut(String text) {
    return TextCut.front(text, MOST);
  }
}
