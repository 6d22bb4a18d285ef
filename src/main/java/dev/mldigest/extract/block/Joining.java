package dev.mldigest.extract.block;

import dev.mldigest.extract.page.Drop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the pages of one article together and leaves out what a page repeats of those before. */
final class Joining {
  /** Shorter lines may be said twice, once the page has begun: a turn of a talk, an item. */
  private static final int LONG = 20;

  private Joining() {}

  static List<Block> joined(List<Block> before, List<Block> after) {
    Set<String> said = new HashSet<>();
    before.stream().filter(block -> block.kept() && isProse(block)).forEach(b -> said.add(b.text));
    // A server that knows no second page answers with the first: code and tables are left out too.
    boolean goesOn = after.stream().anyMatch(b -> b.kept() && isProse(b) && !said.contains(b.text));
    boolean begun = false;
    for (Block block : after) {
      boolean again =
          isProse(block) && said.contains(block.text) && !(begun && block.length < LONG);
      if (block.kept() && (again || !goesOn)) {
        block.drop = Drop.REPEATED;
      }
      begun |= block.kept();
    }
    List<Block> all = new ArrayList<>(before);
    all.addAll(after);
    return all;
  }

  /** Cells and lines of code have their meaning from where they stand: they may be the same. */
  private static boolean isProse(Block block) {
    return block.cell == null && block.kind != Block.Kind.CODE && block.kind != Block.Kind.CELL;
  }
}
