package dev.mldigest.assemble;

import dev.mldigest.assemble.markdown.Dialect;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;

/**
 * The issue as HTML to copy into an editor such as Substack's: headings, paragraphs, lists,
 * quotations, links, pictures and code, with no attribute but addresses, words of pictures and the
 * direction of what runs the other way, because such editors drop everything else. Formulas stand
 * whole; a table becomes a list.
 */
public final class RichHtml {
  private static final Safelist SIMPLE =
      new Safelist()
          .addTags(
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "p",
              "br",
              "hr",
              "strong",
              "em",
              "code",
              "pre",
              "ul",
              "ol",
              "li",
              "blockquote",
              "sup")
          .addAttributes(":all", "dir")
          .addAttributes("a", "href")
          .addAttributes("img", "src", "alt")
          .addAttributes("ol", "start")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addProtocols("img", "src", "https");

  private final HtmlFragment fragment = new HtmlFragment(Map.of());

  public String render(String markdown) {
    Document page = Jsoup.parseBodyFragment(fragment.render(Dialect.letter(markdown)));
    page.outputSettings().prettyPrint(false);
    page.select(".footnote-backref").remove();
    page.select(".footnote-ref a").unwrap();
    page.select("section.footnotes").forEach(notes -> notes.before("<hr>"));
    page.select("table").forEach(RichHtml::listed);
    page.select("img").stream().filter(RichHtml::isUnfetched).forEach(RichHtml::told);
    String html = Jsoup.clean(page.body().html(), "", SIMPLE, whole());
    return html.strip() + "\n";
  }

  private static Document.OutputSettings whole() {
    return new Document.OutputSettings().prettyPrint(false);
  }

  /** What such editors fetch is what a secure page may show. */
  private static boolean isUnfetched(Element picture) {
    return !picture.attr("src").toLowerCase(Locale.ROOT).startsWith("https:");
  }

  private static void told(Element picture) {
    picture.replaceWith(new TextNode(picture.attr("alt")));
  }

  /** Each row is an item of the list, the heading's in bold. */
  private static void listed(Element table) {
    Element list = new Element("ul");
    for (Element row : table.select("tr")) {
      Element item = list.appendElement("li");
      boolean heading = !row.select("th").isEmpty();
      Element words = heading ? item.appendElement("strong") : item;
      for (Element cell : row.children()) {
        words.appendText(cell.previousElementSibling() == null ? "" : " · ");
        cell.childNodesCopy().forEach(words::appendChild);
      }
    }
    table.replaceWith(list);
  }
}
