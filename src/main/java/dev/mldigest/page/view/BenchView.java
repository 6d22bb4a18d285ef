package dev.mldigest.page.view;

import java.util.List;

/** What the ranking left just outside, by section, best first. */
public record BenchView(List<Row> rows) {
  public BenchView {
    rows = List.copyOf(rows);
  }

  public record Row(String section, List<Seat> seats) {
    public Row {
      seats = List.copyOf(seats);
    }
  }

  /**
   * @param line its source, and when it was published
   * @param out title of the item whose place it would take; empty where it would come besides
   * @param outId its id
   */
  public record Seat(
      String id, String title, String link, String line, String score, String out, String outId) {}
}
