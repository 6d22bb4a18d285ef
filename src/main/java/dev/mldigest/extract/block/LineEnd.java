package dev.mldigest.extract.block;

import dev.mldigest.extract.page.NameList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The last characters of the line so far, with the blank that follows if one does: what a number
 * set higher or lower says depends on what it stands behind.
 */
record LineEnd(String text) {
  /**
   * As many characters as the longest word that is raised to a power, and what stands before it.
   */
  static final int LENGTH = 16;

  /** That of an empty line. */
  static final LineEnd NONE = new LineEnd("");

  private static final Set<String> BASES = NameList.load("marks.txt").section("bases");
  private static final Pattern SENTENCE_END = Pattern.compile("(?:\\p{L}{5}|\\d|[)\\]])\\.$");

  /** The sign of a chemical element, or a group of them in brackets. */
  private static final Pattern ELEMENT = Pattern.compile("(?:\\p{Lu}\\p{Ll}?|\\p{Lu}\\d?\\))$");

  static LineEnd of(CharSequence line) {
    int from = Math.max(0, line.length() - LENGTH);
    return new LineEnd(line.subSequence(from, line.length()).toString());
  }

  LineEnd withBlank() {
    return text.isEmpty() ? this : new LineEnd(text + " ");
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /** Of a line that is not empty. */
  char last() {
    return text.charAt(text.length() - 1);
  }

  boolean isSpaced() {
    return text.endsWith(" ");
  }

  boolean isDigit() {
    return !text.isEmpty() && Character.isDigit(last());
  }

  boolean isLetterOrDigit() {
    return !text.isEmpty() && Character.isLetterOrDigit(last());
  }

  /** Whether it is a letter that no other stands before. */
  boolean isSingleLetter() {
    boolean single = text.length() == 1 || !Character.isLetter(text.charAt(text.length() - 2));
    return single && Character.isLetter(last());
  }

  boolean isChemicalElement() {
    return ELEMENT.matcher(text).find();
  }

  /** What is raised to a power: a variable, a unit, a bracket, or ten and two themselves. */
  boolean isBase() {
    int from = text.length();
    while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from);
    boolean whole = from == 0 || ".,".indexOf(text.charAt(from - 1)) < 0;
    return word.isEmpty()
        ? !isSpaced()
        : (word.length() == 1 && Character.isLetter(word.charAt(0)))
            || (whole && BASES.contains(word.toLowerCase(Locale.ROOT)));
  }

  /** Nothing behind which a number is raised is raised to a power by it. */
  boolean isEndOfSentence() {
    String line = text.strip();
    return isEndOfSentence(line.charAt(line.length() - 1));
  }

  private static boolean isEndOfSentence(char c) {
    return ".,;:!?…”’»\"。、，%".indexOf(c) >= 0;
  }

  /** Not behind a comma, as in "[26,27]", nor behind an abbreviation, as in "Fig.2". */
  boolean isWord() {
    char last = last();
    return last == '.'
        ? SENTENCE_END.matcher(text).find()
        : Character.isLetterOrDigit(last) || (",;:".indexOf(last) < 0 && isEndOfSentence(last));
  }
}
