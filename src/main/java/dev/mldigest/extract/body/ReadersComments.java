package dev.mldigest.extract.body;

import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.ClassWords;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Marks what readers wrote, which is never the article. It is known by the name of the whole once a
 * text has begun, and by its kind, several comments of one look, however short the text before is.
 */
final class ReadersComments {
  private static final NameList HINTS = NameList.load("hints.txt");
  private static final Set<String> WHOLE = HINTS.section("comments");
  private static final Set<String> ONE = HINTS.section("comment");

  private static final long OF_WHOLE = HINTS.bitOf("comments");
  private static final long OF_ONE = HINTS.bitOf("comment");

  /** Letters, some two paragraphs: a page's text has begun, and comments on it may follow. */
  private static final long BEGUN = 300;

  private static final Set<String> MEMBERS = HINTS.section("members");

  private static final int LONGEST_FOLDER =
      MEMBERS.stream().mapToInt(String::length).max().orElse(0);

  /** By the last bits of a first letter how long the folders with it are, a bit each. */
  private static final long[] LENGTHS = new long[0x20];

  static {
    MEMBERS.forEach(folder -> LENGTHS[folder.charAt(0) & 0x1f] |= 1L << folder.length());
  }

  /** What parts an address. */
  private static final boolean[] SEAMS = new boolean[0x40];

  static {
    "/?#&=".chars().forEach(c -> SEAMS[c] = true);
  }

  /** Parts of an address among which it says that it is a member's. */
  private static final int FOLDERS = 12;

  /** What a forum sets between two posts: a rule, an advertisement. */
  private static final int BETWEEN = 2;

  /** Elements of a thread among which its comments begin. */
  private static final int TOP = 40;

  private final Outline page;
  private final NamedText text;
  private final ByClass names;

  /** Which links lead to a member: on most pages none does. */
  private final BitSet members = new BitSet();

  ReadersComments(Outline page, NamedText text) {
    this.page = page;
    this.text = text;
    this.names = new ByClass(page, ClassWords.COMMENTS, HINTS::sectionsOfWhole);
    for (int i : page.links) {
      if (isMember(page.href(i))) {
        members.set(i);
      }
    }
  }

  /** On a busy page readers write more than the author. Their part comes after the author's. */
  void drop() {
    long before = 0;
    for (int i = 1; i < page.size(); i = page.next(i)) {
      if (before > 0 && areComments(i, before > BEGUN)) {
        page.drop(i, Drop.COMMENTS);
      } else {
        before += page.proseOf(i);
      }
    }
  }

  private boolean areComments(int i, boolean begun) {
    boolean custom = page.tag(i).indexOf('-') > 0;
    if (!(page.block[i] || custom) || (!page.hasAttributes(i) && !custom)) {
      return false;
    }
    return switch (page.tag(i)) {
      case "html", "body", "main", "article" -> false;
      default ->
          isComment(i)
              ? hasTwin(page.element[i]) && !text.is(i)
              : (isWhole(i) && (begun || holdsComments(i)) && !text.is(i)) || isReply(i);
    };
  }

  private boolean isWhole(int i) {
    return (page.idNames(i, ClassWords.COMMENTS)
            && WHOLE.contains(page.id[i].toLowerCase(Locale.ROOT)))
        || (names.of(i) & OF_WHOLE) != 0
        || isCustom(page.tag(i), WHOLE)
        || isCustom(page.tag(i), ONE);
  }

  /** Whether it is a comment by its class, its own element, or what schema.org calls it. */
  private boolean isComment(int i) {
    return (names.of(i) & OF_ONE) != 0
        || (page.says(i, Attr.ITEMTYPE | Attr.ITEMPROP | Attr.ROLE)
            && isSaidToBeComment(page.element[i]))
        || isCustom(page.tag(i), ONE);
  }

  private static boolean isSaidToBeComment(Element e) {
    return e.attr("itemtype").endsWith("schema.org/Comment")
        || e.attr("itemprop").equals("comment")
        || e.attr("role").equals("comment");
  }

  private static boolean isCustom(String tag, Set<String> words) {
    return tag.indexOf('-') > 0 && List.of(tag.split("-", 8)).stream().anyMatch(words::contains);
  }

  private static boolean hasTwin(Element e) {
    return isAlike(e, e.nextElementSibling()) || isAlike(e, e.previousElementSibling());
  }

  private static boolean isAlike(Element e, @Nullable Element other) {
    return other != null && other.normalName().equals(e.normalName()) && sharesName(e, other);
  }

  private static boolean sharesName(Element e, Element other) {
    String[] names = NameList.split(e.attr("class"));
    return e.attr("class").isBlank()
        ? other.attr("class").isBlank()
        : List.of(NameList.split(other.attr("class"))).contains(names[0]);
  }

  /** Whether it follows posts of the same look in a thread, each with the member who wrote it. */
  private boolean isReply(int i) {
    if (!page.says(i, Attr.CLASS) || page.prose[i] == 0 || !hasMember(i)) {
      return false;
    }
    Element before = page.element[i].previousElementSibling();
    for (int n = 0; n < BETWEEN && before != null && !isAlike(page.element[i], before); n++) {
      before = before.previousElementSibling();
    }
    return before != null && isAlike(page.element[i], before) && hasMember(before);
  }

  private boolean hasMember(int i) {
    int last = Math.min(page.end[i], i + TOP);
    for (int j = members.nextSetBit(i + 1); j >= 0 && j < last; j = members.nextSetBit(j + 1)) {
      if (page.tag(j).equals("a")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasMember(Element e) {
    return e.select("a[href]").stream().limit(TOP).anyMatch(link -> isMember(link.attr("href")));
  }

  /** The page of one who has signed up; those of a staff are elsewhere. */
  private static boolean isMember(String href) {
    int from = 0;
    int parts = 1;
    for (int i = 0; i < href.length(); i++) {
      if (isSeam(href.charAt(i)) && parts < FOLDERS) {
        if (isMembers(href, from, i)) {
          return true;
        }
        from = i + 1;
        parts++;
      }
    }
    return isMembers(href, from, href.length());
  }

  private static boolean isSeam(char c) {
    return c < SEAMS.length && SEAMS[c];
  }

  /** Hardly any folder begins as one of them does: the others are not cut out. */
  private static boolean isMembers(String href, int from, int to) {
    return to > from
        && to - from <= LONGEST_FOLDER
        && (LENGTHS[href.charAt(from) & 0x1f] >> (to - from) & 1) != 0
        && MEMBERS.contains(href.substring(from, to).toLowerCase(Locale.ROOT));
  }

  private boolean holdsComments(int i) {
    int comments = 0;
    for (int j = i + 1; j < Math.min(page.end[i], i + TOP); j++) {
      if ((page.hasAttributes(j) || page.tag(j).indexOf('-') > 0) && isComment(j)) {
        comments++;
      }
    }
    return comments > 0;
  }
}
