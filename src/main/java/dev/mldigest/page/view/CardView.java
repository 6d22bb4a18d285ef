package dev.mldigest.page.view;

import dev.mldigest.assemble.Excerpt;
import java.util.ArrayList;
import java.util.List;

/**
 * An item as the editor reads it. Texts are plain; what is unknown is empty.
 *
 * @param line source, date and mentions, in words
 * @param label for whom it is, or the like; empty mostly
 * @param why it was picked, in one line
 * @param note to the readers
 * @param lapsed true if another program changed it since it was accepted
 * @param seen true if the editor looked at it
 * @param warnings what the editor should know before accepting it, a sentence each
 */
public record CardView(
    String id,
    String section,
    String title,
    String link,
    String line,
    List<SentenceView> sentences,
    String label,
    String why,
    String note,
    boolean accepted,
    boolean lapsed,
    boolean pinned,
    boolean edited,
    boolean seen,
    List<String> warnings)
    implements StandingView {
  public CardView {
    sentences = List.copyOf(sentences);
    warnings = List.copyOf(warnings);
  }

  @Override
  public String place() {
    return "item-" + id;
  }

  /** Sentences that follow each other in one paragraph, and the place of the first, from 1. */
  public record Paragraph(int first, List<SentenceView> sentences) {
    public Paragraph {
      sentences = List.copyOf(sentences);
    }
  }

  public List<Paragraph> paragraphs() {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int from = 0; from < sentences.size(); ) {
      int to = from + 1;
      while (to < sentences.size()
          && sentences.get(to).paragraph() == sentences.get(from).paragraph()) {
        to++;
      }
      paragraphs.add(new Paragraph(from + 1, sentences.subList(from, to)));
      from = to;
    }
    return paragraphs;
  }

  /** The note as its readers get it. */
  public String noteHtml() {
    return Excerpt.html(note);
  }

  /** True if a sentence stands on nothing, and nobody answered for it. */
  public boolean ungrounded() {
    return sentences.stream().anyMatch(SentenceView::ungrounded);
  }
}
