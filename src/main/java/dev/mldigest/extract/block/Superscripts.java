package dev.mldigest.extract.block;

import dev.mldigest.extract.formula.Tex;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import dev.mldigest.text.InlineStyle;
import dev.mldigest.text.Script;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What a superscript or subscript says: an exponent or an index is written so that it cannot be
 * read as further digits of the number before it ({@link Script}); the mark of a note, which leads
 * away from the text, is left out; ordinals, trademarks and whatever else is only set small are
 * text like any other. Where a raised number might be a mark or an exponent it stays raised, as the
 * page shows it.
 */
public final class Superscripts {
  /** Longer ones are small print. */
  private static final int LONGEST = 40;

  private static final int LONGEST_BY_NAME = 4;

  private static final NameList NAMES = NameList.load("marks.txt");
  private static final long NOTE = NAMES.bitOf("note");
  private static final Set<String> ROLES = NAMES.section("roles");
  private static final Set<String> CLASSES_RAISED = NAMES.section("raised");
  private static final Set<String> CLASSES_LOWERED = NAMES.section("lowered");
  private static final Set<String> ORDINALS = NAMES.section("ordinals");
  private static final Set<String> BASES = NAMES.section("bases");

  /** "2", "[12]", "1,3–5", "b", "a,c": what a mark of a note is made of. */
  private static final Pattern MARK =
      Pattern.compile(
          "[\\[(]?(?:\\d{1,3}|\\p{L})(?:\\s?[,;–-]\\s?(?:\\d{1,3}|\\p{L}))*[\\])]?\\.?");

  /** Signs that mark a note and nothing else. */
  private static final Pattern SIGN = Pattern.compile("[\\[(]?[*†‡§¶#↩↵]{1,3}[\\])]?");

  /** Its sign, or a group of them in brackets. */
  private static final Pattern ELEMENT = Pattern.compile("(?:\\p{Lu}\\p{Ll}?|\\p{Lu}\\d?\\))$");

