package dev.mldigest.select.filter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Posts of vendors and practitioners, and pages of this field, each with doubts that were learned
 * without its site, or without any page of the field.
 */
public final class HeldOutDoubts {
  /** The posts, labelled by a reader. */
  public static final String POSTS = Lessons.POSTS;

  /** The pages of this field, written for a search or not. */
  public static final String FIELD = "field";

  private HeldOutDoubts() {}

  /**
   * @param doubts that saw none of the lessons
   */
  public record Part(Doubts doubts, List<Lesson> lessons) {}

  /**
   * @param set {@link #POSTS} or {@link #FIELD}
   */
  public static List<Part> of(Path corpora, String set) throws IOException {
    List<Lesson> own = Lessons.strong(Lessons.own());
    List<Lesson> others = Lessons.ofOthers(corpora);
    List<Lesson> asked = others.stream().filter(lesson -> isOf(set, lesson)).toList();
    List<Part> parts = new ArrayList<>();
    for (String held : new TreeSet<>(asked.stream().map(Lesson::part).toList())) {
      List<Lesson> part = asked.stream().filter(lesson -> lesson.part().equals(held)).toList();
      Set<Lesson> unseen = Set.copyOf(part);
      FilterModel learned =
          FilterTrainer.WIDE.learn(
              Stream.of(own, others)
                  .flatMap(List::stream)
                  .filter(lesson -> !unseen.contains(lesson))
                  .toList());
      List<Lesson> told = part.stream().filter(lesson -> !lesson.lead().isEmpty()).toList();
      parts.add(new Part(new Doubts(Set.of(), learned), told));
    }
    return parts;
  }

  private static boolean isOf(String set, Lesson lesson) {
    return set.equals(POSTS)
        ? lesson.set().equals(Lessons.POSTS)
        : lesson.set().equals(Lessons.PAGES) && lesson.part().equals(FIELD);
  }
}
