package dev.mldigest.pipeline.gate;

import dev.mldigest.assemble.PlacedText;
import dev.mldigest.review.approval.ShownLines;

/**
 * The words of one part and the lines of digest.md they stand on. Sentences are asked for in their
 * order: of two that are the same, the second is found behind the first.
 */
final class PartWords {
  private final Look.Placed part;
  private final PlacedText words;
  private final ShownLines lines;
  private int next;

  PartWords(Look.Placed part) {
    this.part = part;
    this.words = PlacedText.of(part.piece().markdown());
    this.lines = ShownLines.of(part.piece().before().text(), part.piece().markdown());
    this.next = words.body();
  }

  /** Of a line of what readers see of the part, from 0. */
  int line(int shown) {
    return part.line() + lines.before(shown);
  }

  /** On which a sentence begins; its heading's where it is not found. */
  int lineOf(String sentence) {
    int at = find(sentence);
    return at < 0 ? part.headLine() : line(words.line(at));
  }

  /** The place of a sentence in the words, for {@link #lineWithin}; -1 where it is not found. */
  int find(String sentence) {
    int at = words.find(sentence, next);
    next = at < 0 ? next : Math.min(at + 1, words.length());
    return at;
  }

  /**
   * On which some words of a sentence stand.
   *
   * @param sentence its place
   * @param before the words of the sentence before them
   */
  int lineWithin(int sentence, String before, String some) {
    if (sentence < 0) {
      return part.headLine();
    }
    int at = words.find(some, words.behind(sentence, before));
    int nearest = at >= sentence ? at : words.find(some, sentence);
    return line(words.line(Math.max(nearest, sentence)));
  }
}
