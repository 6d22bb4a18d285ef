package dev.mldigest.assemble.picture;

import java.util.List;

/**
 * A picture before it is drawn.
 *
 * @param title what it shows, in a few words
 * @param description its numbers in sentences: who does not see it misses nothing
 * @param marks in the order they are drawn
 * @param table its numbers
 */
public record Scene(
    int width, int height, String title, String description, List<Mark> marks, Table table) {
  public Scene {
    marks = List.copyOf(marks);
  }

  /** What stands for the picture where it is not seen. */
  public String alternative() {
    return title + ". " + description;
  }

  /**
   * Its numbers.
   *
   * @param head one cell a column
   * @param rows as many cells each; the first names the row
   */
  public record Table(List<String> head, List<List<String>> rows) {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
