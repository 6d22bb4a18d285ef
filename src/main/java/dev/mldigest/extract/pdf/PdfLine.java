package dev.mldigest.extract.pdf;

import java.util.List;
import java.util.stream.Collectors;

/** Words on one line of a column, at least one. */
record PdfLine(List<PdfWord> words, String text, float from, float to, float size) {
  static PdfLine of(List<PdfWord> words) {
    String text = words.stream().map(PdfWord::text).collect(Collectors.joining(" "));
    float from = Float.MAX_VALUE;
    float to = -Float.MAX_VALUE;
    PdfWord longest = words.getFirst();
    for (PdfWord word : words) {
      from = Math.min(from, word.from());
      to = Math.max(to, word.to());
      longest = word.text().length() > longest.text().length() ? word : longest;
    }
    return new PdfLine(List.copyOf(words), text, from, to, longest.size());
  }

  float y() {
    return words.getFirst().y();
  }

  boolean bold() {
    return words.stream().allMatch(PdfWord::bold);
  }

  /** Whether something is written across, or only a space lies, at {@code x}. */
  boolean crosses(float x) {
    PdfWord before = null;
    for (PdfWord word : words) {
      boolean written = word.from() < x && word.to() > x;
      boolean spaced =
          before != null
              && before.to() <= x
              && word.from() >= x
              && word.from() - before.to() < 0.9f * word.size();
      if (written || spaced) {
        return true;
      }
      before = word;
    }
    return false;
  }
}
