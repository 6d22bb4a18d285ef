package dev.mldigest.assemble.picture;

import dev.mldigest.assemble.picture.SourceWeeks.OneWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The health of the sources: a small line of bars each, to its own scale, and a cross where it
 * could not be read. What fails now comes first, then what brings most.
 */
final class SourcesPicture {
  /** Two screens; the table has all. */
  private static final int MOST = 50;

  private static final String NONE = "No source was asked yet.";
  private static final double TOP = 34;
  private static final double ROW = 24;
  private static final double NAMES = 190;
  private static final double VALUES = 56;
  private static final double HIGHEST = 16;

  private final List<SourceWeeks> sources;
  private final int weeks;
  private final Canvas canvas = new Canvas();

  private SourcesPicture(List<SourceWeeks> sources) {
    this.sources =
        sources.stream()
            .sorted(
                Comparator.comparing(SourceWeeks::fails)
                    .thenComparingLong(SourceWeeks::failures)
                    .thenComparingInt(SourceWeeks::entries)
                    .reversed())
            .toList();
    this.weeks = sources.stream().mapToInt(source -> source.weeks().size()).max().orElse(0);
  }

  static Scene of(List<SourceWeeks> sources) {
    return new SourcesPicture(sources).scene();
  }

  private Scene scene() {
    String span = Figures.of(weeks, "week", "weeks");
    canvas.start(
        0, 16, "Entries of each source, " + span + ", newest right", Canvas.SIZE, Canvas.WIDTH);
    double y = TOP;
    List<SourceWeeks> shown = sources.subList(0, Math.min(MOST, sources.size()));
    for (SourceWeeks source : shown) {
      row(source, y);
      y += ROW;
    }
    canvas.quiet(0, y + 14, note(shown.size()), Canvas.SMALL, Canvas.WIDTH);
    y += 22;
    return new Scene(
        Canvas.WIDTH,
        (int) Math.ceil(y),
        "Sources over " + span,
        description(shown),
        canvas.marks(),
        table());
  }

  private String note(int shown) {
    if (sources.isEmpty()) {
      return NONE;
    }
    boolean failures = sources.stream().anyMatch(source -> source.failures() > 0);
    return (failures ? "× could not be read in that week. " : "")
        + "Each row to its own scale."
        + (shown < sources.size()
            ? " %s more stand in the table.".formatted(Figures.count(sources.size() - shown))
            : "");
  }

  private void row(SourceWeeks source, double y) {
    canvas.start(0, y + 15, source.name(), Canvas.SIZE, NAMES - 12);
    canvas.end(Canvas.WIDTH, y + 15, Figures.count(source.entries()), Canvas.SIZE, VALUES - 8);
    double column = (Canvas.WIDTH - NAMES - VALUES) / Math.max(1, weeks);
    double ground = y + 19;
    int most = source.weeks().stream().mapToInt(OneWeek::entries).max().orElse(0);
    canvas.line(NAMES, ground, Canvas.WIDTH - VALUES, ground, Tone.FAINT);
    for (int i = 0; i < source.weeks().size(); i++) {
      OneWeek week = source.weeks().get(i);
      double left = NAMES + (weeks - source.weeks().size() + i) * column;
      if (week.failed()) {
        double radius = Math.min(4, column / 3);
        canvas.add(new Mark.Cross(left + column / 2, ground - 7, radius, Tone.VERMILION));
      } else if (week.entries() > 0) {
        double height = Math.max(1.5, HIGHEST * week.entries() / most);
        canvas.bar(left + column * 0.1, ground - height, column * 0.8, height, Tone.BLUE);
      }
    }
  }

  private String description(List<SourceWeeks> shown) {
    if (sources.isEmpty()) {
      return NONE;
    }
    List<String> failing =
        sources.stream()
            .filter(SourceWeeks::fails)
            .map(source -> Canvas.clean(source.name()))
            .toList();
    String health =
        failing.isEmpty()
            ? "All could be read in the last week. "
            : "Not read in the last week: " + Figures.listed(failing) + ". ";
    List<String> counts =
        shown.stream()
            .map(source -> Canvas.clean(source.name()) + " " + Figures.count(source.entries()))
            .toList();
    return Figures.of(sources.size(), "source", "sources")
        + ". "
        + health
        + "Entries: "
        + String.join(", ", counts)
        + ".";
  }

  private Scene.Table table() {
    List<String> head = new ArrayList<>(List.of("source"));
    sources.stream()
        .max(Comparator.comparingInt(source -> source.weeks().size()))
        .ifPresent(longest -> longest.weeks().forEach(week -> head.add(week.week().toString())));
    List<List<String>> rows = new ArrayList<>();
    for (SourceWeeks source : sources) {
      List<String> row = new ArrayList<>(List.of(Canvas.clean(source.name())));
      for (int i = source.weeks().size(); i < weeks; i++) {
        row.add("");
      }
      source
          .weeks()
          .forEach(week -> row.add(week.failed() ? "not read" : Figures.count(week.entries())));
      rows.add(row);
    }
    return new Scene.Table(head, rows);
  }
}
