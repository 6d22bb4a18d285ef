package dev.mldigest.extract;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Tells a table of data from one that only lays out a page. The walk stops at a nested table, so
 * that nested tables are each walked once.
 */
final class DataTable implements NodeFilter {
  private int rows;
  private int cells;
  private int paragraphs;
  private boolean layout;

  private DataTable() {}

  static boolean is(Element table) {
    if (table.attr("role").equals("presentation") || table.attr("role").equals("none")) {
      return false;
    }
    DataTable walk = new DataTable();
    NodeTraversor.filter(walk, table);
    return !walk.layout
        && walk.rows > 0
        && walk.cells > walk.rows
        && walk.paragraphs <= walk.cells * 2;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (!(node instanceof Element e) || depth == 0) {
      return FilterResult.CONTINUE;
    }
    switch (e.normalName()) {
      case "tr" -> rows++;
      case "td", "th" -> cells++;
      case "p", "div" -> paragraphs++;
      case "table", "pre", "h1", "h2", "h3", "blockquote", "form", "article" -> layout = true;
      default -> {}
    }
    return layout ? FilterResult.STOP : FilterResult.CONTINUE;
  }
}
