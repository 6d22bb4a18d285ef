package dev.mldigest.assemble.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * What a document does besides showing text: its headings' levels, link destinations, images and
 * pieces of HTML, in document order. Two documents with one outline differ in words only.
 */
public record MarkdownOutline(
    List<Integer> headings, List<String> links, List<String> images, List<String> html) {
  public MarkdownOutline {
    headings = List.copyOf(headings);
    links = List.copyOf(links);
    images = List.copyOf(images);
    html = List.copyOf(html);
  }

  public static MarkdownOutline of(Node document) {
    Collector collector = new Collector();
    document.accept(collector);
    return new MarkdownOutline(
        collector.headings, collector.links, collector.images, collector.html);
  }

  private static final class Collector extends AbstractVisitor {
    private final List<Integer> headings = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> images = new ArrayList<>();
    private final List<String> html = new ArrayList<>();

    @Override
    public void visit(Heading heading) {
      headings.add(heading.getLevel());
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      images.add(image.getDestination());
      visitChildren(image);
    }

    @Override
    public void visit(HtmlBlock block) {
      html.add(block.getLiteral());
    }

    @Override
    public void visit(HtmlInline inline) {
      html.add(inline.getLiteral());
    }
  }
}
