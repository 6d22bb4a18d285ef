package dev.mldigest.page.view;

import java.util.List;

/**
 * A summary that was written again, beside the one that stands.
 *
 * @param cost in words
 * @param left how often it may be written again
 */
public record RewriteView(String version, List<WordDiff.Piece> pieces, String cost, int left) {
  public RewriteView {
    pieces = List.copyOf(pieces);
  }

  public static RewriteView of(String version, String before, String after, String cost, int left) {
    return new RewriteView(version, WordDiff.of(before, after), cost, left);
  }
}
