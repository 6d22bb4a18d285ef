package dev.mldigest.assemble.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which sources carried one story, and when: a strip of time for each report. */
final class StoryPicture {
  /** More reports of one story say no more; the table has all. */
  private static final int MOST = 20;

  private static final double TOP = 52;
  private static final double ROW = 38;
  private static final double EDGE = 6;

  private final String story;
  private final List<Report> reports;
  private final DateTimeFormatter form;
  private final Canvas canvas = new Canvas();

  private StoryPicture(String story, List<Report> reports, ZoneId zone) {
    this.story = story;
    this.reports = reports.stream().sorted(Comparator.comparing(Report::date)).toList();
    this.form = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(zone);
  }

  static Scene of(String story, List<Report> reports, ZoneId zone) {
    return new StoryPicture(story, reports, zone).scene();
  }

  private Scene scene() {
    canvas.start(0, 16, story, Canvas.SIZE, Canvas.WIDTH);
    canvas.quiet(0, 34, summary(), Canvas.SMALL, Canvas.WIDTH);
    double y = TOP;
    for (Report report : reports.subList(0, Math.min(MOST, reports.size()))) {
      row(report, y);
      y += ROW;
    }
    return new Scene(
        Canvas.WIDTH,
        (int) Math.ceil(y),
        "Who carried the story",
        (story.isBlank() ? "" : Canvas.clean(story) + ": ") + description(),
        canvas.marks(),
        table());
  }

  private String summary() {
    long sources = reports.stream().map(Report::source).distinct().count();
    if (reports.isEmpty()) {
      return "No report of it is known.";
    }
    return Figures.of(reports.size(), "report", "reports")
        + " of "
        + Figures.of(sources, "source", "sources")
        + (reports.size() > 1 ? " within " + span() : "");
  }

  private String span() {
    Duration span = Duration.between(reports.getFirst().date(), reports.getLast().date());
    return span.toHours() < 48
        ? Figures.of(Math.max(1, span.toHours()), "hour", "hours")
        : Figures.of(span.toDays(), "day", "days");
  }

  private void row(Report report, double y) {
    Tone tone = report.linked() ? Tone.BLUE : Tone.INK;
    String name = report.source() + (report.linked() ? " (linked)" : "");
    canvas.start(0, y + 11, name, Canvas.SIZE, Canvas.WIDTH - 110);
    canvas.quietEnd(Canvas.WIDTH, y + 11, form.format(report.date()), Canvas.SMALL, 106);
    canvas.line(0, y + 24, Canvas.WIDTH, y + 24, Tone.FAINT);
    double from = x(reports.getFirst().date());
    double to = x(report.date());
    if (to > from) {
      canvas.bar(from, y + 23, to - from, 2, tone == Tone.BLUE ? Tone.BLUE : Tone.QUIET);
    }
    canvas.add(new Mark.Dot(to, y + 24, report.linked() ? EDGE : EDGE - 1.5, tone));
  }

  private double x(Instant date) {
    Instant first = reports.getFirst().date();
    double whole = Duration.between(first, reports.getLast().date()).toSeconds();
    double part = Duration.between(first, date).toSeconds();
    return EDGE + (whole <= 0 ? 0 : part / whole) * (Canvas.WIDTH - 2 * EDGE);
  }

  private String description() {
    List<String> all =
        reports.stream()
            .limit(MOST)
            .map(report ->
                Canvas.clean(report.source())
                    + (report.linked() ? " (linked) " : " ")
                    + form.format(report.date()))
            .toList();
    return all.isEmpty() ? summary() : summary() + ": " + String.join("; ", all) + ".";
  }

  private Scene.Table table() {
    return new Scene.Table(
        List.of("source", "date", "linked"),
        reports.stream()
            .map(report ->
                List.of(
                    Canvas.clean(report.source()),
                    form.format(report.date()),
                    report.linked() ? "yes" : ""))
            .toList());
  }
}
