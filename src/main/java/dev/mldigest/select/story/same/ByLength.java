package dev.mldigest.select.story.same;

/**
 * A figure for headlines and one for long texts: long texts of one field share its words and tell
 * more, so they can be asked for more.
 */
record ByLength(double headline, double text) {
  /**
   * @param length 0 for a headline, 1 for a long text
   */
  double at(double length) {
    return headline + (text - headline) * length;
  }
}
