package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Destination;
import dev.mldigest.assemble.markdown.Dialect;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as HTML without a page around it: HTML in it is shown, not interpreted, and links lead
 * to http, https and mailto only. Where words of both directions stand in it, each block states its
 * own.
 */
final class HtmlFragment {
  private final HtmlRenderer renderer;

  /**
   * @param styles the style attribute by element name; others get none
   */
  HtmlFragment(Map<String, String> styles) {
    this.renderer =
        HtmlRenderer.builder()
            .extensions(Dialect.EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(Destination.SANITIZER)
            .attributeProviderFactory(context -> new WritingDirection(""))
            .attributeProviderFactory(context ->
                (node, tag, attributes) -> {
                  if (styles.containsKey(tag)) {
                    attributes.put("style", styles.get(tag));
                  }
                })
            .build();
  }

  String render(Node document) {
    return renderer.render(document);
  }
}
