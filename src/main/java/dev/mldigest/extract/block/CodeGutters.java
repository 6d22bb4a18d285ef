package dev.mldigest.extract.block;

import dev.mldigest.extract.page.Outline;
import org.jsoup.nodes.Element;

/** Tells code that a page lays out as a table, and the numbers of its lines, which are no code. */
final class CodeGutters {
  /** Elements in which a table says that its rows are lines: its body, a row and its cells. */
  private static final int FIRST = 6;

  /** Few elements, so that nested tables are not read once a level. */
  private static final int MOST_IN_A_NUMBER = 4;

  /** A cell, and what a highlighter sets between it and its numbers. */
  private static final int ABOVE = 4;

  /** No file of code has ten million lines. */
  private static final int LONGEST_NUMBER = 7;

  /** White space of HTML. */
  private static final String BLANKS = " \t\n\f\r";

  private CodeGutters() {}

  static boolean isCell(String tag) {
    return tag.equals("td") || tag.equals("th");
  }

  /** A table whose rows say which line of a file they are is code, though no element says so. */
  static boolean isCode(Outline page, int table) {
    for (int i = table + 1; i < Math.min(page.end[table], table + FIRST); i++) {
      if (isCell(page.tag(i)) && page.element[i].hasAttr("data-line-number")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an element within code is the cell with a line's number, beside the one with the line.
   */
  static boolean isNumber(Outline page, int i) {
    Element beside = isCell(page.tag(i)) ? page.element[i].nextElementSibling() : null;
    return beside != null
        && isCell(beside.normalName())
        && page.end[i] - i <= MOST_IN_A_NUMBER
        && isNumbers(page.element[i].wholeText());
  }

  /** Whether a text within code only sets the elements of its table apart. */
  static boolean isBetweenCells(String text, String around) {
    return switch (around) {
      case "table", "tbody", "thead", "tr" -> text.chars().allMatch(c -> BLANKS.indexOf(c) >= 0);
      default -> false;
    };
  }

  /**
   * Whether preformatted text is only the lines' numbers, in a cell beside the code they number.
   */
  static boolean isNumbers(Outline page, int pre, String text) {
    if (!isInCell(page, pre) || !isNumbers(text)) {
      return false;
    }
    int number = -1;
    for (String line : text.split("\n")) {
      String digits = line.strip();
      boolean one =
          !digits.isEmpty()
              && digits.length() <= LONGEST_NUMBER
              && digits.chars().allMatch(Character::isDigit); // "3 4" is two
      int value = one ? Integer.parseInt(digits) : -2;
      if (value < 0 || (number >= 0 && value != number + 1)) {
        return false;
      }
      number = value;
    }
    return true;
  }

  private static boolean isInCell(Outline page, int pre) {
    boolean cell = false;
    for (int p = pre, up = 0; p >= 0 && up < ABOVE; p = page.parent[p], up++) {
      cell |= isCell(page.tag(p));
    }
    return cell;
  }

  private static boolean isNumbers(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i)) && !Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
