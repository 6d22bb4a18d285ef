package dev.mldigest.extract.body;

import dev.mldigest.extract.formula.Tex;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Hidden;
import dev.mldigest.extract.page.NameList;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Marks what is never the article: silent elements, hidden ones, what the author struck out, and
 * the furniture of the site. It goes by names and attributes alone; what furniture cannot be told
 * by name is left to {@link BlockFilter}. An element that holds the better part of the page's prose
 * is never dropped for its name: {@code <body class="sidebar">} is the page.
 */
final class Pruner {
  private static final double TOO_MUCH_TO_BE_CHROME = 0.4;
  private static final double TOO_LITTLE_LEFT = 0.3;
  private static final NameList HINTS = NameList.load("hints.txt");
  private static final long CHROME = HINTS.bitOf("chrome");
  private static final long WEAK = HINTS.bitOf("weak");
  private static final Set<String> WEAK_WORDS = HINTS.section("weak");
  private static final Set<String> COMMENTS = HINTS.section("comments");
  private static final long LITTLE_PROSE = 300;
  private static final Set<String> CHROME_ROLES =
      Set.of(
          "navigation",
          "banner",
          "complementary",
          "contentinfo",
          "search",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar",
          "tablist",
          "button",
          "tooltip",
          "doc-backlink");

  private final Outline page;
  private final Set<String> placeholders = new HashSet<>();

  private @Nullable Map<String, Long> held;
  private final Map<String, List<String>> weak = new HashMap<>();

  /** Names recur: each is read once. */
  private final Map<String, Long> read = new HashMap<>();

  private final Hidden hidden = new Hidden();
  private final Map<String, Boolean> comments = new HashMap<>();
  private final StruckText struck = new StruckText();

  private Pruner(Outline page) {
    this.page = page;
  }

  /** Prunes by names too, unless the names speak of nearly all the page: then they mean nothing. */
  static void prune(Outline page) {
    Pruner pruner = new Pruner(page);
    pruner.silent();
    page.measure();
    long shown = page.prose[0];
    pruner.hidden();
    page.measure();
    // A page whose script unfolds it hides most of it; then hiding says nothing.
    if (page.prose[0] < shown * TOO_LITTLE_LEFT) {
      page.restore(Drop.HIDDEN);
      page.measure();
    }
    long unstruck = page.prose[0];
    pruner.struck();
    page.measure();
    // A line through nearly all of a page is a matter of its style sheet.
    if (page.prose[0] < unstruck * TOO_LITTLE_LEFT) {
      page.restore(Drop.STRUCK);
      page.measure();
    }
    pruner.comments();
    page.measure();
    long before = page.prose[0];
    pruner.chrome(true);
    page.measure();
    if (page.prose[0] < before * TOO_LITTLE_LEFT) {
      page.restore(Drop.CHROME);
      page.measure();
      pruner.chrome(false);
      page.measure();
    }
  }

  private void silent() {
    for (int i = 0; i < page.size(); i = page.next(i)) {
      Element e = page.element[i];
      if (page.tag(i).equals("template") && e.id().startsWith("B:")) {
        placeholders.add(e.id().substring(2));
      }
      boolean silent = page.silent[i] && Tex.of(e) == null;
      if (silent || Tex.isDrawing(e)) {
        page.drop(i, Drop.SILENT);
      }
    }
  }

  private void hidden() {
    int all = page.text[0];
    for (int i = 1; i < page.size(); i = page.next(i)) {
      // A page that shows itself by script hides all of it; then hiding says nothing.
      if (page.text[i] * 2L < all
          && hidden.hides(page.element[i])
          && !SpokenTwins.is(page.element[i])
          && !isStreamed(page.element[i])
          && !isTab(page.element[i])
          && !Tex.holdsFormula(page, i)) {
        page.drop(i, Drop.HIDDEN);
      }
    }
  }

  /** Taken back by the author: read on, an old price is a false one. In code it may be a change. */
  private void struck() {
    for (int i = 1; i < page.size(); i = page.next(i)) {
      if (struck.is(page.element[i]) && !within(i, "pre")) {
        page.drop(i, Drop.STRUCK);
      }
    }
  }

  /** The tabs of documentation: one panel shows at a time, and a reader opens the others. */
  private static boolean isTab(Element e) {
    return isPanel(e) && (isPanel(e.previousElementSibling()) || isPanel(e.nextElementSibling()));
  }

  private static boolean isPanel(@Nullable Element e) {
    return e != null && e.attr("role").equals("tabpanel");
  }

  /** React streams parts of a page hidden and puts each in the place of its template: it shows. */
  private boolean isStreamed(Element e) {
    return e.id().startsWith("S:") && placeholders.contains(e.id().substring(2));
  }

  /** On a busy page readers write more than the author. Their part comes after the author's. */
  private void comments() {
    long before = 0;
    for (int i = 1; i < page.size(); i = page.next(i)) {
      Element e = page.element[i];
      if (page.block[i] && e.attributesSize() > 0 && before > LITTLE_PROSE && isComments(e)) {
        page.drop(i, Drop.COMMENTS);
      } else {
        before += page.proseOf(i);
      }
    }
  }

