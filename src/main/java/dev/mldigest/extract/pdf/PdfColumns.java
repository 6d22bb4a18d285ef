package dev.mldigest.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the lines of a page in reading order. Most programs write column by column, and then their
 * order is kept; where lines of two columns come by turns, the columns are read one after the
 * other, between lines that run across both.
 */
final class PdfColumns {
  /** Lines on either side of a gutter; with fewer it is a gap in a table or beside a picture. */
  private static final int FEWEST_LINES = 4;

  /** Three lines of each column by turns: fewer are a caption or a table amid columns. */
  private static final int FEWEST_TURNS = 6;

  /** Points: gutters between columns are several times as wide. */
  private static final float STEP = 2;

  private PdfColumns() {}

  static List<PdfLine> ordered(PdfPage page) {
    float gutter = gutter(page);
    if (gutter < 0) {
      return page.lines();
    }
    List<PdfLine> parts = new ArrayList<>();
    for (PdfLine line : page.lines()) {
      split(line, gutter, parts);
    }
    int turns = 0;
    for (int i = 1; i < parts.size(); i++) {
      turns += side(parts.get(i), gutter) * side(parts.get(i - 1), gutter) < 0 ? 1 : 0;
    }
    boolean byTurns = turns >= FEWEST_TURNS && turns * 5 > parts.size();
    return byTurns ? columns(parts, gutter) : parts;
  }

  /** Where the fewest lines run across, near the middle of the page; -1 if it has one column. */
  private static float gutter(PdfPage page) {
    float best = -1;
    int fewest = page.lines().size() / 4;
    for (float x = page.width() * 0.4f; x <= page.width() * 0.6f; x += STEP) {
      int across = 0;
      int left = 0;
      int right = 0;
      for (PdfLine line : page.lines()) {
        boolean crosses = line.crosses(x);
        across += crosses ? 1 : 0;
        left += !crosses && line.from() < x ? 1 : 0;
        right += !crosses && line.to() > x ? 1 : 0;
      }
      if (across < fewest + (best < 0 ? 1 : 0) && Math.min(left, right) >= FEWEST_LINES) {
        best = x;
        fewest = across;
      }
    }
    return best;
  }

  private static void split(PdfLine line, float gutter, List<PdfLine> parts) {
    if (line.crosses(gutter) || line.to() <= gutter || line.from() >= gutter) {
      parts.add(line);
      return;
    }
    parts.add(PdfLine.of(line.words().stream().filter(word -> word.to() <= gutter).toList()));
    parts.add(PdfLine.of(line.words().stream().filter(word -> word.to() > gutter).toList()));
  }

  /** -1 left of the gutter, 1 right of it, 0 across. */
  private static int side(PdfLine line, float gutter) {
    return line.to() <= gutter ? -1 : line.from() >= gutter ? 1 : 0;
  }

  private static List<PdfLine> columns(List<PdfLine> parts, float gutter) {
    List<PdfLine> down = new ArrayList<>(parts);
    down.sort(Comparator.comparingDouble(PdfLine::y));
    List<PdfLine> ordered = new ArrayList<>();
    List<PdfLine> right = new ArrayList<>();
    for (PdfLine line : down) {
      switch (side(line, gutter)) {
        case -1 -> ordered.add(line);
        case 1 -> right.add(line);
        default -> {
          ordered.addAll(right);
          right.clear();
          ordered.add(line);
        }
      }
    }
    ordered.addAll(right);
    return ordered;
  }
}
