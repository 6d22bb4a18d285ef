package dev.mldigest.extract.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Joins the lines of a PDF; words broken at a line's end are made whole again. */
final class PdfHyphens {
  /** Letters that are looked back for the beginning of a word: bounds lines without blanks. */
  private static final int LONGEST_WORD = 60;

  private final Set<String> known = new HashSet<>();

  PdfHyphens(List<List<PdfLine>> pages) {
    for (List<PdfLine> page : pages) {
      for (PdfLine line : page) {
        for (String word : line.text().split(" ")) {
          known.add(letters(word));
        }
      }
    }
  }

  /**
   * Puts a line behind others. A hyphen at the line's end goes, unless the text writes the word
   * with it elsewhere and never without.
   */
  void join(StringBuilder text, String line) {
    int end = text.length() - 1;
    boolean hyphen =
        end > 0
            && (text.charAt(end) == '-' || text.charAt(end) == '\u2010')
            && Character.isLetter(text.charAt(end - 1))
            && Character.isLowerCase(line.codePointAt(0));
    if (!hyphen) {
      text.append(text.isEmpty() ? "" : " ").append(line);
      return;
    }
    int from = end;
    while (from > 0 && end - from < LONGEST_WORD && text.charAt(from - 1) != ' ') {
      from--;
    }
    String first = text.substring(from, end);
    String second = line.split(" ", 2)[0];
    boolean kept =
        known.contains(letters(first + "-" + second)) && !known.contains(letters(first + second));
    text.setLength(kept ? end + 1 : end);
    text.append(line);
  }

  /** Lower case, without signs at the ends; hyphens within stay. */
  static String letters(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && !Character.isLetterOrDigit(word.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
      to--;
    }
    return word.substring(from, to).toLowerCase(Locale.ROOT);
  }
}
