package dev.mldigest.assemble.mail;

import dev.mldigest.assemble.Direction;
import dev.mldigest.assemble.Prose;
import dev.mldigest.assemble.WritingDirection;
import dev.mldigest.assemble.markdown.Box;
import dev.mldigest.assemble.markdown.Destination;
import dev.mldigest.assemble.markdown.Dialect;
import dev.mldigest.assemble.markdown.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * The issue as HTML for mail programs: each part with its style beside it. HTML in the text is
 * shown, not interpreted; links lead to http, https and mailto only; a picture is fetched where it
 * is a hosted PNG, JPEG or GIF, else its words stand there.
 */
final class MailFragment {
  private final Map<String, String> styles = new HashMap<>();
  private final String page;
  private final WritingDirection direction;
  private final HtmlRenderer renderer;

  /**
   * @param page the direction of the language, as {@link Direction} says it
   */
  MailFragment(Map<String, String> colours, String page) {
    MailColours.properties("/templates/mail-styles.properties")
        .forEach((part, style) -> {
          styles.put(part, MailTemplate.filled(style, colours));
        });
    this.page = page;
    this.direction = new WritingDirection(page);
    this.renderer =
        HtmlRenderer.builder()
            .nodeRendererFactory(Boxes::new)
            .nodeRendererFactory(Pictures::new)
            .extensions(Dialect.EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(Destination.SANITIZER)
            .attributeProviderFactory(context -> this::attributes)
            .build();
  }

  String render(Node document) {
    return renderer.render(document);
  }

  private void attributes(Node node, String tag, Map<String, String> attributes) {
    String part = part(node, tag);
    direction.setAttributes(node, tag, attributes);
    String style = style(part, direction.of(node));
    // The table around states an alignment, which would hold for words of both directions.
    String aligned =
        attributes.containsKey("dir")
            ? "text-align:" + side(attributes.getOrDefault("dir", "")) + ";"
            : "";
    if (!style.isEmpty() || !aligned.isEmpty()) {
      attributes.put("style", style + aligned);
    }
    if (part.equals("byline") || part.equals("for") || part.equals("label")) {
      attributes.put("class", "dim");
    }
  }

  /** Indents and rules stand where the words begin. */
  private String style(String part, String way) {
    String style = styles.getOrDefault(part, "");
    return way.equals(Direction.RIGHT_TO_LEFT) ? style.replace("-left", "-right") : style;
  }

  private static String side(String way) {
    return way.equals(Direction.RIGHT_TO_LEFT) ? "right" : "left";
  }

  /** What the node is in a mail, as the styles call it. */
  private static String part(Node node, String tag) {
    return switch (node) {
      case Paragraph paragraph when Box.isLabel(paragraph) -> "label";
      case Paragraph paragraph
          when !(paragraph.getParent() instanceof org.commonmark.node.Document) ->
          "p";
      case Paragraph paragraph when Prose.isHighlight(paragraph) -> "for";
      case Paragraph paragraph when isLede(paragraph) -> "lede";
      case Paragraph paragraph when Prose.isByline(paragraph) -> "byline";
      case Emphasis emphasis
          when emphasis.getParent() instanceof Paragraph paragraph && Prose.isByline(paragraph) ->
          "byline-em";
      case Link link when link.getParent() instanceof Heading -> "title";
      default -> tag.equals("section") ? "notes" : tag;
    };
  }

  /** What stands before the first heading of a section or an item. */
  private static boolean isLede(Node paragraph) {
    for (Node node = paragraph.getPrevious(); node != null; node = node.getPrevious()) {
      if (node instanceof Heading heading && heading.getLevel() > 1) {
        return false;
      }
    }
    return true;
  }

  /** A box is a table, because mail programs keep background and padding of cells alone. */
  private final class Boxes implements NodeRenderer {
    private final HtmlNodeRendererContext context;

    Boxes(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(BlockQuote.class);
    }

    @Override
    public void render(Node quote) {
      HtmlWriter html = context.getWriter();
      boolean box = Box.label(quote) != null;
      html.line();
      if (box) {
        html.raw(
            "<table role=\"presentation\" class=\"box\" width=\"100%\" cellpadding=\"0\""
                + " cellspacing=\"0\" style=\""
                + style("box", page)
                + "\"><tr><td style=\""
                + style("box-cell", page)
                + "\">");
      } else {
        html.tag("blockquote", context.extendAttributes(quote, "blockquote", Map.of()));
      }
      html.line();
      for (Node node = quote.getFirstChild(); node != null; node = node.getNext()) {
        context.render(node);
      }
      html.line();
      html.raw(box ? "</td></tr></table>" : "</blockquote>");
      html.line();
    }
  }

  /** Only what mail programs show is asked for. */
  private static final class Pictures implements NodeRenderer {
    private static final Set<String> UNSHOWN = Set.of("svg", "webp", "avif", "svgz");

    private final HtmlNodeRendererContext context;

    Pictures(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      String words = Words.of(node);
      String address = ((Image) node).getDestination();
      if (isHosted(address)) {
        Map<String, String> attributes = new java.util.LinkedHashMap<>();
        attributes.put("src", context.encodeUrl(address));
        attributes.put("alt", words);
        context.getWriter().tag("img", context.extendAttributes(node, "img", attributes), true);
      } else {
        context.getWriter().text(words);
      }
    }

    private static boolean isHosted(String address) {
      String path = address.toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "");
      return path.startsWith("https://")
          && !UNSHOWN.contains(path.substring(path.lastIndexOf('.') + 1));
    }
  }
}
