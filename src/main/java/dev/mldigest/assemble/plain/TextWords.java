package dev.mldigest.assemble.plain;

import dev.mldigest.assemble.markdown.Words;
import java.util.HashMap;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** What stands within a paragraph, as words; addresses and footnotes as the text wants them. */
final class TextWords {
  /** Where addresses and footnotes go; null where an address stands behind its words. */
  private final @Nullable References references;

  private final Map<String, String> footnotes = new HashMap<>();

  private TextWords(@Nullable References references) {
    this.references = references;
  }

  /** Each address behind its words. */
  static TextWords beside() {
    return new TextWords(null);
  }

  /** Addresses and footnotes as numbers. */
  static TextWords numbered(References references, Node document) {
    TextWords words = new TextWords(references);
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      words.define(node);
    }
    return words;
  }

  private void define(Node node) {
    if (node instanceof FootnoteDefinition definition) {
      footnotes.put(definition.getLabel(), plainBlocks(definition));
    } else {
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof org.commonmark.node.Block) {
          define(child);
        }
      }
    }
  }

  private static String plainBlocks(Node parent) {
    StringBuilder words = new StringBuilder();
    TextWords beside = beside();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      words.append(words.isEmpty() ? "" : " ").append(beside.of(node));
    }
    return words.toString();
  }

  String of(Node parent) {
    StringBuilder words = new StringBuilder();
    append(parent, words);
    return words.toString();
  }

  private void append(Node parent, StringBuilder out) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> out.append(text.getLiteral());
        case Code code -> out.append(code.getLiteral());
        case HtmlInline html -> out.append(html.getLiteral());
        case SoftLineBreak soft -> out.append(' ');
        case HardLineBreak hard -> out.append('\n');
        case Link link -> address(link, link.getDestination(), out);
        case Image image -> address(image, image.getDestination(), out);
        case FootnoteReference footnote -> footnote(footnote, out);
        default -> append(node, out);
      }
    }
  }

  private void address(Node node, String destination, StringBuilder out) {
    String words = Words.of(node);
    out.append(words);
    if (words.equals(destination) || destination.equals("mailto:" + words)) {
      return;
    }
    out.append(words.isEmpty() ? "" : " ")
        .append(references == null ? "<" + destination + ">" : references.mark(destination));
  }

  private void footnote(FootnoteReference reference, StringBuilder out) {
    if (references != null) {
      String text = footnotes.getOrDefault(reference.getLabel(), "");
      out.append(' ').append(references.mark("^" + reference.getLabel(), text));
    }
  }
}
