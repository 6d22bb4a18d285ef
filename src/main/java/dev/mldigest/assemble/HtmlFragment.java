package dev.mldigest.assemble;

import java.util.Map;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as HTML without a page around it: HTML in it is shown, not interpreted, and links lead
 * to http, https and mailto only. What holds words that run from right to left states that its own
 * first letter says which way it runs.
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
            .urlSanitizer(new DefaultUrlSanitizer(Dialect.SCHEMES))
            .attributeProviderFactory(context ->
                (node, tag, attributes) -> {
                  if (styles.containsKey(tag)) {
                    attributes.put("style", styles.get(tag));
                  }
                  if (node instanceof Block
                      && !tag.equals("pre")
                      && Direction.runsFromTheRight(PlainText.words(node))) {
                    attributes.put("dir", "auto");
                  }
                })
            .build();
  }

  String render(Node document) {
    return renderer.render(document);
  }
}
