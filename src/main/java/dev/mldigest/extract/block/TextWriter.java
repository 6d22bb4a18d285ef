package dev.mldigest.extract.block;

import java.util.ArrayList;
import java.util.List;

/** Kept blocks as plain text: one newline between blocks, the cells of a row on one line. */
final class TextWriter {
  private TextWriter() {}

  static String write(List<Block> blocks) {
    List<Block> kept = new ArrayList<>(blocks);
    kept.removeIf(block -> !block.kept());
    StringBuilder out = new StringBuilder(length(kept));
    for (int i = 0; i < kept.size(); ) {
      Block block = kept.get(i);
      out.append(i == 0 ? "" : "\n");
      if (block.opensItem && block.item != null && block.item.ordered()) {
        out.append(block.item.number()).append(". ");
      }
      if (block.cell == null) {
        out.append(block.text);
        i++;
      } else {
        int to = TableRows.end(kept, i);
        table(TableRows.of(kept.subList(i, to), cell -> cell.text), out);
        i = to;
      }
    }
    return out.toString();
  }

  /** About how long it will be, so that it need not be copied again and again as it grows. */
  static int length(List<Block> kept) {
    int length = 0;
    for (Block block : kept) {
      length += block.text.length() + 4;
    }
    return length;
  }

  /** Columns without a value anywhere only lay a table out; a value alone needs no column. */
  private static void table(List<List<String>> rows, StringBuilder out) {
    boolean[] filled = new boolean[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        filled[i] |= !row.get(i).isEmpty();
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      List<String> values = new ArrayList<>();
      for (int j = 0; j < rows.get(i).size(); j++) {
        if (filled[j]) {
          values.add(rows.get(i).get(j));
        }
      }
      boolean alone = values.stream().filter(value -> !value.isEmpty()).count() == 1;
      String line = String.join(alone ? "" : " | ", values);
      out.append(i == 0 ? "" : "\n").append(line.stripLeading());
    }
  }
}
