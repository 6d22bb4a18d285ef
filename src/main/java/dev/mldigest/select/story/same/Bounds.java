package dev.mldigest.select.story.same;

/**
 * What grouping asks for, by words alone and with what headlines mean beside it: the cosine of two
 * meanings is seldom near 0, so all that is measured by it must be more.
 *
 * @param meaning share of a headline's meaning in what it is compared by; the rest are its words
 * @param seed least cosine of a story's first reports by what they say themselves
 * @param joins likeness across over likeness within, for a single report to join
 * @param unites the same for two large clusters
 * @param priorPairs pairs that the neighbours' likeness counts for in a cluster's coherence
 */
record Bounds(double meaning, ByLength seed, ByLength joins, ByLength unites, ByLength priorPairs) {
  /** Set on the headlines and articles that docs/selection.md names. */
  static final Bounds WORDS =
      new Bounds(
          0,
          new ByLength(0.5, 0.37),
          new ByLength(0.3, 0.55),
          new ByLength(0.3, 0.75),
          new ByLength(100, 100));

  /**
   * Set with all headlines in view; what is asked of long texts is the same. Asked for .45, first
   * pairs make the headlines' figure .001 better, and of the stories of one week's titles two in
   * five wrong.
   */
  static final Bounds MEANING =
      new Bounds(
          0.4,
          new ByLength(0.55, 0.37),
          new ByLength(0.45, 0.55),
          new ByLength(0.45, 0.75),
          new ByLength(30, 100));
}