  private boolean isComments(Element e) {
    return switch (e.normalName()) {
      case "html", "body", "main", "article" -> false;
      default ->
          (!e.id().isEmpty() && COMMENTS.contains(e.id().toLowerCase(Locale.ROOT)))
              || comments.computeIfAbsent(
                  e.attr("class"), names -> NameList.names(COMMENTS, names));
    };
  }

  private void chrome(boolean byName) {
    long all = page.prose[0];
    for (int i = 1; i < page.size(); i = page.next(i)) {
      if (isChrome(i, byName)
          && !SpokenTwins.isSign(page.element[i])
          && page.prose[i] <= all * TOO_MUCH_TO_BE_CHROME) {
        page.drop(i, Drop.CHROME);
      }
    }
  }

  private boolean isChrome(int i, boolean byName) {
    Element e = page.element[i];
    return switch (e.normalName()) {
      case "nav", "aside", "footer", "search", "fieldset" -> true;
      case "header" -> page.prose[i] < 200 || !within(i, "article", "main");
      case "form" -> page.text[i] < 1000;
      case "pre", "code", "table", "tr", "th", "tbody", "math", "html", "body" -> false;
      // Named for their looks; what they belong to is named above them.
      case "h1", "h2", "h3", "h4", "h5", "h6" -> false;
      case "a" -> isAnchorSign(i) || (byName && !isInSentence(i) && named(i));
      case "abbr", "dfn", "cite" -> byName && !isInSentence(i) && named(i);
      default -> byName && named(i);
    };
  }

  /** The "§", "¶" or "#" beside a heading, by which a reader can point to it. */
  private boolean isAnchorSign(int i) {
    return page.text[i] <= 2
        && Tags.headingLevel(page.tag(page.parent[i])) > 0
        && page.element[i].text().strip().codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** A word of a paragraph is not furniture, whatever becomes of it when it is pointed at. */
  private boolean isInSentence(int i) {
    int block = page.parent[i];
    while (block > 0 && !Tags.BLOCK.contains(page.tag(block))) {
      block = page.parent[block];
    }
    return page.text[block] > 3 * page.text[i];
  }

  private boolean named(int i) {
    Element e = page.element[i];
    if (e.attributesSize() == 0) {
      return false;
    }
    long named = sections(e.attr("class")) | sections(e.attr("id"));
    return CHROME_ROLES.contains(e.attr("role"))
        || (named & CHROME) != 0
        || ((named & WEAK) != 0
            && !holdsCode(i)
            && (page.prose[i] < LITTLE_PROSE || page.linkDensity(i) > 0.5)
            && (isSparse(e.attr("class")) || isSparse(e.attr("id"))));
  }

  /** Whether the weak word of a name is one of little of the page: some call each text a widget. */
  private boolean isSparse(String names) {
    String word = NameList.first(WEAK_WORDS, page.parts(names));
    return word != null && held().getOrDefault(word, 0L) < page.prose[0] * TOO_MUCH_TO_BE_CHROME;
  }

  /** How much of the page's prose stands in elements whose names have each weak word. */
  private Map<String, Long> held() {
    if (held == null) {
      Map<String, Long> all = new HashMap<>();
      Map<String, Integer> ends = new HashMap<>();
      for (int i = 1; i < page.size(); i++) {
        Element e = page.element[i];
        if (page.prose[i] > 0 && e.attributesSize() > 0) {
          hold(e.attr("class"), i, ends, all);
          hold(e.attr("id"), i, ends, all);
        }
      }
      held = all;
    }
    return held;
  }

  /**
   * @param ends by word where the element ends that was last counted for it
   */
  private void hold(String names, int i, Map<String, Integer> ends, Map<String, Long> all) {
    for (String word : weak.computeIfAbsent(names, this::weakWords)) {
      if (i >= ends.getOrDefault(word, 0)) {
        ends.put(word, page.end[i]);
        all.merge(word, page.prose[i], Long::sum);
      }
    }
  }

  private List<String> weakWords(String names) {
    List<String> words = new ArrayList<>();
    for (String part : page.parts(names)) {
      if (WEAK_WORDS.contains(part)) {
        words.add(part);
      }
    }
    return words;
  }

  private long sections(String names) {
    return names.isEmpty()
        ? 0
        : read.computeIfAbsent(names, any -> HINTS.sectionsNamed(page.parts(any)));
  }

  /** A highlighter wraps code with its toolbar under names that furniture has too. */
  private boolean holdsCode(int i) {
    for (int j = i + 1; j < Math.min(page.end[i], i + 4); j++) {
      if (page.tag(j).equals("pre")) {
        return true;
      }
    }
    return false;
  }

  private boolean within(int i, String... tags) {
    for (int p = page.parent[i]; p >= 0; p = page.parent[p]) {
      for (String tag : tags) {
        if (page.tag(p).equals(tag)) {
          return true;
        }
      }
    }
    return false;
  }
}
