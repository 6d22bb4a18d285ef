package dev.mldigest.assemble.markdown;

import org.commonmark.Extension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * {@code *|NAME|*}, which a service for mails would fill in, is shown as it was typed: its stars
 * are no emphasis of what stands between them. That it is no command either is left to {@code
 * publish}.
 */
final class MergeTags implements Parser.ParserExtension {
  static final Extension EXTENSION = new MergeTags();

  private MergeTags() {}

  @Override
  public void extend(Parser.Builder parser) {
    parser.postProcessor(document -> {
      document.accept(new Restored());
      return document;
    });
  }

  static boolean isOne(Emphasis emphasis) {
    return emphasis.getOpeningDelimiter().equals("*")
        && emphasis.getFirstChild() instanceof Text first
        && emphasis.getLastChild() instanceof Text last
        && first.getLiteral().startsWith("|")
        && last.getLiteral().endsWith("|");
  }

  private static final class Restored extends AbstractVisitor {
    @Override
    public void visit(Emphasis emphasis) {
      visitChildren(emphasis);
      if (isOne(emphasis)) {
        emphasis.insertBefore(new Text("*"));
        for (Node child = emphasis.getFirstChild(), next; child != null; child = next) {
          next = child.getNext();
          emphasis.insertBefore(child);
        }
        emphasis.insertBefore(new Text("*"));
        emphasis.unlink();
      }
    }
  }
}
