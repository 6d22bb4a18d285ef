package dev.mldigest.extract;

import java.util.List;

/** Kept blocks as plain text: one newline between blocks, the cells of a row on one line. */
final class TextWriter {
  private TextWriter() {}

  static String write(List<Block> blocks) {
    StringBuilder out = new StringBuilder();
    Block before = null;
    for (Block block : blocks) {
      if (!block.kept()) {
        continue;
      }
      if (before != null) {
        out.append(sameRow(before, block) ? " | " : "\n");
      }
      if (block.opensItem && block.item != null && block.item.ordered()) {
        out.append(block.item.number()).append(". ");
      }
      out.append(block.text);
      before = block;
    }
    return out.toString();
  }

  private static boolean sameRow(Block a, Block b) {
    return a.cell != null && b.cell != null && a.cell.row().equals(b.cell.row());
  }
}
