package dev.mldigest.extract.block;

import dev.mldigest.extract.formula.Tex;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Outline;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * How a page becomes blocks, and blocks become text. Which of them are kept is for others to say.
 */
public final class Blocks {
  private Blocks() {}

  /** The blocks of one element, without what was dropped. */
  public static List<Block> of(Outline page, int element) {
    return BlockReader.read(page, element, false);
  }

  /** The blocks of the whole page, furniture too, each with what marks it as such. */
  public static List<Block> ofAll(Outline page) {
    return BlockReader.read(page, 0, true);
  }

  /** The blocks of the whole page; kept are those of one element that are no furniture. */
  public static List<Block> within(Outline page, int element) {
    List<Block> blocks = ofAll(page);
    for (Block block : blocks) {
      block.inBody = block.isWithin(page, element);
      block.drop = block.inBody ? block.furniture : Drop.OUTSIDE;
    }
    return blocks;
  }

  /** A line of plain text as a block; null if there is nothing on it. */
  public static @Nullable Block ofText(Block.Kind kind, String text) {
    Inline line = new Inline();
    line.add(text);
    Block block = line.take(kind, 0);
    if (block != null) {
      block.inBody = true;
    }
    return block;
  }

  /** Whether an element reads like its text: nothing in it is raised, lowered or a formula. */
  public static boolean readsFlat(Element element) {
    return element.childrenSize() == 0
        ? isFlat(element)
        : element.getAllElements().stream().allMatch(Blocks::isFlat);
  }

  private static boolean isFlat(Element e) {
    return !ShiftedElement.is(e) && Tex.of(e) == null;
  }

  /** What is kept, as plain text: one newline between blocks. */
  public static String text(List<Block> blocks) {
    return TextWriter.write(blocks);
  }

  /** What is kept, as Markdown (CommonMark with GFM tables). */
  public static String markdown(List<Block> blocks) {
    return MarkdownWriter.write(blocks);
  }

  /** Keeps or drops each table of data whole. */
  public static void keepTablesWhole(List<Block> blocks) {
    DataTable.whole(blocks);
  }

  /**
   * The pages of one article as one.
   *
   * @param after what it repeats is dropped
   */
  public static List<Block> joined(List<Block> before, List<Block> after) {
    return Joining.joined(before, after);
  }
}
