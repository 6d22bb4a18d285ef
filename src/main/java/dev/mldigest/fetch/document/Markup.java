package dev.mldigest.fetch.document;

import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Text;
import org.jsoup.nodes.Entities;

/** Markup that stands unescaped inside a feed's element, back to HTML source. */
public final class Markup {
  private Markup() {}

  /** The text of an element, with the tags of nested elements; the depth is bounded by the tree. */
  public static String inner(Element element) {
    if (element.getChildren().isEmpty()) {
      return element.getText();
    }
    StringBuilder out = new StringBuilder();
    inner(element, out);
    return out.toString();
  }

  private static void inner(Element element, StringBuilder out) {
    for (Content content : element.getContent()) {
      if (content instanceof Text text) {
        out.append(Entities.escape(text.getText()));
      } else if (content instanceof Element child) {
        out.append('<').append(child.getName());
        for (Attribute attribute : child.getAttributes()) {
          out.append(' ').append(attribute.getName()).append("=\"");
          out.append(Entities.escape(attribute.getValue())).append('"');
        }
        out.append('>');
        inner(child, out);
        switch (child.getName()) {
          case "br", "img", "hr", "input", "meta", "link", "source", "wbr" -> {}
          default -> out.append("</").append(child.getName()).append('>');
        }
      }
    }
  }

  /** The text alone, of nested elements too. */
  public static String text(Element element) {
    return element.getChildren().isEmpty() ? element.getText() : element.getValue();
  }
}
