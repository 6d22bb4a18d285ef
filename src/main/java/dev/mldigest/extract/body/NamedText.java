package dev.mldigest.extract.body;

import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Tells the text that only bears a name of furniture: a section has its id from its own heading, a
 * paragraph its class from its subject. A name decides together with what stands inside and beside:
 * plain prose, nothing to fill in, no row of cards, and either the text goes on behind it or the
 * heading explains the name.
 */
final class NamedText {
  private static final Set<String> TRAILERS = NameList.load("phrases.txt").section("trailer");

  private static final Set<String> PAID = NameList.load("hints.txt").section("paid");

  /** Letters of a sentence; of that much prose at least the element itself must consist. */
  private static final int SENTENCE = 60;

  /** Of its letters: more links than that lead elsewhere. */
  private static final double FEW_LINKS = 0.25;

  /** Of its letters: short lines, credits and buttons are the rest. */
  private static final double MOSTLY_PROSE = 0.5;

  /** Neighbours on either side among which the text is sought: a figure may stand between. */
  private static final int BESIDE = 3;

  /** Elements in which a section has its heading. */
  private static final int TOP = 5;

  private static final Evaluator ASKING = Selector.evaluatorOf("form, input");

  private final Outline page;

  NamedText(Outline page) {
    this.page = page;
  }

  /** Whether an element is of the text, whatever it is called; the page has been measured. */
  boolean is(int i) {
    return isProse(i)
        && !NameList.names(PAID, page.names[i])
        && !asks(i)
        && !isRow(i)
        && (hasOwnName(i) ? isText(i, -1) : isText(i, -1) && isText(i, 1));
  }

  private boolean isProse(int i) {
    return page.prose[i] >= SENTENCE
        && page.prose[i] >= page.text[i] * MOSTLY_PROSE
        && page.linkDensity(i) < FEW_LINKS;
  }

  /** Whether there is something to fill in, or a frame of another site. */
  private boolean asks(int i) {
    for (int j = i; j < page.end[i]; j++) {
      switch (page.tag(j)) {
        case "form", "input", "textarea", "select", "iframe", "time", "address" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** Whether it holds several elements of one look that are more than paragraphs: cards. */
  private boolean isRow(int i) {
    Map<String, Integer> looks = new HashMap<>();
    for (int j = i + 1; j < page.end[i]; j++) {
      String names = page.names[j];
      if (page.block[j]
          && page.prose[j] > 0
          && !names.isEmpty()
          && !isParagraph(page.tag(j))
          && looks.merge(page.tag(j) + ' ' + names, 1, Integer::sum) > 1) {
        return true;
      }
    }
    return false;
  }

  private static boolean isParagraph(String tag) {
    return switch (tag) {
      case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "blockquote" -> true;
      case "table", "tbody", "thead", "tr", "td", "th", "figure", "figcaption", "dd", "dt" -> true;
      default -> false;
    };
  }

  /** Whether its id repeats the heading it begins with, and no trailer of sites is headed so. */
  private boolean hasOwnName(int i) {
    String id = Folding.letters(page.id[i]);
    for (int j = i + 1; j < Math.min(page.end[i], i + TOP) && !id.isEmpty(); j++) {
      if (Tags.headingLevel(page.tag(j)) > 0) {
        String heading = page.element[j].text();
        return !TRAILERS.contains(Folding.bare(heading)) && Folding.letters(heading).startsWith(id);
      }
    }
    return false;
  }

  /** Whether one of the next elements before or after it is plain text of the same parent. */
  private boolean isText(int i, int step) {
    Element e = page.element[i];
    for (int n = 0; n < BESIDE; n++) {
      e = step < 0 ? e.previousElementSibling() : e.nextElementSibling();
      if (e == null) {
        return false;
      }
      if (isPlain(e, page.element[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsParagraph(Element e) {
    for (int i = 0; i < e.childNodeSize(); i++) {
      if (e.childNode(i) instanceof Element child && child.normalName().equals("p")) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is text, and not the next of a row that looks like the element itself. */
  private static boolean isPlain(Element e, Element own) {
    return switch (e.normalName()) {
      case "p" -> e.text().length() >= SENTENCE;
      case "ul", "ol", "pre", "table", "blockquote" -> e.attributesSize() == 0;
      case "section", "div" ->
          (e.className().isEmpty() || !e.className().equals(own.className()))
              && holdsParagraph(e)
              && e.selectFirst(ASKING) == null;
      default -> false;
    };
  }
}
