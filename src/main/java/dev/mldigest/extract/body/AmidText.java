package dev.mldigest.extract.body;

import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Tells words of a line that are set as something else: the term of a tooltip, a button that the
 * sentence names, a heading that unfolds its section.
 */
final class AmidText {
  /** Names of what stands in a line and is no word of it. */
  private static final NameList HINTS = NameList.load("hints.txt");

  private static final long SIGNS = HINTS.bitOf("signs");

  private final Outline page;

  AmidText(Outline page) {
    this.page = page;
  }

  /** Whether it stands between words of one line, as one of them; in code nothing does. */
  boolean isWord(int i) {
    Element e = page.element[i];
    return !page.block[i]
        && !e.attr("role").equals("tooltip")
        && isApart(beside(e, -1), -1)
        && isApart(beside(e, 1), 1)
        && (HINTS.sectionsNamed(page.parts(page.names[i])) & SIGNS) == 0
        && !isInCode(e);
  }

  /** Whether it is a button that is read: a word of a line, or a heading as a whole. */
  boolean isButton(int i) {
    Element e = page.element[i];
    if (!page.tag(i).equals("button")) {
      return false;
    }
    int line = line(i);
    return (Tags.headingLevel(page.tag(line)) > 0 && page.element[line].text().equals(e.text()))
        || isWord(i);
  }

  private static boolean isInCode(Element e) {
    return e.closest("pre") != null;
  }

  private int line(int i) {
    int line = i;
    while (!page.block[line] && page.parent[line] >= 0) {
      line = page.parent[line];
    }
    return line;
  }

  /** The text next to it on its line; null if there is none, or something else stands between. */
  private static @Nullable String beside(Element e, int step) {
    Node at = e;
    while (true) {
      Node next = step < 0 ? at.previousSibling() : at.nextSibling();
      if (next instanceof TextNode text) {
        if (!text.isBlank()) {
          return text.getWholeText();
        }
        at = next;
      } else if (next != null) {
        Element inline = next instanceof Element other ? other : null;
        boolean word = inline != null && !Tags.BLOCK.contains(inline.normalName());
        return word && inline != null && inline.hasText() ? ' ' + inline.text() + ' ' : null;
      } else {
        Element parent = at instanceof Element own ? own.parent() : (Element) at.parent();
        if (parent == null || Tags.BLOCK.contains(parent.normalName())) {
          return null;
        }
        at = parent;
      }
    }
  }

  /** A word has a blank or a sign before it and behind it: a note hangs on a word. */
  private static boolean isApart(@Nullable String beside, int step) {
    if (beside == null) {
      return false;
    }
    return !Character.isLetterOrDigit(beside.charAt(step < 0 ? beside.length() - 1 : 0));
  }
}
