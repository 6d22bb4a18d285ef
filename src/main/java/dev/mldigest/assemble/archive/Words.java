package dev.mldigest.assemble.archive;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A node's words without markup and without addresses, as one line. */
final class Words extends AbstractVisitor {
  private final StringBuilder words = new StringBuilder();

  private Words() {}

  static String of(Node node) {
    Words all = new Words();
    node.accept(all);
    return all.words.toString().strip();
  }

  @Override
  public void visit(Text text) {
    words.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    words.append(code.getLiteral());
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof Formula formula) {
      words.append(formula.source());
    } else {
      visitChildren(node);
    }
  }

  @Override
  public void visit(SoftLineBreak end) {
    words.append(' ');
  }

  @Override
  public void visit(HardLineBreak end) {
    words.append(' ');
  }
}
