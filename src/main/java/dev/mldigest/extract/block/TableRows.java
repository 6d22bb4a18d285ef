package dev.mldigest.extract.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The kept cells of a data table as rows in which each value stands in its own column: empty cells
 * hold their place, and what a cell says of several rows is said in each of them, so that a row can
 * be read alone. Linear: what is said again is bounded.
 */
final class TableRows {
  /** The widest table of 695 pages has 19; a span of thousands costs no more than this. */
  static final int MOST_COLUMNS = 100;

  /** A longer cell is not said again. */
  private static final int LONGEST_AGAIN = 80;

  /** Characters of a table that are said again. */
  private static final int MOST_AGAIN = 20_000;

  private final Function<Block, String> written;
  private final List<List<String>> rows = new ArrayList<>();
  private final @Nullable Block[] above = new Block[MOST_COLUMNS];
  private int again;
  private int line;

  private TableRows(Function<Block, String> written) {
    this.written = written;
  }

  /** Where the cells of the table end that begins at a place. */
  static int end(List<Block> kept, int from) {
    Block.Cell first = Objects.requireNonNull(kept.get(from).cell);
    int to = from;
    while (to < kept.size()) {
      Block.Cell cell = kept.get(to).cell;
      if (cell == null || !cell.table().equals(first.table())) {
        break;
      }
      to++;
    }
    return to;
  }

  /**
   * The rows; a row ends with its last value.
   *
   * @param cells of one table, in its order
   */
  static List<List<String>> of(List<Block> cells, Function<Block, String> written) {
    TableRows rows = new TableRows(written);
    Element row = null;
    for (Block block : cells) {
      Block.Cell cell = Objects.requireNonNull(block.cell);
      if (!cell.row().equals(row)) {
        rows.close();
        rows.rows.add(new ArrayList<>());
        rows.line = cell.line();
        row = cell.row();
      }
      rows.add(block, cell);
    }
    rows.close();
    return rows.rows;
  }

  private void add(Block block, Block.Cell cell) {
    List<String> row = rows.getLast();
    while (row.size() < Math.min(cell.column(), MOST_COLUMNS)) {
      row.add(fromAbove(row.size()));
    }
    if (cell.column() < MOST_COLUMNS) {
      above[cell.column()] = block;
    }
    row.add(written.apply(block));
  }

  private void close() {
    if (rows.isEmpty()) {
      return;
    }
    List<String> row = rows.getLast();
    for (int column = row.size(); column < MOST_COLUMNS; column++) {
      String value = fromAbove(column);
      if (!value.isEmpty()) {
        while (row.size() < column) {
          row.add("");
        }
        row.add(value);
      }
    }
  }

  private String fromAbove(int column) {
    Block block = above[column];
    Block.Cell cell = block == null ? null : block.cell;
    if (block == null || cell == null || (cell.rows() > 0 && line >= cell.line() + cell.rows())) {
      return "";
    }
    if (cell.rows() == 1 || line == cell.line() || block.text.length() > LONGEST_AGAIN) {
      return "";
    }
    String value = written.apply(block);
    again += value.length();
    return again > MOST_AGAIN ? "" : value;
  }
}
