package dev.mldigest.assemble.markdown;

import dev.mldigest.text.PlainTex;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * A document for programs that draw no formulas, mail programs and messengers: TeX in it becomes
 * words and signs. Code stays as it is.
 */
public final class Degraded {
  private Degraded() {}

  /** The same document, changed. */
  public static Node of(Node document) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            text.setLiteral(words(text.getLiteral()));
          }
        });
    return document;
  }

  /** What comes of a formula must not be an address that the text was not. */
  static String words(String text) {
    if (text.indexOf('$') < 0 && text.indexOf('\\') < 0) {
      return text;
    }
    String core = text.strip();
    String words = PlainTex.of(core);
    int at = text.indexOf(core);
    return words.equals(core)
        ? text
        : text.substring(0, at) + CleanText.harmless(words) + text.substring(at + core.length());
  }
}
