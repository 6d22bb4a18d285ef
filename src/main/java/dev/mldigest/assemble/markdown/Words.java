package dev.mldigest.assemble.markdown;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A node's words without markup, without addresses and without marks of footnotes. */
public final class Words {
  private Words() {}

  public static String of(Node parent) {
    StringBuilder words = new StringBuilder();
    append(parent, words);
    return words.toString();
  }

  private static void append(Node parent, StringBuilder out) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> out.append(text.getLiteral());
        case Code code -> out.append(code.getLiteral());
        case HtmlInline html -> out.append(html.getLiteral());
        case SoftLineBreak soft -> out.append(' ');
        case HardLineBreak hard -> out.append('\n');
        default -> append(node, out);
      }
    }
  }
}
