package dev.mldigest.assemble.plain;

import dev.mldigest.assemble.markdown.Degraded;
import dev.mldigest.assemble.markdown.Dialect;
import org.commonmark.node.Node;

/**
 * The issue as plain text, written as text: for the text part of a mail and for terminals. Wrapped
 * at {@value #WIDTH} columns; addresses are numbered and stand whole at the item that links to
 * them, footnotes beside them; no mark of Markdown is left. Takes Markdown whose anchors are gone.
 */
public final class PlainText {
  /** RFC 5322, 2.1.1 asks for lines of 78 characters and less; two are left for a reply's "> ". */
  static final int WIDTH = 76;

  public String render(String markdown) {
    Node document = Degraded.of(Dialect.letter(markdown));
    return String.join("\n", new TextBlocks(document).all()).strip() + "\n";
  }

  /** One block as it stands in a text of its own, each address behind the words that link to it. */
  public static String alone(Node block) {
    return String.join("\n", new TextBlocks().block(block, WIDTH));
  }
}
