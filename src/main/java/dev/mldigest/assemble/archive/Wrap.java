package dev.mldigest.assemble.archive;

import java.util.Map;
import org.commonmark.node.CustomBlock;

/** An element around a stretch of the text, for its layout and for screen readers. */
final class Wrap extends CustomBlock {
  private final String element;
  private final Map<String, String> attributes;

  Wrap(String element, Map<String, String> attributes) {
    this.element = element;
    this.attributes = attributes;
  }

  String element() {
    return element;
  }

  Map<String, String> attributes() {
    return attributes;
  }
}
