package dev.mldigest.assemble.plain;

import dev.mldigest.text.Columns;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table as text: in columns where they fit, else row by row, each cell behind its heading. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private boolean headed;

  TextTable(Node table, TextWords words) {
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      headed |= part instanceof TableHead;
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          List<String> cells = new ArrayList<>();
          for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(words.of(cell).strip());
          }
          rows.add(cells);
        }
      }
    }
  }

  List<String> lines(int width) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] wide = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        wide[i] = Math.max(wide[i], Columns.of(row.get(i)));
      }
    }
    int all = GAP.length() * Math.max(0, columns - 1);
    for (int one : wide) {
      all += one;
    }
    return all <= width ? columns(wide) : cells(width);
  }

  private List<String> columns(int[] wide) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(i == 0 ? "" : GAP).append(Columns.padded(row.get(i), wide[i]));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private List<String> cells(int width) {
    List<String> lines = new ArrayList<>();
    List<String> heads = headed ? rows.getFirst() : List.of();
    for (List<String> row : rows.subList(headed ? 1 : 0, rows.size())) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      for (int i = 0; i < row.size(); i++) {
        String head = i < heads.size() ? heads.get(i) + ": " : "";
        lines.addAll(Columns.wrapped(head + row.get(i), width));
      }
    }
    return lines;
  }
}
