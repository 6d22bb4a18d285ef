package dev.mldigest.assemble.archive;

import dev.mldigest.assemble.Direction;
import dev.mldigest.assemble.WritingDirection;
import dev.mldigest.assemble.markdown.Destination;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.text.Markup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The arranged text as HTML: HTML in it is shown, not interpreted; links lead to http, https and
 * mailto only; a picture stands as a link with its name, because a page asks for nothing elsewhere.
 */
final class IssueHtml {
  private IssueHtml() {}

  /**
   * @param direction of the page around it
   */
  static String of(Node node, String direction) {
    WritingDirection way = new WritingDirection(direction);
    return HtmlRenderer.builder()
        .extensions(Dialect.EXTENSIONS)
        .escapeHtml(true)
        .sanitizeUrls(true)
        .urlSanitizer(Destination.SANITIZER)
        .nodeRendererFactory(Own::new)
        .attributeProviderFactory(context -> way)
        .attributeProviderFactory(context -> IssueHtml::code)
        .build()
        .render(node);
  }

  private static void code(Node node, String tag, Map<String, String> attributes) {
    if (tag.equals("pre")) {
      attributes.put("tabindex", "0"); // long lines are scrolled by keyboard, too
      attributes.put("dir", Direction.LEFT_TO_RIGHT);
    }
  }

  private record Own(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Wrap.class, Anchor.class, Formula.class, Image.class);
    }

    @Override
    public void render(Node node) {
      switch (node) {
        case Wrap wrap -> wrap(wrap);
        case Anchor anchor ->
            context
                .getWriter()
                .raw(
                    "<a class=\"anchor\" href=\"#%s\" aria-label=\"# %s\">#</a>"
                        .formatted(anchor.fragment(), Markup.escaped(anchor.words())));
        case Formula formula -> {
          context.getWriter().tag("span", Map.of("class", "tex"));
          context.getWriter().text(formula.source());
          context.getWriter().tag("/span");
        }
        case Image image -> image(image);
        default -> throw new IllegalStateException(node.toString());
      }
    }

    private void wrap(Wrap wrap) {
      if (wrap.getFirstChild() == null) {
        return;
      }
      context.getWriter().line();
      context.getWriter().tag(wrap.element(), wrap.attributes());
      context.getWriter().line();
      children(wrap);
      context.getWriter().line();
      context.getWriter().tag("/" + wrap.element());
      context.getWriter().line();
    }

    private void image(Image image) {
      if (image.getParent() instanceof Link) {
        context.getWriter().tag("span", Map.of("class", "picture"));
        children(image);
        context.getWriter().tag("/span");
        return;
      }
      String to = context.urlSanitizer().sanitizeImageUrl(image.getDestination());
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("class", "picture");
      attributes.put("href", context.encodeUrl(to));
      context.getWriter().tag("a", attributes);
      if (image.getFirstChild() == null) {
        context.getWriter().text(to);
      }
      children(image);
      context.getWriter().tag("/a");
    }

    private void children(Node parent) {
      for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
    }
  }
}
