package dev.mldigest.extract.block;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kept blocks as Markdown (CommonMark with GFM tables), one blank line between blocks. */
final class MarkdownWriter {
  private final StringBuilder out;

  private MarkdownWriter(int length) {
    out = new StringBuilder(length);
  }

  static String write(List<Block> blocks) {
    List<Block> kept = new ArrayList<>(blocks);
    kept.removeIf(block -> !block.kept());
    MarkdownWriter writer = new MarkdownWriter(TextWriter.length(kept));
    for (int i = 0; i < kept.size(); ) {
      if (kept.get(i).cell == null) {
        writer.block(kept.get(i++), i > 1 ? kept.get(i - 2) : null);
        continue;
      }
      int to = TableRows.end(kept, i);
      writer.table(
          TableRows.of(kept.subList(i, to), block -> block.markdown().replace("|", "\\|")));
      i = to;
    }
    return writer.out.toString();
  }

  private void block(Block block, @Nullable Block before) {
    boolean tight = before != null && before.item != null && block.item != null && block.opensItem;
    switch (block.kind) {
      case HEADING ->
          paragraph(block, "#".repeat(Math.max(1, block.level)) + " " + block.markdown(), tight);
      case CODE -> paragraph(block, fenced(block), tight);
      case PARAGRAPH, CELL, CAPTION -> paragraph(block, escapeStart(block.markdown()), tight);
    }
  }

  private void paragraph(Block block, String lines, boolean tight) {
    String quote = block.quotes == 0 ? "" : "> ".repeat(block.quotes);
    if (!out.isEmpty()) {
      out.append(tight ? "\n" : "\n\n");
    }
    String indent = "";
    String first = "";
    Block.Item item = block.item;
    if (item != null) {
      String mark = item.ordered() ? item.number() + ". " : "- ";
      first = "    ".repeat(Math.max(0, item.depth() - 1)) + (block.opensItem ? mark : "    ");
      indent = "    ".repeat(item.depth());
    }
    if (lines.indexOf('\n') < 0) {
      out.append(quote).append(first).append(lines);
      return;
    }
    boolean start = true;
    for (String line : lines.split("\n", -1)) {
      out.append(start ? "" : "\n").append(quote).append(start ? first : indent).append(line);
      start = false;
    }
  }

  private static String fenced(Block block) {
    int longest = 0;
    int run = 0;
    String code = block.text;
    for (int i = 0; i < code.length(); i++) {
      run = code.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(Math.max(3, longest + 1));
    return fence + block.language + "\n" + code + "\n" + fence;
  }

  /** Characters that would begin another kind of block. */
  private static String escapeStart(String line) {
    char c = line.charAt(0);
    if (c == '#' || c == '>' || c == '+' || c == '-' || c == '=' || c == '~' || c == '|') {
      return "\\" + line;
    }
    int digits = 0;
    while (digits < line.length() && digits < 10 && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    boolean numbered =
        digits > 0
            && digits < line.length()
            && (line.charAt(digits) == '.' || line.charAt(digits) == ')');
    return numbered ? line.substring(0, digits) + "\\" + line.substring(digits) : line;
  }

  private void table(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(1);
    out.append(out.isEmpty() ? "" : "\n\n");
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), columns);
      out.append(i == 0 ? "\n|" + " --- |".repeat(columns) : "");
      out.append(i + 1 < rows.size() ? "\n" : "");
    }
  }

  private void row(List<String> cells, int columns) {
    out.append('|');
    for (int i = 0; i < columns; i++) {
      out.append(' ').append(i < cells.size() ? cells.get(i) : "").append(" |");
    }
  }
}
