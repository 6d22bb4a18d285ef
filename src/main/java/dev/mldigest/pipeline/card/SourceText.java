package dev.mldigest.pipeline.card;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text that an item was told from.
 *
 * @param link where it was read
 * @param paragraphs plain text, in order; none where the text is not kept
 * @param others who else reports the story
 * @param disagreements what they say otherwise, one sentence each
 */
public record SourceText(
    String title,
    String link,
    List<Paragraph> paragraphs,
    List<OtherReport> others,
    List<String> disagreements) {
  public SourceText {
    paragraphs = List.copyOf(paragraphs);
    others = List.copyOf(others);
    disagreements = List.copyOf(disagreements);
  }

  /**
   * @param marks in order, none within another
   */
  public record Paragraph(String text, List<Marked> marks) {
    public Paragraph {
      marks = List.copyOf(marks);
    }
  }

  /**
   * Characters that a sentence of the item rests on.
   *
   * @param start of the first of them, from 0
   * @param end behind the last
   * @param sentence of the card, from 0
   */
  public record Marked(int start, int end, int sentence) {}

  /**
   * @param date when it was published, or null
   */
  public record OtherReport(String source, String title, String link, @Nullable Instant date) {}
}
