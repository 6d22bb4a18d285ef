package dev.mldigest.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how often a filter's answer is the label: precision, recall and who was taken for whom.
 */
public final class FilterScore {
  static final List<String> LABELS =
      List.of("beginner", "click-bait", "sponsored", "job", "language");

  /** One share of a whole, with its Wilson 95 % interval. */
  public record Share(int part, int whole) {
    public double value() {
      return whole == 0 ? 1 : (double) part / whole;
    }

    @Override
    public String toString() {
      double z = 1.96;
      double n = Math.max(1, whole);
      double middle = (value() + z * z / (2 * n)) / (1 + z * z / n);
      double half =
          z / (1 + z * z / n) * Math.sqrt(value() * (1 - value()) / n + z * z / (4 * n * n));
      return "%.3f [%.2f, %.2f]"
          .formatted(value(), Math.max(0, middle - half), Math.min(1, middle + half));
    }
  }

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  public void add(String label, String answer) {
    counts.computeIfAbsent(label, key -> new TreeMap<>()).merge(answer, 1, Integer::sum);
  }

  private int count(String label, String answer) {
    return counts.getOrDefault(label, Map.of()).getOrDefault(answer, 0);
  }

  private int labelled(String label) {
    return counts.getOrDefault(label, Map.of()).values().stream().mapToInt(n -> n).sum();
  }

  public Share precision(String label) {
    int answered = counts.keySet().stream().mapToInt(other -> count(other, label)).sum();
    return new Share(count(label, label), answered);
  }

  public Share recall(String label) {
    return new Share(count(label, label), labelled(label));
  }

  /** How many of those to keep were not cut by any filter. */
  public Share kept() {
    return recall(LabelledSet.KEEP);
  }

  /** How many of all that were cut should have been, whatever the filter called them. */
  public Share cutPrecision() {
    int wrong = labelled(LabelledSet.KEEP) - count(LabelledSet.KEEP, LabelledSet.KEEP);
    int right = cut();
    return new Share(right, right + wrong);
  }

  /** How many of all that should be cut were, whatever the filter called them. */
  public Share cutRecall() {
    return new Share(cut(), LABELS.stream().mapToInt(this::labelled).sum());
  }

  private int cut() {
    return LABELS.stream()
        .mapToInt(label -> labelled(label) - count(label, LabelledSet.KEEP))
        .sum();
  }

  private static double f1(Share precision, Share recall) {
    double sum = precision.value() + recall.value();
    return sum == 0 ? 0 : 2 * precision.value() * recall.value() / sum;
  }

  /** The figures, then one row per label with what it was answered. */
  public String table(String name) {
    List<String> lines = new ArrayList<>();
    lines.add(name);
    lines.add(line("", "precision", "recall", "F1"));
    for (String label : LABELS) {
      lines.add(figures(label, precision(label), recall(label)));
    }
    lines.add(figures("any filter", cutPrecision(), cutRecall()));
    lines.add(line("kept of keep", "", kept().toString(), ""));
    List<String> answers = new ArrayList<>(LABELS);
    answers.addFirst(LabelledSet.KEEP);
    lines.add("  is \\ taken for  " + String.join(" ", answers));
    for (String label : answers) {
      StringBuilder row = new StringBuilder("  %-15s".formatted(label));
      answers.forEach(answer ->
          row.append(("%" + (answer.length() + 1) + "d").formatted(count(label, answer))));
      lines.add(row.toString());
    }
    return String.join("\n", lines);
  }

  private static String figures(String name, Share precision, Share recall) {
    String f1 = String.format(Locale.ROOT, "%.3f", f1(precision, recall));
    return line(name, precision.toString(), recall.toString(), f1);
  }

  private static String line(String name, String precision, String recall, String f1) {
    return "  %-13s %-20s %-20s %s".formatted(name, precision, recall, f1);
  }
}
