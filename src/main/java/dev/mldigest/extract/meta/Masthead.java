package dev.mldigest.extract.meta;

import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.ClassWords;
import dev.mldigest.extract.page.Folding;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Where a page speaks of its article: the lines around the headline. It tells apart what stands in
 * the article's company, such as the cards of others and the comments of readers.
 */
final class Masthead {
  /** A line of credits: names, a date and a reading time; longer ones are text. */
  private static final int LONGEST_LINE = 120;

  /** What its signs come to where each stands for three letters. */
  private static final int MOST_LETTERS = 3 * LONGEST_LINE;

  /** Letters before the headline: the kicker and the date; beyond stand the site's own lines. */
  private static final int ABOVE = 150;

  /** Letters behind it: a standfirst of a paragraph or two comes before the names. */
  private static final int BELOW = 600;

  /** Headings that are held against the title: that of the article is one of the first. */
  private static final int MOST_HEADINGS = 100;

  private static final NameList NAMES = NameList.load("neighbours.txt");
  private static final long FOREIGN = NAMES.bitOf("names");
  private static final Set<String> FOREIGN_TAGS = NAMES.section("tags");

  private final Outline page;

  /** Of the headline, or -1. */
  final int headline;

  private final ByClass names;

  /** What was found out about an element, so that none is asked twice. */
  private final byte[] foreign;

  private static final byte UNKNOWN = 0;
  private static final byte NO = 1;
  private static final byte YES = 2;

  private final int from;
  private final int to;
  private @Nullable List<String> lines;

  private Masthead(Outline page, int headline) {
    this.page = page;
    this.headline = headline;
    this.foreign = new byte[page.size()];
    this.names = new ByClass(page, ClassWords.FOREIGN, own -> NAMES.sectionsNamed(page.parts(own)));
    int start = headline;
    for (int letters = 0; start > 0 && letters <= ABOVE; ) {
      start--;
      letters += isForeign(start) ? 0 : page.flow[start];
    }
    int end = headline < 0 ? 0 : page.end[headline];
    for (int letters = 0; headline >= 0 && end < page.size() && letters <= BELOW; ) {
      letters += page.flow[end];
      end++;
    }
    from = start + 1;
    to = end;
  }

  /**
   * @param title what the page says that its article is called, maybe with the site's name
   */
  static Masthead of(Outline page, String title) {
    String named = Folding.letters(title);
    int first = -1;
    int looked = 0;
    for (int i = 0; i < page.size() && looked < MOST_HEADINGS; i++) {
      int level = Tags.headingLevel(page.tag(i));
      if (level == 0 || level > 2 || page.flow[i] > BELOW) {
        continue;
      }
      looked++;
      String heading = Folding.letters(page.element[i].text());
      if (!heading.isEmpty() && named.startsWith(heading)) {
        return new Masthead(page, i);
      }
      first = first < 0 && level == 1 ? i : first;
    }
    return new Masthead(page, first);
  }

  /** Whether it stands beside the article: with another one, with comments, in the site's frame. */
  boolean isForeign(int i) {
    int known = i;
    while (known > 0
        && foreign[known] == UNKNOWN
        && !holdsHeadline(known)
        && !isOwnForeign(known)) {
      known = page.parent[known];
    }
    byte found =
        foreign[known] != UNKNOWN ? foreign[known] : known > 0 && !holdsHeadline(known) ? YES : NO;
    for (int p = i; p != known; p = page.parent[p]) {
      foreign[p] = found;
    }
    foreign[known] = found;
    return found == YES;
  }

  private boolean isOwnForeign(int i) {
    String tag = page.tag(i);
    boolean another = tag.equals("article") && headline >= 0;
    return another || (FOREIGN_TAGS.contains(tag) && !isWithinArticle(i)) || isNamedForeign(i);
  }

  private boolean holdsHeadline(int i) {
    return i <= headline && headline < page.end[i];
  }

  private boolean isNamedForeign(int i) {
    long own =
        page.idNames(i, ClassWords.FOREIGN) ? NAMES.sectionsNamed(page.parts(page.id[i])) : 0;
    return ((names.of(i) | own) & FOREIGN) != 0;
  }

  /** Of the article with the headline, if it has an element of its own. */
  boolean isWithinArticle(int i) {
    for (int p = page.parent[i]; p > 0; p = page.parent[p]) {
      if (page.tag(p).equals("article")) {
        return headline < 0 || holdsHeadline(p);
      }
    }
    return false;
  }

  /** Whether it is one of the lines around the headline. */
  boolean holds(int i) {
    return i >= from && i < to && !isForeign(i);
  }

  /** The short lines around the headline, those below it first. */
  List<String> lines() {
    if (lines == null) {
      List<String> all = new ArrayList<>();
      add(all, Math.max(headline + 1, from), to);
      add(all, from, headline);
      lines = all;
    }
    return lines;
  }

  /** With a blank between elements that only a style sheet parts. */
  static String text(Element e) {
    if (e.childNodeSize() == 1 && e.childNode(0) instanceof TextNode) {
      return Folding.blanks(e.text());
    }
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(
        (node, depth) -> text.append(node instanceof TextNode own ? own.text() + " " : ""), e);
    return Folding.blanks(text.toString());
  }

  private void add(List<String> all, int start, int end) {
    for (int i = start; i < end; i++) {
      boolean line = page.block[i] && page.flow[i] > 0 && !page.silent[i];
      if (line && page.flow[i] <= LONGEST_LINE && !isForeign(i)) {
        String text = isShort(i) ? text(page.element[i]) : "";
        if (!text.isEmpty() && text.length() <= LONGEST_LINE) {
          all.add(text);
        }
      }
    }
  }

  /** Whether all in it may be a line: it may hold the whole article beside a word of its own. */
  private boolean isShort(int i) {
    int letters = 0;
    for (int j = i; j < page.end[i] && letters <= MOST_LETTERS; j++) {
      letters += page.flow[j];
    }
    return letters <= MOST_LETTERS;
  }
}
