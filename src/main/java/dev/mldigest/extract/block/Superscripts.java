package dev.mldigest.extract.block;

import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.text.Script;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What a superscript or subscript says: an exponent or an index is written so that it cannot be
 * read as further digits of the number before it ({@link Script}); the mark of a note ({@link
 * NoteMarks}) is left out; ordinals, trademarks and whatever else is only set small are text like
 * any other. Where a raised number might be a mark or an exponent it stays raised, as the page
 * shows it.
 */
final class Superscripts {
  /** What a class name sets lower or higher is a sign or two, or else a line of its own. */
  private static final int LONGEST_BY_NAME = 4;

  private static final Set<String> ORDINALS = NameList.load("marks.txt").section("ordinals");

  /** A word with a number, as the name of a venue: no exponent. */
  private static final Pattern NAME = Pattern.compile("\\p{L}{3,}");

  private final Outline page;
  private final NoteMarks marks;
  private final ByClass names;

  /**
   * @param names the sections of {@code marks.txt} that hold a class of an element
   */
  Superscripts(Outline page, ByClass names) {
    this.page = page;
    this.marks = new NoteMarks(page);
    this.names = names;
  }

  /** Whether an element is set higher or lower than its line. */
  boolean isShifted(int i) {
    String tag = page.tag(i);
    return tag.equals("sup")
        || tag.equals("sub")
        || ((page.says(i, Attr.STYLE) || (names.of(i) & ShiftedElement.SHIFTED) != 0)
            && ShiftedElement.is(page.element[i]));
  }

  /** Whether an element that is not set small is the mark of a note all the same. */
  boolean isPlainMark(int i, Inline line) {
    return page.tag(i).equals("a") ? marks.isLink(i, line) : marks.isNamedElement(i, line);
  }

  /**
   * What to write in place of the element: null if it is read like any text, empty if it is left
   * out.
   *
   * @param e set higher or lower than its line
   */
  @Nullable String read(Element e, LineEnd before) {
    String own = ShiftedElement.text(e);
    boolean small = ShiftedElement.isSetByName(e);
    if (own == null || own.isEmpty() || (small && own.length() > LONGEST_BY_NAME)) {
      return null;
    }
    return ShiftedElement.isRaised(e) ? raised(e, own, before) : lowered(e, own, before);
  }

  /** Small print that begins with a number, right behind another one. */
  static boolean collides(Element e, LineEnd before) {
    String own = before.isDigit() ? e.text() : "";
    return !own.isEmpty() && Character.isDigit(own.charAt(0));
  }

  private @Nullable String raised(Element e, String own, LineEnd before) {
    boolean mark = NoteMarks.isForm(own);
    if (mark && marks.isMarked(e, own, before)) {
      return "";
    }
    if (own.codePoints().noneMatch(Character::isDigit)) {
      return mark && marks.isTold(e, own) ? "" : raisedLetters(own, before);
    }
    if (own.startsWith("[")) {
      return null;
    }
    if (isOfNuclide(e, before)) {
      return script(own);
    }
    if (isNumerator(e)) {
      return before.isDigit() ? " " + own : null;
    }
    if (mark && !before.isBlank() && marks.isByPlace(e, own, before)) {
      return "";
    }
    if (NAME.matcher(own).find()) {
      return " " + own + " ";
    }
    return isOrdinal(own.replaceAll("\\d", "")) && !before.isDigit() ? null : script(own);
  }

  private static String script(String own) {
    return Script.raised(own.replace(" ", ""));
  }

  private static boolean isOrdinal(String letters) {
    return ORDINALS.contains(letters.toLowerCase(Locale.ROOT));
  }

  /**
   * Letters only: behind a single letter or a number one of them is an exponent, unless the two
   * make an ordinal; a word is only set small.
   */
  private static @Nullable String raisedLetters(String own, LineEnd before) {
    if (own.length() != 1 || !Character.isLetter(own.charAt(0)) || before.isEmpty()) {
      return null;
    }
    if (before.isDigit()) {
      return isOrdinal(own) ? null : Script.raised(own);
    }
    boolean numero = (before.last() | 0x20) == 'n' && own.equals("o");
    return before.last() == ')' || (before.isSingleLetter() && !numero) ? Script.raised(own) : null;
  }

  /** The count of atoms in a formula of chemistry is written plain: H2O. */
  private static @Nullable String lowered(Element e, String own, LineEnd before) {
    if (isOfNuclide(e, before)) {
      return Script.lowered(own);
    }
    if (before.isEmpty()) {
      return null;
    }
    char last = before.last();
    boolean digits = own.codePoints().allMatch(Character::isDigit);
    // The lower half of a fraction.
    if (digits && isSlash(last)) {
      return null;
    }
    if (digits && before.isChemicalElement() && !isBeforeDigit(e)) {
      return own;
    }
    boolean behind = Character.isLetterOrDigit(last) || ")]}|".indexOf(last) >= 0;
    boolean script = Script.ofRaised(last) != 0 || Script.ofLowered(last) != 0;
    boolean logo = own.equalsIgnoreCase("e") && last == 'T';
    return !logo && (behind || script) ? Script.lowered(own) : null;
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '⁄' || c == '∕';
  }

  private static boolean isBeforeDigit(Element e) {
    return Character.isDigit(ShiftedElement.next(e));
  }

  /** Mass and number of an isotope stand one above the other before its sign. */
  private static boolean isOfNuclide(Element e, LineEnd before) {
    return !before.isLetterOrDigit()
        && e.nextSibling() instanceof Element other
        && ((ShiftedElement.isRaised(e) && ShiftedElement.isLowered(other))
            || (ShiftedElement.isLowered(e) && ShiftedElement.isRaised(other)))
        && ShiftedElement.opensWord(other)
        && isDigits(e)
        && isDigits(other);
  }

  private static boolean isDigits(Element e) {
    String own = e.childNodeSize() == 1 ? e.text().strip() : "";
    return !own.isEmpty() && own.codePoints().allMatch(Character::isDigit);
  }

  /** "1" before "/" and a lowered "2". */
  private static boolean isNumerator(Element e) {
    Node slash = e.nextSibling();
    if (!(slash instanceof TextNode text) || !(text.nextSibling() instanceof Element below)) {
      return false;
    }
    String sign = text.getWholeText().strip();
    return sign.length() == 1 && isSlash(sign.charAt(0)) && ShiftedElement.isLowered(below);
  }
}
