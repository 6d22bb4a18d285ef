package dev.mldigest.page.view;

import java.util.List;

/**
 * The right pane: what an item stands on.
 *
 * @param happened on which day, by the source's own words; empty where unknown, as the next three
 * @param published by its feed
 * @param publishedByPage by its page
 * @param found when a run first saw it
 * @param evidence sentence by sentence
 * @param paragraphs of the source, with what supports the summary marked
 * @param others reports of the same story
 * @param disagreements where they differ, a sentence each
 */
public record SourceView(
    String id,
    String title,
    String link,
    String happened,
    String published,
    String publishedByPage,
    String found,
    List<Evidence> evidence,
    List<Paragraph> paragraphs,
    List<Report> others,
    List<String> disagreements) {
  public SourceView {
    evidence = List.copyOf(evidence);
    paragraphs = List.copyOf(paragraphs);
    others = List.copyOf(others);
    disagreements = List.copyOf(disagreements);
  }

  /**
   * A sentence of the summary and what it stands on.
   *
   * @param ungrounded true if it wants evidence and has none, and nobody answered for it
   * @param vouched the editor's reason why it may stand on nothing, or empty
   */
  public record Evidence(
      String sentence, boolean ungrounded, boolean byEditor, String vouched, List<Quote> quotes) {
    public Evidence {
      quotes = List.copyOf(quotes);
    }
  }

  /**
   * Words of a source.
   *
   * @param link to another source than the item's; empty mostly
   * @param paragraph it stands in, from 0, or -1
   */
  public record Quote(String text, String link, int paragraph) {}

  public record Paragraph(List<Run> runs) {
    public Paragraph {
      runs = List.copyOf(runs);
    }
  }

  /**
   * A stretch of a paragraph.
   *
   * @param sentence that it supports, from 1, or 0
   */
  public record Run(String text, int sentence) {}

  public record Report(String source, String title, String link, String date) {}
}
