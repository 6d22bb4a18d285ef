package dev.mldigest.assemble.picture;

import dev.mldigest.domain.issue.Explanation.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A score as the sum it is: each part begins where the one before it ended. */
final class Waterfall {
  /** What more there is, is told as one sum: it is the small ones. */
  private static final int MOST = 12;

  private static final double ROW = 38;
  private static final double TOP = 34;
  private static final double BAR = 10;

  /** Pixels right of the bars that the values have for themselves. */
  private static final double VALUES = 64;

  private static final double BARS = Canvas.WIDTH - VALUES;

  /** Below that a part shows as a line, so that none shows as nothing. */
  private static final double THINNEST = 2;

  private final List<Part> parts;
  private final double score;
  private final double least;
  private final double most;
  private final Canvas canvas = new Canvas();

  private Waterfall(List<Part> parts, double score) {
    this.parts = parts;
    this.score = score;
    double low = Math.min(0, score);
    double high = Math.max(0, score);
    double at = 0;
    for (Part part : parts) {
      at += part.value();
      low = Math.min(low, at);
      high = Math.max(high, at);
    }
    this.least = low;
    this.most = high > low ? high : low + 1;
  }

  static Scene of(double score, List<Part> all) {
    return new Waterfall(shown(all), score).scene();
  }

  /** In their own order; of many the strongest. */
  private static List<Part> shown(List<Part> all) {
    List<Part> known = all.stream().filter(part -> Double.isFinite(part.value())).toList();
    if (known.size() <= MOST) {
      return known;
    }
    List<Part> strongest =
        known.stream()
            .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.value())))
            .limit(MOST - 1L)
            .toList();
    List<Part> shown = new ArrayList<>(known);
    shown.retainAll(strongest);
    List<Part> rest = new ArrayList<>(known);
    rest.removeAll(strongest);
    double sum = rest.stream().mapToDouble(Part::value).sum();
    shown.add(new Part(rest.size() + " smaller parts", sum));
    return shown;
  }

  private Scene scene() {
    canvas.start(0, 16, "Why it scored " + Figures.value(score), Canvas.SIZE, Canvas.WIDTH);
    double height = TOP + (parts.size() + 1) * ROW;
    if (least < 0) {
      canvas.line(x(0), TOP, x(0), height - 6, Tone.FAINT);
    }
    double at = 0;
    double y = TOP;
    for (Part part : parts) {
      row(y, part.name(), Figures.signed(part.value()));
      bar(y, at, at + part.value(), part.value() < 0 ? Tone.VERMILION : Tone.BLUE);
      at += part.value();
      canvas.line(x(at), y + 17 + BAR, x(at), y + ROW + 17, Tone.FAINT);
      y += ROW;
    }
    row(y, "score", Figures.value(score));
    bar(y, 0, score, Tone.QUIET);
    return new Scene(
        Canvas.WIDTH,
        (int) Math.ceil(height),
        "Score waterfall",
        description(),
        canvas.marks(),
        table());
  }

  private void row(double y, String name, String value) {
    canvas.start(0, y + 12, name, Canvas.SIZE, BARS - 8);
    canvas.end(Canvas.WIDTH, y + 12, value, Canvas.SIZE, VALUES);
  }

  private void bar(double y, double from, double to, Tone tone) {
    double left = Math.min(x(from), x(to));
    double width = Math.max(THINNEST, Math.abs(x(to) - x(from)));
    canvas.bar(Math.min(left, BARS - width), y + 17, width, BAR, tone);
  }

  private double x(double value) {
    return (value - least) / (most - least) * BARS;
  }

  private String description() {
    return parts.isEmpty()
        ? "The score " + Figures.value(score) + "; of what it is made is not known."
        : "The score %s is the sum of %s."
            .formatted(
                Figures.value(score),
                parts.stream()
                    .map(part -> Figures.signed(part.value()) + " " + Canvas.clean(part.name()))
                    .collect(Collectors.joining(", ")));
  }

  private Scene.Table table() {
    List<List<String>> rows = new ArrayList<>();
    parts.forEach(
        part -> rows.add(List.of(Canvas.clean(part.name()), Figures.signed(part.value()))));
    rows.add(List.of("score", Figures.value(score)));
    return new Scene.Table(List.of("part", "value"), rows);
  }
}
