package dev.mldigest.extract.body;

import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import dev.mldigest.web.Host;
import java.util.BitSet;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Marks furniture that its form gives away, whatever it is called: the box that asks for an address
 * of mail, and the row of cards behind the text of which each leads to another page of the site.
 */
final class Inserts {
  /** Letters of the longest box around the field: a call of two or three sentences. */
  private static final int LONGEST_BOX = 450;

  /**
   * Letters of the longest card: a headline and a teaser; what has more may be a part of a list.
   */
  private static final int LONGEST_CARD = 350;

  /** Cards of the shortest row. */
  private static final int FEWEST = 3;

  /** Letters of prose, some two paragraphs: the text has begun. */
  private static final long BEGUN = 300;

  /** Of the page's prose: a row or a box with more of it is what the page is about. */
  private static final double LITTLE = 0.4;

  private final Outline page;
  private final Host site;

  /** Which elements were asked whether their headline leads on, and of which it does. */
  private final BitSet asked = new BitSet();

  private final BitSet cards = new BitSet();

  private int @Nullable [] headlines;

  private Inserts(Outline page) {
    this.page = page;
    this.site = Host.of(page.element[0].baseUri());
  }

  /** Marks them; the page has been measured. */
  static void drop(Outline page) {
    Inserts inserts = new Inserts(page);
    inserts.boxes();
    inserts.rows();
  }

  private void boxes() {
    for (int i = 1; i < page.size(); i = page.next(i)) {
      if (page.says(i, Attr.OTHER) && page.tag(i).equals("input") && asksForMail(page.element[i])) {
        int box = i;
        while (page.parent[box] > 0 && isBox(page.parent[box])) {
          box = page.parent[box];
        }
        if (box != i && page.prose[box] <= page.prose[0] * LITTLE) {
          page.drop(box, Drop.CHROME);
        }
      }
    }
  }

  private static boolean asksForMail(Element input) {
    return input.attr("type").equalsIgnoreCase("email")
        || (input.attr("name") + input.attr("placeholder"))
            .toLowerCase(Locale.ROOT)
            .contains("mail");
  }

  private boolean isBox(int i) {
    return switch (page.tag(i)) {
      case "html", "body", "main", "article", "p", "li", "td" -> false;
      default -> page.text[i] <= LONGEST_BOX;
    };
  }

  private void rows() {
    long before = 0;
    for (int i = 1; i < page.size(); ) {
      int cards = before < BEGUN ? 0 : cards(i);
      if (cards >= FEWEST) {
        i = dropRow(i, cards);
      } else {
        before += page.drop[i] == null ? page.proseOf(i) : 0;
        i = page.next(i);
      }
    }
  }

  /**
   * How many cards alike stand in a row from this element on; none where others of the same look
   * beside them are none, as in a list whose parts are longer and shorter.
   */
  private int cards(int from) {
    int cards = 0;
    for (int i = from; isBeside(from, i) && isAlike(from, i) && isCard(i); i = page.end[i]) {
      cards++;
    }
    return cards >= FEWEST && areAll(from) ? cards : 0;
  }

  private boolean isBeside(int one, int other) {
    return other < page.size()
        && page.parent[other] == page.parent[one]
        && page.drop[other] == null;
  }

  private boolean areAll(int card) {
    int parent = page.parent[card];
    for (int i = parent + 1; i < page.end[parent]; i = page.end[i]) {
      if (isBeside(card, i) && isAlike(card, i) && page.text[i] > 0 && !isCard(i)) {
        return false;
      }
    }
    return true;
  }

  private int dropRow(int from, int cards) {
    long prose = 0;
    int end = from;
    for (int n = 0; n < cards; n++) {
      prose += page.prose[end];
      end = page.end[end];
    }
    for (int i = from; i < end && prose <= page.prose[0] * LITTLE; i = page.end[i]) {
      page.drop(i, Drop.CHROME);
    }
    return end;
  }

  private boolean isAlike(int one, int other) {
    return page.tag(one).equals(page.tag(other)) && page.isNamedAlike(one, other);
  }

  /** A short element of its own with a headline that leads to another page of the site. */
  private boolean isCard(int i) {
    if (!page.block[i] || page.text[i] == 0 || page.text[i] > LONGEST_CARD) {
      return false;
    }
    if (asked.get(i)) {
      return cards.get(i);
    }
    asked.set(i);
    cards.set(i, headlineLeadsOn(i));
    return cards.get(i);
  }

  private boolean headlineLeadsOn(int i) {
    int heading = headlines()[i];
    return heading < page.end[i] && leadsOn(i, heading);
  }

  /** For each element the first heading in it or behind it, but for those of whole pages. */
  private int[] headlines() {
    if (headlines == null) {
      int[] next = new int[page.size()];
      int found = page.size();
      for (int i = page.size() - 1; i >= 0; i--) {
        found = Tags.headingLevel(page.tag(i)) > 1 ? i : found;
        next[i] = found;
      }
      headlines = next;
    }
    return headlines;
  }

  /** Whether the headline holds a link or stands in one. */
  private boolean leadsOn(int card, int heading) {
    for (int j = heading + 1; j < page.end[heading]; j++) {
      if (page.tag(j).equals("a")) {
        return isOfSite(page.element[j]);
      }
    }
    for (int p = page.parent[heading]; p >= card; p = page.parent[p]) {
      if (page.tag(p).equals("a")) {
        return isOfSite(page.element[p]);
      }
    }
    return false;
  }

  /** Round-ups have their headlines of other sites. */
  private boolean isOfSite(Element link) {
    String href = link.attr("href").strip();
    if (href.isEmpty() || href.startsWith("#")) {
      return false;
    }
    boolean absolute = href.startsWith("//") || href.indexOf(':') > 0;
    return !absolute || Host.of(isPlain(href) ? href : link.absUrl("href")).isAkinTo(site);
  }

  /** What resolves to itself, as nearly every address with a scheme does. */
  private static boolean isPlain(String href) {
    return (href.startsWith("https://") || href.startsWith("http://"))
        && href.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
  }
}
