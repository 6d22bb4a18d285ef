package dev.mldigest.extract.block;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The tables that are open where a page is being read, and where in each the reading stands. */
final class TableLevels {
  private final Deque<Level> open = new ArrayDeque<>();

  void open(Element table) {
    open.push(new Level(table, DataTable.is(table) && !isInData()));
  }

  void close() {
    open.poll();
  }

  boolean isInData() {
    Level table = open.peek();
    return table != null && table.data;
  }

  boolean isInCellOfData() {
    Level table = open.peek();
    return table != null && table.data && table.inCell;
  }

  /** No cell spans beyond its group of rows. */
  void openGroup() {
    Level table = open.peek();
    if (table != null) {
      Arrays.fill(table.free, 0);
    }
  }

  void openRow(Element row) {
    Level table = open.peek();
    if (table != null) {
      table.openRow(row);
    }
  }

  void openCell(Element cell) {
    Level table = open.peek();
    if (table != null) {
      table.openCell(cell);
    }
  }

  /** The cell that ends here; null if it is none of a table of data. */
  Block.@Nullable Cell closeCell() {
    Level table = open.peek();
    if (table == null) {
      return null;
    }
    table.inCell = false;
    return table.data && table.row != null
        ? new Block.Cell(table.table, table.row, table.column, table.line, table.rows)
        : null;
  }

  private static final class Level {
    final Element table;
    final boolean data;
    @Nullable Element row;
    int line = -1;
    int column;
    int rows;
    boolean inCell;

    /** The next cell of the row begins here, or behind what spans into the row from above. */
    private int next;

    /** For each column the first line that is free again. */
    private final int[] free = new int[TableRows.MOST_COLUMNS];

    Level(Element table, boolean data) {
      this.table = table;
      this.data = data;
    }

    void openRow(Element e) {
      row = e;
      line++;
      next = 0;
    }

    /** HTML standard, section 4.9.12.1: the algorithm for processing rows. */
    void openCell(Element e) {
      while (next < free.length && free[next] > line) {
        next++;
      }
      column = next;
      rows = span(e, "rowspan");
      // What stands beyond is read without a column of its own.
      next = Math.min(free.length, next + Math.max(1, span(e, "colspan")));
      // Of "0" rows: to the end of the group.
      Arrays.fill(free, column, next, rows == 0 ? Integer.MAX_VALUE : line + rows);
      inCell = true;
    }

    private static int span(Element e, String name) {
      String span = e.attr(name).strip();
      return !span.isEmpty() && span.matches("\\d{1,5}") ? Integer.parseInt(span) : 1;
    }
  }
}
