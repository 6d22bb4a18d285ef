package dev.mldigest.select.story.same;

import dev.mldigest.select.piece.SparseVector;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report as {@link Linkage} sees it.
 *
 * @param vector of unit length
 * @param length 0 for a headline, 1 for a long text
 * @param keys nodes that share one are merged whatever else they say
 * @param rare the terms few others have
 * @param names the names it mentions
 * @param cased whether its script tells names by capitals
 * @param publisher who published it, or null
 */
record ReportNode(
    SparseVector vector,
    double length,
    Facts facts,
    List<String> keys,
    Set<Integer> rare,
    Set<String> names,
    boolean cased,
    @Nullable String publisher,
    Span span) {
  /** Rare terms that two reports must share before their likeness is looked at. */
  private static final int SHARED = 2;

  /** A publisher rarely tells one story twice: its own reports must be this much alike. */
  private static final double OWN_REPEAT = 0.8;

  /** True if the two are not too far apart in time to be neighbours. */
  boolean isOfTime(ReportNode other) {
    return span.isNear(other.span, (length + other.length) / 2);
  }

  /** True if the two may be neighbours at all. */
  boolean mayTellOf(ReportNode other) {
    long shared = rare.stream().filter(other.rare::contains).limit(SHARED).count();
    boolean own = publisher != null && publisher.equals(other.publisher);
    return isOfTime(other)
        && (shared >= SHARED || facts.agrees(other.facts))
        && (!own || vector.dot(other.vector) >= OWN_REPEAT);
  }
}
