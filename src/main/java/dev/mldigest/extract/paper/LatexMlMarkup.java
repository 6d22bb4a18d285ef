package dev.mldigest.extract.paper;

import dev.mldigest.extract.page.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites what LaTeXML writes in a way of its own as the HTML that it stands for: equations laid
 * out as tables, tables and paragraphs made of spans, listings made of lines. It drops nothing.
 */
final class LatexMlMarkup {
  /** With which all of its class names begin. */
  static final String PREFIX = "ltx_";

  private static final String LANGUAGE = "ltx_lst_language_";
  private static final Map<String, String> TAGS =
      Map.of(
          "ltx_tabular", "table",
          "ltx_thead", "tbody",
          "ltx_tbody", "tbody",
          "ltx_tfoot", "tbody",
          "ltx_tr", "tr",
          "ltx_td", "td",
          "ltx_p", "p");

  private LatexMlMarkup() {}

  static void rewrite(Element paper) {
    List<Element> equations = new ArrayList<>();
    List<Element> listings = new ArrayList<>();
    for (Element e : paper.getAllElements()) {
      if (e.normalName().equals("math")) {
        source(e);
      } else if (e.attr("class").contains(PREFIX)) {
        Set<String> names = e.classNames();
        rename(e, names);
        style(e, names);
        if (names.contains("ltx_eqn_table")) {
          equations.add(e);
        } else if (names.contains("ltx_lstlisting")) {
          listings.add(e);
        }
      }
    }
    equations.forEach(LatexMlMarkup::equation);
    listings.forEach(LatexMlMarkup::listing);
  }

  /** LaTeXML breaks long sources by a comment sign at the line's end, as TeX allows. */
  private static void source(Element math) {
    Element annotation = math.selectFirst("annotation[encoding=application/x-tex]");
    String tex = annotation == null ? math.attr("alttext") : annotation.wholeText();
    String line = tex.replace("%\n", "").replace('\n', ' ').strip();
    if (!line.isEmpty()) {
      math.empty();
      math.attr("alttext", line);
    }
  }

  private static void rename(Element e, Set<String> names) {
    String tag = e.normalName();
    String meant = tag.equals("span") ? meant(names) : null;
    if (meant != null) {
      e.tagName(meant);
    } else if (Tags.headingLevel(tag) == 6 && names.contains("ltx_title_abstract")) {
      e.tagName("h2");
    }
  }

  private static @Nullable String meant(Set<String> names) {
    for (String name : names) {
      String tag = TAGS.get(name);
      if (tag != null) {
        return tag.equals("td") && names.contains("ltx_th") ? "th" : tag;
      }
    }
    return null;
  }

  /** A table shrunk to the page is moved far aside in its frame, which hides nothing. */
  private static void style(Element e, Set<String> names) {
    if (names.contains("ltx_transformed_outer") || names.contains("ltx_transformed_inner")) {
      e.removeAttr("style");
    } else if (e.attr("style").contains("--ltx-")) {
      String colours = e.attr("style").replace("--ltx-fg-color", "color");
      e.attr("style", colours.replace("--ltx-bg-color", "background-color"));
    }
  }

  /** Each row of an equation is a formula of its own; its number is left out. */
  private static void equation(Element table) {
    if (table.selectFirst("math[alttext]") == null) {
      return;
    }
    for (Element row : table.select("tr")) {
      String tex =
          row.select("math[alttext]").stream()
              .map(math -> math.attr("alttext").replaceFirst("^\\\\displaystyle\\s*", ""))
              .collect(Collectors.joining(" "));
      row.select(".ltx_eqn_eqno").remove();
      Element line = new Element("p");
      if (tex.isBlank()) {
        line.text(row.text());
      } else {
        line.appendElement("math").attr("display", "block").attr("alttext", tex);
      }
      table.before(line);
    }
    table.remove();
  }

  private static void listing(Element listing) {
    List<Element> lines = listing.select(".ltx_listingline");
    if (lines.isEmpty()) {
      return;
    }
    listing.select(".ltx_tag_listingline").remove();
    Element pre = new Element("pre");
    for (String name : listing.classNames()) {
      if (name.startsWith(LANGUAGE)) {
        pre.attr("data-lang", name.substring(LANGUAGE.length()).toLowerCase(Locale.ROOT));
      }
    }
    pre.appendText(
        lines.stream()
            .map(line -> line.wholeText().replace("\n", "").replace('\u00a0', ' '))
            .collect(Collectors.joining("\n")));
    listing.replaceWith(pre);
  }
}
