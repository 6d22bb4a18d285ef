package dev.mldigest.extract;

import dev.mldigest.extract.page.Tags;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What stands at one place of a page that tells several pieces: the element that bears the name, or
 * where that is a heading or a mark before one, what follows up to the next heading of its rank.
 */
final class PagePlace {
  /** Letters: an element with fewer is a mark within what it names. */
  private static final int SHORTEST = 200;

  private PagePlace() {}

  /**
   * @param name the address's fragment, without its hash
   * @return the HTML of the piece without its heading, or null if the page has no such place
   */
  static @Nullable String html(Document page, String name) {
    if (name.isBlank()) {
      return null;
    }
    Element named = page.getElementById(name);
    if (named == null) {
      named = page.getElementsByAttributeValue("name", name).first();
    }
    if (named == null) {
      return null;
    }
    Element heading = heading(named);
    if (heading == null) {
      return named.text().length() < SHORTEST ? null : named.outerHtml();
    }
    List<String> piece = new ArrayList<>();
    int rank = rank(heading);
    Element at = outermost(heading);
    for (Element next = at.nextElementSibling(); next != null; next = next.nextElementSibling()) {
      if (begins(next, rank)) {
        break;
      }
      piece.add(next.outerHtml());
    }
    return piece.isEmpty() ? null : String.join("\n", piece);
  }

  /** The heading that an element is, stands in, or stands right before. */
  private static @Nullable Element heading(Element named) {
    for (Element e = named; e != null && !e.normalName().equals("body"); e = e.parent()) {
      if (rank(e) > 0) {
        return e;
      }
    }
    Element next = named.nextElementSibling();
    boolean mark = named.text().isBlank() && next != null;
    return mark && next != null && rank(next) > 0 ? next : null;
  }

  /** A heading's boxes that hold nothing else. */
  private static Element outermost(Element heading) {
    Element box = heading;
    Element parent = box.parent();
    while (parent != null
        && !parent.normalName().equals("body")
        && parent.text().equals(heading.text())) {
      box = parent;
      parent = box.parent();
    }
    return box;
  }

  private static int rank(Element e) {
    return Tags.headingLevel(e.normalName());
  }

  /** Whether a heading of the same or a higher rank stands in it. */
  private static boolean begins(Element next, int rank) {
    return next.stream().anyMatch(e -> rank(e) > 0 && rank(e) <= rank);
  }
}