  private static final Pattern SENTENCE_END = Pattern.compile("(?:\\p{L}{5}|\\d|[)\\]])\\.$");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  /** A word with a number, as the name of a venue: no exponent. */
  private static final Pattern NAME = Pattern.compile("\\p{L}{3,}");

  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}\\s|\\s\\p{L}{2,}");

  private final Outline page;
  private @Nullable Set<String> targets;

  Superscripts(Outline page) {
    this.page = page;
  }

  /** Whether an element is set higher or lower than its line. */
  public static boolean is(Element e) {
    return isRaised(e) || isLowered(e);
  }

  private static boolean isRaised(Element e) {
    return e.normalName().equals("sup") || isSet(e, "super", CLASSES_RAISED);
  }

  private static boolean isLowered(Element e) {
    return e.normalName().equals("sub") || isSet(e, "sub", CLASSES_LOWERED);
  }

  /** By its own style or by the plain name of a class. */
  private static boolean isSet(Element e, String align, Set<String> names) {
    if (e.attributesSize() == 0) {
      return false;
    }
    return switch (e.normalName()) {
      case "span", "small", "font", "i", "em", "b", "a" -> {
        String style = e.attr("style");
        yield NameList.names(names, e.attr("class"))
            || (!style.isEmpty() && align.equals(InlineStyle.shift(style)));
      }
      default -> false;
    };
  }

  /**
   * What to write in place of the element: null if it is read like any text, empty if it is left
   * out.
   *
   * @param before the end of the line so far
   */
  @Nullable String read(Element e, String before) {
    String own = content(e);
    if (own == null || own.isEmpty() || (isSetByName(e) && own.length() > LONGEST_BY_NAME)) {
      return null;
    }
    return isRaised(e) ? raised(e, own, before) : lowered(e, own, before);
  }

  /** Small print that begins with a number, right behind another one. */
  static boolean collides(Element e, String before) {
    String own = endsInDigit(before) ? e.text() : "";
    return !own.isEmpty() && Character.isDigit(own.charAt(0));
  }

  /** "sub" is also what some sites call the line below a title. */
  private static boolean isSetByName(Element e) {
    return switch (e.normalName()) {
      case "sup", "sub" -> false;
      default -> InlineStyle.shift(e.attr("style")).isEmpty();
    };
  }

  /**
   * A link that is nothing but the mark of a note, raised by a style sheet: one whose role says so,
   * or a number right behind a word that leads within the page.
   */
  boolean isMark(Element link, String before) {
    // Few nodes, so that long links are not read twice.
    String own = link.childNodeSize() > 3 || before.isEmpty() ? "" : link.text().strip();
    if (own.isEmpty() || own.length() > 8 || !MARK.matcher(own).matches()) {
      return false;
    }
    boolean number = isBehindAWord(before) && NUMBER.matcher(own).matches();
    return hasRole(link) || (number && (isWithinPage(link) || isNamed(link)));
  }

  /** The same without a link: a number right behind a word, in an element that its name tells. */
  boolean isNamedMark(Element e, String before) {
    boolean custom = e.normalName().indexOf('-') > 0;
    boolean text =
        switch (e.normalName()) {
          case "span", "small", "font", "i", "em", "b", "cite" -> true;
          default -> custom;
        };
    if (!text || before.isEmpty() || e.childNodeSize() > 3) {
      return false;
    }
    boolean named =
        isNamed(e)
            || e.normalName().equals("cite")
            || (custom && (NAMES.sectionsOf(page.parts(e.normalName())) & NOTE) != 0);
    String own = named ? e.text().strip() : "";
    return !own.isEmpty()
        && own.length() <= 8
        && own.codePoints().anyMatch(Character::isDigit)
        && MARK.matcher(own).matches()
        && isBehindAWord(before);
  }

  /** Not behind a comma, as in "[26,27]", nor behind an abbreviation, as in "Fig.2". */
  private static boolean isBehindAWord(String before) {
    char last = before.charAt(before.length() - 1);
    return last == '.'
        ? SENTENCE_END.matcher(before).find()
        : Character.isLetterOrDigit(last) || (",;:".indexOf(last) < 0 && endsSentence(last));
  }

  private @Nullable String raised(Element e, String own, String before) {
    boolean mark = own.length() <= 16 && (MARK.matcher(own).matches() || isSign(own));
    if (mark && (leadsAway(e, own, before) || isNamedAround(e))) {
      return "";
    }
    if (own.codePoints().noneMatch(Character::isDigit)) {
      return letters(own, before, mark && isTarget(e, own));
    }
    if (own.startsWith("[")) {
      return null;
    }
    if (isOfNuclide(e, before)) {
      return Script.raised(own.replace(" ", ""));
    }
    if (isNumerator(e)) {
      return endsInDigit(before) ? " " + own : null;
    }
    if (mark && !before.isBlank() && isMarkByPlace(e, own, before)) {
      return "";
    }
    if (NAME.matcher(own).find()) {
      return " " + own + " ";
    }
    boolean ordinal = ORDINALS.contains(own.replaceAll("\\d", "").toLowerCase(Locale.ROOT));
    return ordinal && !endsInDigit(before) ? null : Script.raised(own.replace(" ", ""));
  }

  /** A number without a link: behind the end of a sentence, a list, or one that is told below. */
  private boolean isMarkByPlace(Element e, String own, String before) {
    String line = before.strip();
    if (endsSentence(line.charAt(line.length() - 1))) {
      return !(before.endsWith(" ") && opensWord(e));
    }
    if (isBase(before)) {
      return false;
    }
    return own.indexOf(',') > 0 || isTarget(e, own);
  }

  /** What is raised to a power: a variable, a unit, a bracket, or ten and two themselves. */
  private static boolean isBase(String before) {
    int from = before.length();
    while (from > 0 && Character.isLetterOrDigit(before.charAt(from - 1))) {
      from--;
    }
    String word = before.substring(from);
    boolean whole = from == 0 || ".,".indexOf(before.charAt(from - 1)) < 0;
    return word.isEmpty()
        ? !before.endsWith(" ")
        : (word.length() == 1 && Character.isLetter(word.charAt(0)))
            || (whole && BASES.contains(word.toLowerCase(Locale.ROOT)));
  }

  /**
   * Letters only: behind a single letter or a number one of them is an exponent, unless the two
   * make an ordinal; a word is only set small.
   */
  private static @Nullable String letters(String own, String before, boolean target) {
    if (target) {
      return "";
    }
    if (own.length() != 1 || !Character.isLetter(own.charAt(0)) || before.isEmpty()) {
      return null;
    }
    char last = before.charAt(before.length() - 1);
    if (endsInDigit(before)) {
      return ORDINALS.contains(own.toLowerCase(Locale.ROOT)) ? null : Script.raised(own);
    }
    boolean single =
        before.length() == 1 || !Character.isLetter(before.charAt(before.length() - 2));
    boolean numero = (last | 0x20) == 'n' && own.equals("o");
    return last == ')' || (single && Character.isLetter(last) && !numero)
        ? Script.raised(own)
        : null;
  }

  /** The count of atoms in a formula of chemistry is written plain: H2O. */
  private static @Nullable String lowered(Element e, String own, String before) {
    if (isOfNuclide(e, before)) {
      return Script.lowered(own);
    }
    if (before.isEmpty()) {
      return null;
    }
    char last = before.charAt(before.length() - 1);
    boolean digits = own.codePoints().allMatch(Character::isDigit);
    // The lower half of a fraction.
    if (digits && (last == '/' || last == '⁄' || last == '∕')) {
      return null;
    }
    if (digits && ELEMENT.matcher(before).find() && !isBeforeDigit(e)) {
      return own;
    }
    boolean behind = Character.isLetterOrDigit(last) || ")]}|".indexOf(last) >= 0;
    boolean script = isScript(last);
    boolean logo = own.equalsIgnoreCase("e") && before.endsWith("T");
    return !logo && (behind || script) ? Script.lowered(own) : null;
  }

  private static boolean isBeforeDigit(Element e) {
    return e.nextSibling() instanceof TextNode text
        && !text.getWholeText().isEmpty()
        && Character.isDigit(text.getWholeText().charAt(0));
  }

  private static boolean isScript(char c) {
    return Script.ofRaised(c) != 0 || Script.ofLowered(c) != 0 || c == '}';
  }

  private static boolean endsInDigit(String before) {
    return !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
  }

  /** Nothing behind which a number is raised is raised to a power by it. */
  private static boolean endsSentence(char c) {
    return ".,;:!?…”’»\"。、，%".indexOf(c) >= 0;
  }

  /** The mass of an isotope stands before its sign. */
  private static boolean opensWord(Element e) {
    return e.nextSibling() instanceof TextNode text
        && !text.getWholeText().isEmpty()
        && Character.isLetter(text.getWholeText().charAt(0));
  }

  /** Mass and number of an isotope stand one above the other before its sign. */
  private static boolean isOfNuclide(Element e, String before) {
    boolean opens =
        before.isEmpty() || !Character.isLetterOrDigit(before.charAt(before.length() - 1));
    return opens
        && e.nextSibling() instanceof Element other
        && ((isRaised(e) && isLowered(other)) || (isLowered(e) && isRaised(other)))
        && opensWord(other)
        && isDigits(e)
        && isDigits(other);
  }

  private static boolean isDigits(Element e) {
    String own = e.childNodeSize() == 1 ? e.text().strip() : "";
    return !own.isEmpty() && own.codePoints().allMatch(Character::isDigit);
  }

  private static boolean isSign(String own) {
    return SIGN.matcher(own).matches();
  }

  /** "1" before "/" and a lowered "2". */
  private static boolean isNumerator(Element e) {
    Node slash = e.nextSibling();
    if (!(slash instanceof TextNode text) || !(text.nextSibling() instanceof Element below)) {
      return false;
    }
    String sign = text.getWholeText().strip();
    return (sign.equals("/") || sign.equals("⁄") || sign.equals("∕")) && isLowered(below);
  }

  /** It holds a link, or is all that a link within the page holds. */
  private static boolean leadsAway(Element e, String own, String before) {
    for (Element inner : e.getAllElements()) {
      if (inner.normalName().equals("a") && (isWithinPage(inner) || !isBase(before))) {
        return true;
      }
    }
    Element above = e.parent();
    return above != null
        && above.normalName().equals("a")
        && isWithinPage(above)
        && above.childNodeSize() <= 3
        && above.text().strip().equals(own);
  }

  private static boolean isWithinPage(Element link) {
    return link.attr("href").indexOf('#') >= 0;
  }

  /** The element, what it holds, or the link around it. */
  private boolean isNamedAround(Element e) {
    for (Element inner : e.getAllElements()) {
      if (isNamed(inner)) {
        return true;
      }
    }
    Element above = e.parent();
    return above != null && above.normalName().equals("a") && isNamed(above);
  }

  private boolean isNamed(Element e) {
    if (e.attributesSize() == 0) {
      return false;
    }
    return hasRole(e)
        || e.hasAttr("data-footnote-ref")
        || e.hasAttr("data-fn")
        || ((NAMES.sectionsOf(page.parts(e.attr("class")))
                    | NAMES.sectionsOf(page.parts(e.attr("id"))))
                & NOTE)
            != 0;
  }

  private static boolean hasRole(Element e) {
    return ROLES.contains(e.attr("role").toLowerCase(Locale.ROOT))
        || ROLES.contains(e.attr("epub:type").toLowerCase(Locale.ROOT));
  }

  /** Whether another element like it opens a line of its own: there the note is told. */
  private boolean isTarget(Element e, String own) {
    if (targets == null) {
      targets = new HashSet<>();
      for (Element other : page.element) {
        String mark = isRaised(other) && opensLine(other) ? content(other) : null;
        if (mark != null && MARK.matcher(mark).matches()) {
          targets.add(mark);
        }
      }
    }
    return targets.contains(own) && !opensLine(e);
  }

  private static boolean opensLine(Element e) {
    Node node = e;
    for (int i = 0; i < 4; i++) {
      Node before = node.previousSibling();
      if (before instanceof TextNode text && text.isBlank()) {
        before = before.previousSibling();
      }
      if (before instanceof Element brk && brk.normalName().equals("br")) {
        return true;
      }
      if (before != null || !(node.parent() instanceof Element above)) {
        return false;
      }
      if (Tags.BLOCK.contains(above.normalName())) {
        return node.nextSibling() != null;
      }
      node = above;
    }
    return false;
  }

  /** Its text, with what is raised within it again; null if it is no short line of text. */
  private static @Nullable String content(Element e) {
    StringBuilder out = new StringBuilder();
    if (!content(e, out, 0)) {
      return null;
    }
    String own = Folding.blanks(out.toString());
    return WORDS.matcher(own).find() ? null : own;
  }

  private static boolean content(Element e, StringBuilder out, int depth) {
    for (Node node : e.childNodes()) {
      if (node instanceof TextNode text) {
        out.append(text.getWholeText());
      } else if (node instanceof Element inner) {
        String tex = Tex.of(inner);
        if (tex != null) {
          out.append(tex.replace("$", ""));
          continue;
        }
        int from = out.length();
        boolean script = from > 0 && !out.toString().isBlank() && is(inner);
        if (depth > 8 || isNoText(inner) || !content(inner, out, depth + 1)) {
          return false;
        }
        if (script) {
          String own = out.substring(from).strip();
          out.setLength(from);
          out.append(isRaised(inner) ? "^" : "_").append(own.length() > 1 ? "{" + own + "}" : own);
        }
      }
      if (out.length() > LONGEST) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNoText(Element e) {
    int traits = Tags.traits(e.normalName());
    return (traits & (Tags.IS_BLOCK | Tags.IS_SILENT)) != 0 || e.normalName().equals("br");
  }
}
