package dev.mldigest.page.view;

import java.util.List;

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
   */
  public record Line(int number, String when, String who, String what, boolean undone) {}
}
