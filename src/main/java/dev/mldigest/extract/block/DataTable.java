package dev.mldigest.extract.block;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Tells a table of data from one that only lays out a page, and keeps or drops it whole. The walk
 * stops at a nested table, so that nested tables are each walked once.
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

  /**
   * A table without some of its values says something else: what was kept of the greater part of it
   * is kept of all, but for what is furniture by its name.
   */
  static void whole(List<Block> blocks) {
    for (int from = 0; from < blocks.size(); ) {
      if (blocks.get(from).cell == null) {
        from++;
        continue;
      }
      int to = TableRows.end(blocks, from);
      List<Block> cells = blocks.subList(from, to);
      int all = cells.stream().mapToInt(block -> block.length).sum();
      int kept = cells.stream().filter(Block::kept).mapToInt(block -> block.length).sum();
      if (2 * kept >= all) {
        cells.stream().filter(cell -> cell.furniture == null).forEach(cell -> cell.drop = null);
      }
      from = to;
    }
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
