package dev.mldigest.extract.body;

import dev.mldigest.extract.block.Block;
import java.util.List;

/**
 * Tells a sentence of the text from a stock phrase that begins with the same words: "Next: run the
 * probe." It is whole, leads nowhere, tells no date, and stands beside a paragraph of the text.
 */
final class SentenceOfText {
  /** Blanks between the words of the shortest one. */
  private static final int BLANKS = 4;

  private SentenceOfText() {}

  static boolean is(List<Block> blocks, int i) {
    Block block = blocks.get(i);
    return block.kind == Block.Kind.PARAGRAPH
        && block.linked == 0
        && ends(block.text)
        && block.text.chars().filter(c -> c == ' ').count() >= BLANKS
        && !Credits.isCredit(block.text, null)
        && (isBeside(blocks, i, i - 1) || isBeside(blocks, i, i + 1));
  }

  private static boolean ends(String text) {
    char last = text.charAt(text.length() - 1);
    return last == '.' || last == '!' || last == '?';
  }

  /** Whether another block is a sentence as well. */
  private static boolean isBeside(List<Block> blocks, int i, int other) {
    if (other < 0 || other >= blocks.size()) {
      return false;
    }
    Block beside = blocks.get(other);
    return beside.kind == blocks.get(i).kind && beside.kept() && ends(beside.text);
  }
}
