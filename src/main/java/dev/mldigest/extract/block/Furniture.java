package dev.mldigest.extract.block;

import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Outline;
import org.jspecify.annotations.Nullable;

/**
 * What was dropped of a page and is read all the same, so that it can be judged line by line:
 * furniture that stands for itself. Amid a line it is left out, and so is what nobody sees.
 */
final class Furniture {
  private final Outline page;
  private final boolean read;
  private int from;
  private int end;

  Furniture(Outline page, boolean read) {
    this.page = page;
    this.read = read;
  }

  /**
   * Whether an element that was dropped is read; the outermost one marks all in it.
   *
   * @param i in document order from call to call
   */
  boolean enter(int i) {
    boolean readable =
        read
            && page.drop[i] != Drop.SILENT
            && page.drop[i] != Drop.HIDDEN
            && page.drop[i] != Drop.STRUCK
            && page.drop[i] != Drop.STORY
            && page.drop[i] != Drop.COMMENTS
            && page.block[i];
    if (readable && i >= end) {
      from = i;
      end = page.end[i];
    }
    return readable;
  }

  /** What marks a block as furniture, or null. */
  @Nullable Drop of(Block block) {
    return block.container >= from && block.container < end ? page.drop[from] : null;
  }
}
