package dev.mldigest.config.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects mistakes with their places, so that an editor sees all of them at once. */
public final class Mistakes {
  /** A file of another format has thousands; fifty tell the story. */
  private static final int MOST = 50;

  private record Mistake(int line, int column, String text) {}

  private final String file;
  private final List<Mistake> found = new ArrayList<>();
  private int more;

  public Mistakes(String file) {
    this.file = file;
  }

  public void at(Node node, String sentence) {
    at(node.getStartMark(), sentence);
  }

  /** YAML marks count from 0, editors from 1. */
  public void at(Optional<Mark> mark, String sentence) {
    at(mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, sentence);
  }

  public void at(int line, int column, String sentence) {
    add(new Mistake(line, column, file + ":" + line + ":" + column + ": " + sentence));
  }

  /** A mistake that has no place in the file: the file itself, or an environment variable. */
  public void of(String subject, String sentence) {
    add(new Mistake(0, 0, subject + ": " + sentence));
  }

  public boolean none() {
    return found.isEmpty();
  }

  /** In the order of the file. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column))
        .forEach(mistake -> lines.add(mistake.text()));
    if (more > 0) {
      lines.add(file + ": and " + more + " more");
    }
    return lines;
  }

  private void add(Mistake mistake) {
    if (found.size() < MOST) {
      found.add(mistake);
    } else {
      more++;
    }
  }
}
