package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.Words;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * A stretch of an issue as HTML to look at, read as the forms read it. It fetches nothing, for a
 * picture is named by its words; footnotes stand where they are written; HTML in it is text.
 */
public final class Excerpt {
  /** Headings of what surrounds it are the page's. */
  private static final int HEADING = 4;

  private static final HtmlFragment FRAGMENT = new HtmlFragment(Map.of());

  private Excerpt() {}

  /**
   * @param markdown without comments
   */
  public static String html(String markdown) {
    Node document = Dialect.shown(markdown);
    document.accept(new Plain());
    // Every link has this from the renderer, and no text can hold an unescaped bracket.
    return FRAGMENT
        .render(document)
        .replace("<a rel=\"nofollow\"", "<a target=\"_blank\" rel=\"noopener noreferrer\"")
        .strip();
  }

  private static final class Plain extends AbstractVisitor {
    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.max(HEADING, heading.getLevel()));
      visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
      replace(image, "[picture: " + Words.of(image) + "]");
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof FootnoteReference reference) {
        replace(reference, mark(reference.getLabel()));
      } else {
        visitChildren(node);
      }
    }

    @Override
    public void visit(CustomBlock block) {
      visitChildren(block);
      if (block instanceof FootnoteDefinition definition) {
        written(definition);
      }
    }

    /** The definition's blocks in its place, the first behind its mark. */
    private static void written(FootnoteDefinition definition) {
      Text mark = new Text(mark(definition.getLabel()) + ": ");
      if (definition.getFirstChild() instanceof Paragraph first) {
        first.prependChild(mark);
      } else {
        Paragraph alone = new Paragraph();
        alone.appendChild(mark);
        definition.prependChild(alone);
      }
      while (definition.getFirstChild() != null) {
        definition.insertBefore(definition.getFirstChild());
      }
      definition.unlink();
    }

    private static String mark(String label) {
      return "[^" + label + "]";
    }

    private static void replace(Node node, String words) {
      node.insertBefore(new Text(words));
      node.unlink();
    }
  }
}
