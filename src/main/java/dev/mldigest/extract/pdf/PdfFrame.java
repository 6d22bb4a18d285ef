package dev.mldigest.extract.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells page numbers and running heads: what stands at the edge of a page, and again on others. */
final class PdfFrame {
  private static final Pattern NUMBER =
      Pattern.compile("[^\\p{L}\\d]{0,3}\\d{1,4}[^\\p{L}\\d]{0,3}");

  /** Of the height: an inch of a page of letter size, where heads and page numbers stand. */
  private static final float EDGE = 0.1f;

  /** Pages: what stands at the edge of two may be text that begins alike. */
  private static final int OFTEN = 3;

  private final Map<String, Integer> times = new HashMap<>();
  private final int often;

  PdfFrame(List<PdfPage> pages) {
    for (PdfPage page : pages) {
      page.lines().stream()
          .filter(line -> atEdge(page, line))
          .map(PdfFrame::key)
          .distinct()
          .forEach(key -> times.merge(key, 1, Integer::sum));
    }
    // Heads of left and right pages differ: each is on half of them.
    this.often = Math.max(OFTEN, pages.size() / 3);
  }

  boolean holds(PdfPage page, PdfLine line) {
    return atEdge(page, line)
        && (NUMBER.matcher(line.text()).matches() || times.getOrDefault(key(line), 0) >= often);
  }

  private static boolean atEdge(PdfPage page, PdfLine line) {
    return line.y() < page.height() * EDGE || line.y() > page.height() * (1 - EDGE);
  }

  private static String key(PdfLine line) {
    return line.text().replaceAll("\\d{1,9}", "#");
  }
}
