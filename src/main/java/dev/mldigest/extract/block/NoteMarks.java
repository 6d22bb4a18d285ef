package dev.mldigest.extract.block;

import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.ClassWords;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Tells the mark of a note from a number of the text: by where it leads, by its name, by the notes
 * that a page tells below, or by what it stands behind.
 */
final class NoteMarks {
  private static final NameList NAMES = NameList.load("marks.txt");
  private static final long NOTE = NAMES.bitOf("note"); // words of class names and ids
  private static final Set<String> ROLES = NAMES.section("roles");

  /** "2", "[12]", "1,3–5", "b", "a,c": what a mark of a note is made of. */
  private static final Pattern MARK =
      Pattern.compile(
          "[\\[(]?(?:\\d{1,3}|\\p{L})(?:\\s?[,;–-]\\s?(?:\\d{1,3}|\\p{L}))*[\\])]?\\.?");

  /** Signs that mark a note and nothing else. */
  private static final Pattern SIGN = Pattern.compile("[\\[(]?[*†‡§¶#↩↵]{1,3}[\\])]?");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  /** A list of some marks; longer ones are words. */
  private static final int LONGEST_RAISED = 16;

  /** In the line itself only a mark or two can be told from its numbers. */
  private static final int LONGEST_PLAIN = 8;

  /** Nodes within a mark: brackets around its number. Of more the text is not asked for again. */
  private static final int MOST_NODES = 3;

  private final Outline page;
  private final ByClass names;
  private @Nullable Set<String> told;

  NoteMarks(Outline page) {
    this.page = page;
    this.names = new ByClass(page, ClassWords.NOTE, own -> NAMES.sectionsOf(page.parts(own)));
  }

  /**
   * A link that is nothing but the mark of a note, raised by a style sheet: one whose role says so,
   * or a number right behind a word that leads within the page.
   */
  boolean isLink(int i, Inline line) {
    Element link = page.element[i];
    if (link.childNodeSize() > MOST_NODES || isNoMark(i)) {
      return false;
    }
    String own = link.text().strip();
    LineEnd before = isPlainMark(own) ? line.end() : LineEnd.NONE;
    if (before.isEmpty()) {
      return false;
    }
    boolean number = before.isWord() && NUMBER.matcher(own).matches();
    return hasRole(link) || (number && (isWithinPage(link) || isNamed(link)));
  }

  /** Whether it has no letter, a word, or more letters than a mark has: most links do. */
  private boolean isNoMark(int link) {
    int letters = 0;
    boolean any = false;
    for (int t = page.firstText[link]; t < page.endText[link]; t++) {
      String text = page.texts[t];
      boolean before = false;
      for (int i = 0; i < text.length() && letters <= LONGEST_PLAIN; i++) {
        char c = text.charAt(i);
        boolean letter = isLetter(c);
        if (before && letter) {
          return true;
        }
        before = letter;
        letters += letter || (c >= '0' && c <= '9') ? 1 : 0;
        any |= c >= 0x80; // a digit of another script
      }
    }
    return (letters == 0 && !any) || letters > LONGEST_PLAIN;
  }

  private static boolean isLetter(char c) {
    return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(c);
  }

  /** The same without a link: a number right behind a word, in an element that its name tells. */
  boolean isNamedElement(int i, Inline line) {
    Element e = page.element[i];
    String tag = page.tag(i);
    boolean custom = tag.indexOf('-') > 0;
    if (!custom && !isOfText(tag)) {
      return false;
    }
    boolean named =
        isNamed(i)
            || tag.equals("cite")
            || (custom && (NAMES.sectionsOf(page.parts(tag)) & NOTE) != 0);
    String own = named && e.childNodeSize() <= MOST_NODES ? e.text().strip() : "";
    LineEnd before =
        own.codePoints().anyMatch(Character::isDigit) && isPlainMark(own)
            ? line.end()
            : LineEnd.NONE;
    return !before.isEmpty() && before.isWord();
  }

  private static boolean isPlainMark(String own) {
    return !own.isEmpty() && own.length() <= LONGEST_PLAIN && MARK.matcher(own).matches();
  }

  private static boolean isOfText(String tag) {
    return switch (tag) {
      case "span", "small", "font", "i", "em", "b", "cite" -> true;
      default -> false;
    };
  }

  /** Whether a raised text has the form of a mark. */
  static boolean isForm(String own) {
    return own.length() <= LONGEST_RAISED
        && (MARK.matcher(own).matches() || SIGN.matcher(own).matches());
  }

  /** Whether what is raised is a mark by where it leads or by what it is called. */
  boolean isMarked(Element e, String own, LineEnd before) {
    return leadsAway(e, own, before) || isNamedAround(e);
  }

  /** It holds a link, or is all that a link within the page holds. */
  private static boolean leadsAway(Element e, String own, LineEnd before) {
    for (Element inner : e.getAllElements()) {
      if (inner.normalName().equals("a") && (isWithinPage(inner) || !before.isBase())) {
        return true;
      }
    }
    Element above = e.parent();
    return above != null
        && above.normalName().equals("a")
        && isWithinPage(above)
        && above.childNodeSize() <= MOST_NODES
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

  private boolean isNamed(int i) {
    return page.hasAttributes(i)
        && (((names.of(i) | ofId(i)) & NOTE) != 0
            || (page.says(i, Attr.ROLE | Attr.EPUB_TYPE | Attr.DATA)
                && isSaidToBeMark(page.element[i])));
  }

  private long ofId(int i) {
    return page.idNames(i, ClassWords.NOTE) ? NAMES.sectionsOf(page.parts(page.id[i])) : 0;
  }

  private static boolean isSaidToBeMark(Element e) {
    return hasRole(e) || e.hasAttr("data-footnote-ref") || e.hasAttr("data-fn");
  }

  private boolean isNamed(Element e) {
    if (e.attributesSize() == 0) {
      return false;
    }
    return isSaidToBeMark(e)
        || ((NAMES.sectionsOf(page.parts(e.attr("class")))
                    | NAMES.sectionsOf(page.parts(e.attr("id"))))
                & NOTE)
            != 0;
  }

  private static boolean hasRole(Element e) {
    return ROLES.contains(e.attr("role").toLowerCase(Locale.ROOT))
        || ROLES.contains(e.attr("epub:type").toLowerCase(Locale.ROOT));
  }

  /** A number without a link: behind the end of a sentence, a list, or one that is told below. */
  boolean isByPlace(Element e, String own, LineEnd before) {
    if (before.isEndOfSentence()) {
      return !(before.isSpaced() && ShiftedElement.opensWord(e));
    }
    return !before.isBase() && (own.indexOf(',') > 0 || isTold(e, own));
  }

  /** Whether another element like it opens a line of its own: there the note is told. */
  boolean isTold(Element e, String own) {
    if (told == null) {
      told = told();
    }
    return told.contains(own) && !opensLine(e);
  }

  private Set<String> told() {
    Set<String> marks = new HashSet<>();
    for (int i = 0; i < page.size(); i++) {
      Element e = page.element[i];
      String mark = ShiftedElement.isRaised(e) && opensLine(e) ? ShiftedElement.text(e) : null;
      if (mark != null && MARK.matcher(mark).matches()) {
        marks.add(mark);
      }
    }
    return marks;
  }

  /** A mark may stand in some elements of its own before its note. */
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
}
