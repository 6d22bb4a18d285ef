package dev.mldigest.select.story.same;

import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.piece.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which reports tell the same story. First the certain cases: one address, one text. Then {@link
 * Linkage} on TF-IDF vectors of title, lead and address, in one configuration for headlines of
 * eight words and articles of three hundred: what it asks for goes by length. {@link Facts} veto.
 * The answer depends on neither the order nor the ids of the reports. The hour of a report says
 * nothing here: reports of one story come within minutes and within days.
 */
public final class SameStory {
  /** Likeness from which two stories that stayed apart are nearly one. */
  private static final double CONTESTED = 0.8;

  private SameStory() {}

  /**
   * The number of the story of each piece, in the pieces' order; stories are numbered from 0 by
   * first appearance.
   */
  public static int[] group(List<Piece> pieces) {
    return group(pieces, Embeddings.NONE);
  }

  public static int[] group(List<Piece> pieces, Embeddings embeddings) {
    return told(pieces, embeddings).stories().stream().mapToInt(story -> story).toArray();
  }

  /**
   * Two stories that are nearly one.
   *
   * @param one place of a piece of the one story
   * @param other place of a piece of the other
   * @param likeness as {@link Linkage} has it
   */
  public record Contested(int one, int other, double likeness) {}

  /** The stories, and which of them are nearly one, the surest first. */
  public record Told(List<Integer> stories, List<Contested> contested) {}

  /** Groups, and names what it was nearly undecided on. */
  public static Told told(List<Piece> pieces) {
    return told(pieces, Embeddings.NONE);
  }

  public static Told told(List<Piece> pieces, Embeddings embeddings) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, pieces.size()).boxed().toList());
    order.sort(Comparator.comparing(pieces::get, CONTENT));
    Linkage.Clusters found =
        Linkage.cluster(
            ReportNodes.of(order.stream().map(pieces::get).toList(), embeddings), CONTESTED);
    int[] stories = new int[pieces.size()];
    for (int i = 0; i < stories.length; i++) {
      stories[order.get(i)] = found.labels().get(i);
    }
    List<Contested> contested =
        found.near().stream()
            .map(near ->
                new Contested(order.get(near.one()), order.get(near.other()), near.likeness()))
            .sorted(Comparator.comparingDouble(pair -> -pair.likeness()))
            .toList();
    return new Told(Arrays.stream(renumbered(stories)).boxed().toList(), contested);
  }

  /** By content, so that neither order nor ids decide a tie; ids only part what is identical. */
  private static final Comparator<Piece> CONTENT =
      Comparator.comparing(Piece::title)
          .thenComparing(Piece::text)
          .thenComparing(piece -> String.valueOf(piece.url()))
          .thenComparing(piece -> String.valueOf(piece.publisher()))
          .thenComparing(piece -> String.valueOf(piece.canonical()))
          .thenComparing(Piece::id);

  private static int[] renumbered(int[] labels) {
    Map<Integer, Integer> order = new HashMap<>();
    int[] numbers = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      numbers[i] = order.computeIfAbsent(labels[i], label -> order.size());
    }
    return numbers;
  }
}
