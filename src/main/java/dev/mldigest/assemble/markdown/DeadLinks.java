package dev.mldigest.assemble.markdown;

import java.util.function.Predicate;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Takes links and pictures out of a document that lead where none may: their words stay. */
final class DeadLinks extends AbstractVisitor {
  private final Predicate<String> link;
  private final Predicate<String> picture;

  private DeadLinks(Predicate<String> link, Predicate<String> picture) {
    this.link = link;
    this.picture = picture;
  }

  /** Those that lead to nothing; places of the same site stay. */
  static void gone(Node document) {
    document.accept(new DeadLinks(Destination::isLive, Destination::isPicture));
  }

  /** Those that lead to nothing from where there is no site around the document. */
  static void goneApart(Node document) {
    document.accept(
        new DeadLinks(
            Destination::isWhole,
            address -> Destination.isPicture(address) && Destination.isWhole(address)));
  }

  /** With their marks. */
  @Override
  public void visit(Link node) {
    visitChildren(node);
    if (!link.test(node.getDestination())) {
      for (Node child = node.getFirstChild(), next; child != null; child = next) {
        next = child.getNext();
        node.insertBefore(child);
      }
      node.unlink();
    } else {
      node.setDestination(Destination.published(node.getDestination()));
    }
  }

  @Override
  public void visit(Image node) {
    visitChildren(node);
    if (!picture.test(node.getDestination())) {
      node.insertBefore(new Text(Words.of(node)));
      node.unlink();
    }
  }
}
