package dev.mldigest.assemble.picture;

import dev.mldigest.text.Markup;
import java.util.List;
import java.util.stream.Collectors;

/** A picture within a page, with its numbers as a table that can be opened. */
public final class FigureHtml {
  private FigureHtml() {}

  public static String of(Scene scene) {
    return "<figure>\n"
        + Svg.of(scene)
        + "\n<details>\n<summary>"
        + Markup.escaped(scene.title())
        + "</summary>\n"
        + table(scene.table())
        + "</details>\n</figure>\n";
  }

  /** The numbers alone. */
  public static String table(Scene.Table table) {
    return "<table>\n<thead><tr>"
        + cells(table.head(), "<th scope=\"col\">", "</th>")
        + "</tr></thead>\n<tbody>\n"
        + table.rows().stream().map(FigureHtml::row).collect(Collectors.joining())
        + "</tbody>\n</table>\n";
  }

  private static String row(List<String> row) {
    return row.isEmpty()
        ? ""
        : "<tr><th scope=\"row\">"
            + Markup.escaped(row.getFirst())
            + "</th>"
            + cells(row.subList(1, row.size()), "<td>", "</td>")
            + "</tr>\n";
  }

  /** A heading of nothing is none (an empty one says nothing to a screen reader). */
  private static String cells(List<String> cells, String open, String close) {
    return cells.stream()
        .map(cell -> cell.isEmpty() ? "<td></td>" : open + Markup.escaped(cell) + close)
        .collect(Collectors.joining());
  }
}
