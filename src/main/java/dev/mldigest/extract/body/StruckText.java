package dev.mldigest.extract.body;

import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.ClassWords;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.text.InlineStyle;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * What the author struck out: by an element of HTML, a role, a style, or the name of a class. A
 * name that might also be a word about the text ("strike", "deleted", "old price") counts only
 * where nothing but a number stands.
 */
final class StruckText {
  private static final NameList NAMES = NameList.load("marks.txt");
  private static final Set<String> CERTAIN = NAMES.section("struck");
  private static final Set<String> LIKELY = NAMES.section("struck numbers");
  private static final Set<String> FORMER = NAMES.section("former");
  private static final Set<String> NOT = NAMES.section("not struck");

  /** A price, or several figures of one: no words but units and names of currencies. */
  private static final Pattern NUMBER =
      Pattern.compile("\\P{L}{0,12}\\d[\\d\\s.,'’-]{0,20}\\P{L}{0,4}");

  private static final Pattern CURRENCY = Pattern.compile("(?<!\\p{L})\\p{L}{1,3}(?!\\p{L})");

  /** The longest word of each name: few class attributes have any of them. */
  private static final Set<String> TELLING =
      Stream.of(CERTAIN, LIKELY, Set.of("price"))
          .flatMap(Set::stream)
          .map(NameList::longestPart)
          .collect(Collectors.toUnmodifiableSet());

  private static final long NONE = 0; // what a name says, the surest last
  private static final long PERHAPS = 1;
  private static final long STRUCK = 2;

  private final Outline page;
  private final ByClass named;

  StruckText(Outline page) {
    this.page = page;
    this.named = new ByClass(page, ClassWords.STRUCK, names -> name(page.parts(names)));
  }

  boolean is(int i) {
    return switch (page.tag(i)) {
      case "del", "s", "strike" -> true;
      case "html", "body" -> false;
      default ->
          (page.says(i, Attr.ROLE | Attr.STYLE) && isByAttribute(page.element[i]))
              || (page.says(i, Attr.CLASS) && isByName(i));
    };
  }

  private static boolean isByAttribute(Element e) {
    return e.attr("role").equalsIgnoreCase("deletion") || InlineStyle.strikes(e.attr("style"));
  }

  private boolean isByName(int i) {
    long name = named.of(i);
    Element e = page.element[i];
    return name == STRUCK
        || (name == PERHAPS && e.childNodeSize() <= 4 && isNumber(e.text().strip()));
  }

  private static boolean isNumber(String text) {
    return text.length() <= 32 && NUMBER.matcher(CURRENCY.matcher(text).replaceAll("")).matches();
  }

  /**
   * @param parts of all names; an empty one ends each
   */
  private static long name(List<String> parts) {
    if (NameList.first(TELLING, parts) == null) {
      return NONE;
    }
    long found = NONE;
    for (int from = 0; from < parts.size(); ) {
      int to = from;
      while (to < parts.size() && !parts.get(to).isEmpty()) {
        to++;
      }
      List<String> name = parts.subList(from, to);
      long own = NameList.first(TELLING, name) == null || isNot(name) ? NONE : of(name);
      found = Math.max(own, found);
      from = to + 1;
    }
    return found;
  }

  private static boolean isNot(List<String> name) {
    return NOT.stream().anyMatch(name::contains);
  }

  private static long of(List<String> parts) {
    String joined = "-" + String.join("-", parts) + "-";
    if (holds(joined, CERTAIN)) {
      return STRUCK;
    }
    boolean price = parts.contains("price") && FORMER.stream().anyMatch(parts::contains);
    return price || holds(joined, LIKELY) ? PERHAPS : NONE;
  }

  private static boolean holds(String joined, Set<String> words) {
    for (String word : words) {
      int at = joined.indexOf(word);
      while (at >= 0) {
        if (joined.charAt(at - 1) == '-' && joined.charAt(at + word.length()) == '-') {
          return true;
        }
        at = joined.indexOf(word, at + 1);
      }
    }
    return false;
  }
}
