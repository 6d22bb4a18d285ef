package dev.mldigest.assemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

/**
 * The prose of a digest: the paragraphs' words in document order, without headings, lists, tables,
 * the lines of source and date, and highlights.
 */
public final class Prose {
  private Prose() {}

  public static List<String> paragraphs(String markdown) {
    List<String> paragraphs = new ArrayList<>();
    for (Node node = Dialect.document(markdown).getFirstChild();
        node != null;
        node = node.getNext()) {
      if (node instanceof Paragraph && !(isByline(node) || isHighlight(node))) {
        paragraphs.add(PlainText.words(node).strip());
      }
    }
    return paragraphs;
  }

  /** The links in document order, each address once with its words. */
  public static Map<String, String> links(String markdown) {
    Map<String, String> links = new LinkedHashMap<>();
    Dialect.document(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.putIfAbsent(link.getDestination(), PlainText.words(link).strip());
              }
            });
    return links;
  }

  /** The words of one line of Markdown, for example of a heading's, without their markup. */
  public static String words(String line) {
    Node first = Dialect.document("# " + line.strip()).getFirstChild();
    return first == null ? "" : PlainText.words(first).strip();
  }

  private static boolean isByline(Node paragraph) {
    Node first = paragraph.getFirstChild();
    return first instanceof Emphasis && first.getNext() == null;
  }

  private static boolean isHighlight(Node paragraph) {
    return paragraph.getFirstChild() instanceof StrongEmphasis strong
        && PlainText.words(strong).startsWith("Highlight");
  }
}
