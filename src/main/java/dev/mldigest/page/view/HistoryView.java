package dev.mldigest.page.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an item, the newest first.
 *
 * @param earlier how many there are before those
 */
public record HistoryView(String title, List<Line> lines, int earlier) {
  public HistoryView {
    lines = List.copyOf(lines);
  }

  /**
   * @param undone true if it was taken back
   * @param text that the editor wrote; null where none was
   */
  public record Line(
      int number, String when, String who, String what, boolean undone, @Nullable Text text) {}

  /**
   * What can be written on.
   *
   * @param act what it was to be, as the page's script names acts
   */
  public record Text(String act, String item, String words) {}
}
