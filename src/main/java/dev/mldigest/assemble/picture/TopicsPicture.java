package dev.mldigest.assemble.picture;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many items each topic had in each of the last issues: small bars of one scale. */
final class TopicsPicture {
  /** A quarter of a year fits beside each other with a number over each bar. */
  static final int WEEKS = 12;

  /** More rows than a newsletter has sections; the rest is in the table. */
  private static final int MOST = 12;

  private static final String NONE = "There is no issue with items yet.";
  private static final double TOP = 34;
  private static final double ROW = 64;
  private static final double HIGHEST = 24;
  private static final double COLUMN = Canvas.WIDTH / (double) WEEKS;

  private final List<Week> weeks;
  private final Map<Week, Map<String, Integer>> items;
  private final int most;
  private final Labels labels;

  /** Ours; in other languages only what labels say is shown, and numbers. */
  private final boolean english;

  private final Canvas canvas = new Canvas();

  private TopicsPicture(Map<Week, Map<String, Integer>> all, Labels labels) {
    this.labels = labels;
    this.english = labels.locale().getLanguage().equals("en");
    List<Week> sorted = all.keySet().stream().sorted().toList();
    this.weeks = sorted.subList(Math.max(0, sorted.size() - WEEKS), sorted.size());
    this.items = all;
    this.most =
        weeks.stream()
            .flatMap(week -> all.getOrDefault(week, Map.of()).values().stream())
            .max(Comparator.naturalOrder())
            .orElse(0);
  }

  static Scene of(Map<Week, Map<String, Integer>> items, Labels labels) {
    return new TopicsPicture(new LinkedHashMap<>(items), labels).scene();
  }

  private Scene scene() {
    List<String> topics = topics();
    canvas.start(0, 16, heading(), Canvas.SIZE, Canvas.WIDTH);
    double y = TOP;
    for (String topic : topics.subList(0, Math.min(MOST, topics.size()))) {
      row(topic, y);
      y += ROW;
    }
    if (topics.isEmpty()) {
      canvas.quiet(0, y + 2, NONE, Canvas.SMALL, Canvas.WIDTH);
    } else {
      axis(y);
    }
    y += 14;
    return new Scene(
        Canvas.WIDTH,
        (int) Math.ceil(y),
        english ? "Topics of the last " + issues() : Canvas.clean(heading()),
        description(topics),
        canvas.marks(),
        table(topics));
  }

  private String heading() {
    return english && !labels.own().containsKey(Label.PICTURE_TOPICS.key())
        ? "Items by topic, the last " + issues() + ", newest right"
        : labels.of(Label.PICTURE_TOPICS);
  }

  private String sumOf(String topic) {
    return english ? Figures.of(sum(topic), "item", "items") : Figures.count(sum(topic));
  }

  private String issues() {
    return Figures.of(weeks.size(), "issue", "issues");
  }

  /** In the order of the newest issue that has them. */
  private List<String> topics() {
    Set<String> topics = new LinkedHashSet<>();
    weeks.reversed().forEach(week -> topics.addAll(items.getOrDefault(week, Map.of()).keySet()));
    return List.copyOf(topics);
  }

  private void row(String topic, double y) {
    canvas.start(0, y + 12, topic, Canvas.SIZE, Canvas.WIDTH - 70);
    canvas.quietEnd(Canvas.WIDTH, y + 12, sumOf(topic), Canvas.SMALL, 66);
    double ground = y + ROW - 8;
    canvas.line(0, ground, Canvas.WIDTH, ground, Tone.FAINT);
    for (int i = 0; i < weeks.size(); i++) {
      int count = count(weeks.get(i), topic);
      if (count > 0) {
        double height = HIGHEST * count / most;
        double middle = column(i);
        canvas.bar(middle - 11, ground - height, 22, height, last(i) ? Tone.VERMILION : Tone.BLUE);
        // Inside a tall bar a number would have to be light on dark: it stands above each.
        canvas.middle(middle, ground - height - 3, Figures.count(count), 10, COLUMN);
      }
    }
  }

  private void axis(double y) {
    for (int i = 0; i < weeks.size(); i++) {
      String name = "W%02d".formatted(weeks.get(i).number());
      canvas.middle(column(i), y + 6, name, 10, COLUMN);
    }
  }

  private boolean last(int i) {
    return i == weeks.size() - 1;
  }

  /** The newest always stands at the right. */
  private double column(int i) {
    return Canvas.WIDTH - (weeks.size() - i - 0.5) * COLUMN;
  }

  private int count(Week week, String topic) {
    return items.getOrDefault(week, Map.of()).getOrDefault(topic, 0);
  }

  private int sum(String topic) {
    return weeks.stream().mapToInt(week -> count(week, topic)).sum();
  }

  private String description(Collection<String> topics) {
    if (topics.isEmpty()) {
      return NONE;
    }
    List<String> all = new ArrayList<>();
    for (String topic : topics) {
      all.add(
          (english ? "%s %s (%d in %s)" : "%s %s (%d: %s)")
              .formatted(
                  Canvas.clean(topic),
                  sumOf(topic),
                  count(weeks.getLast(), topic),
                  weeks.getLast()));
    }
    if (!english) {
      return weeks.getFirst() + " – " + weeks.getLast() + ": " + String.join(", ", all) + ".";
    }
    return "From " + weeks.getFirst() + " to " + weeks.getLast() + ": " + Figures.listed(all) + ".";
  }

  private Scene.Table table(Collection<String> topics) {
    List<String> head = new ArrayList<>(List.of(english ? "topic" : ""));
    weeks.forEach(week -> head.add(week.toString()));
    List<List<String>> rows = new ArrayList<>();
    for (String topic : topics) {
      List<String> row = new ArrayList<>(List.of(Canvas.clean(topic)));
      weeks.forEach(week -> row.add(Figures.count(count(week, topic))));
      rows.add(row);
    }
    return new Scene.Table(head, rows);
  }
}
