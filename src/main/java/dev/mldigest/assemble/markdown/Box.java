package dev.mldigest.assemble.markdown;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;

/**
 * A quotation that begins with a label, a paragraph of bold words alone: what stands in the issue
 * and is no pick of it. Every form sets it apart and shows its label.
 */
public final class Box {
  private Box() {}

  /** The label of a box, or null for any other node. */
  public static @Nullable String label(Node node) {
    return node instanceof BlockQuote
            && node.getParent() instanceof Document
            && node.getFirstChild() instanceof Paragraph first
            && first.getFirstChild() instanceof StrongEmphasis strong
            && strong.getNext() == null
            && first.getNext() != null
        ? Words.of(strong)
        : null;
  }

  /** Whether it is the label of a box. */
  public static boolean isLabel(Node node) {
    return node instanceof Paragraph
        && node.getPrevious() == null
        && node.getParent() != null
        && label(node.getParent()) != null;
  }
}
