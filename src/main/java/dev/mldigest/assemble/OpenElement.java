package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Dialect;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/**
 * An element that a part begins in raw HTML and does not end, so that a page would take what
 * follows into it.
 *
 * @param name empty where the page loses what follows
 * @param line of the text, from 0
 */
public record OpenElement(String name, int line) {
  private static final String PROBE = "probe";

  private static final HtmlRenderer AS_IS =
      HtmlRenderer.builder().extensions(Dialect.EXTENSIONS).build();

  /** Those of a part of a digest, innermost first. */
  public static List<OpenElement> of(String markdown) {
    String html = AS_IS.render(Dialect.parse(markdown)) + "<h3>" + PROBE + "</h3>";
    Element probe = Jsoup.parseBodyFragment(html).select("h3").last();
    if (probe == null || !probe.text().equals(PROBE)) {
      return List.of(new OpenElement("", lastTag(markdown, "[A-Za-z!?]")));
    }
    // Elements that HTML does not know do nothing: 'List<String>' is one.
    return Stream.concat(probe.parents().stream(), probe.children().stream())
        .map(Element::normalName)
        .filter(name -> !name.equals("body") && !name.equals("html") && Tag.isKnownTag(name))
        .distinct()
        .map(name -> new OpenElement(name, lastTag(markdown, name + "\\b")))
        .toList();
  }

  /** Of raw HTML that begins so: what was closed stands before what was not. */
  private static int lastTag(String markdown, String name) {
    Pattern begin = Pattern.compile("<" + name, Pattern.CASE_INSENSITIVE);
    int[] last = {0};
    Dialect.placed(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(HtmlInline inline) {
                seen(inline.getLiteral(), PlacedText.lineOf(inline));
              }

              @Override
              public void visit(HtmlBlock block) {
                seen(block.getLiteral(), PlacedText.lineOf(block));
              }

              private void seen(String literal, int line) {
                List<String> lines = literal.lines().toList();
                for (int i = 0; i < lines.size(); i++) {
                  last[0] = begin.matcher(lines.get(i)).find() ? line + i : last[0];
                }
              }
            });
    return last[0];
  }
}
