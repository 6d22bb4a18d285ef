package dev.mldigest.assemble;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * The issue as HTML to copy into an editor such as Substack's: headings, paragraphs, lists,
 * quotations, links, pictures and code, with no attribute but addresses and words of pictures,
 * because such editors drop everything else. Formulas stand whole; a table becomes a list.
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
          .addAttributes("a", "href")
          .addAttributes("img", "src", "alt")
          .addAttributes("ol", "start")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addProtocols("img", "src", "https");

  private final HtmlFragment fragment = new HtmlFragment(Map.of());

  public String render(String markdown) {
    Document page = Jsoup.parseBodyFragment(fragment.render(Dialect.document(markdown)));
    page.select(".footnote-backref").remove();
    page.select(".footnote-ref a").unwrap();
    page.select("section.footnotes").forEach(notes -> notes.before("<hr>"));
    page.select("table").forEach(RichHtml::listed);
    String html = Jsoup.clean(page.body().html(), "", SIMPLE, whole());
    return html.strip() + "\n";
  }

  private static Document.OutputSettings whole() {
    return new Document.OutputSettings().prettyPrint(false);
  }

  /** Each row is an item of the list, its cells behind their headings. */
  private static void listed(Element table) {
    List<String> heads = table.select("thead th").eachText();
    Element list = new Element("ul");
    for (Element row : table.select("tbody tr")) {
      Element item = list.appendElement("li");
      List<Element> cells = row.select("td");
      for (int i = 0; i < cells.size(); i++) {
        item.appendText(i == 0 ? "" : " · ");
        if (i < heads.size() && !heads.get(i).isEmpty()) {
          item.appendText(heads.get(i) + ": ");
        }
        cells.get(i).childNodesCopy().forEach(item::appendChild);
      }
    }
    table.replaceWith(list);
  }
}
