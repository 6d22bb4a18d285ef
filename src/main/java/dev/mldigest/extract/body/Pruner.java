package dev.mldigest.extract.body;

import dev.mldigest.extract.formula.Tex;
import dev.mldigest.extract.page.Attr;
import dev.mldigest.extract.page.ByClass;
import dev.mldigest.extract.page.ClassWords;
import dev.mldigest.extract.page.Drop;
import dev.mldigest.extract.page.Hidden;
import dev.mldigest.extract.page.Outline;
import dev.mldigest.extract.page.Tags;
import java.util.HashSet;
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
  /** Of the page's prose: what holds more is the page, whatever it is called. */
  private static final double MOST_CHROME = 0.4;

  /** Of the prose before: with less left, the marks of this page mean something else. */
  private static final double TOO_LITTLE_LEFT = 0.3;

  /** Letters of prose in the longest header that is only a headline, its byline and a teaser. */
  private static final int HEADLINE = 200;

  /**
   * Letters of the longest form that a reader fills in; a page of ASP.NET is one form as a whole.
   */
  private static final int FORM = 1000;

  private final Outline page;
  private final Set<String> placeholders = new HashSet<>();

  private final Hidden hidden = new Hidden();
  private final ByClass hiddenNames;
  private final ReadersComments comments;
  private final StruckText struck;
  private final ChromeNames names;
  private final Folds folds;
  private final NamedText text;
  private final AmidText amid;

  private Pruner(Outline page) {
    this.page = page;
    this.hiddenNames = ByClass.whether(page, ClassWords.HIDING, Hidden::hidesByClass);
    this.struck = new StruckText(page);
    this.names = new ChromeNames(page);
    this.folds = new Folds(page);
    this.text = new NamedText(page);
    this.amid = new AmidText(page);
    this.comments = new ReadersComments(page, text);
  }

  /** Prunes by names too, unless the names speak of nearly all the page: then they mean nothing. */
  static void prune(Outline page) {
    Pruner pruner = new Pruner(page);
    pruner.silent();
    page.measure();
    // A page whose script unfolds it hides most of it; then hiding says nothing.
    pruner.mark(Drop.HIDDEN, pruner::hidden);
    // A line through nearly all of a page is a matter of its style sheet.
    pruner.mark(Drop.STRUCK, pruner::struck);
    pruner.comments.drop();
    page.measure();
    Inserts.drop(page);
    page.measure();
    if (!pruner.mark(Drop.CHROME, () -> pruner.chrome(true))) {
      pruner.chrome(false);
      page.measure();
    }
    page.measureSparse();
  }

  /** Drops elements, and takes it back if too little is left; returns whether they stay dropped. */
  private boolean mark(Drop why, Runnable marks) {
    long before = page.prose[0];
    marks.run();
    page.measure();
    boolean enough = page.prose[0] >= before * TOO_LITTLE_LEFT;
    if (!enough) {
      page.restore(why);
      page.measure();
    }
    return enough;
  }

  private void silent() {
    for (int i = 0; i < page.size(); i = page.next(i)) {
      if (page.says(i, Attr.STREAMED)
          && page.id[i].startsWith("B:")
          && page.tag(i).equals("template")) {
        placeholders.add(page.id[i].substring(2));
      }
      boolean silent = page.silent[i] && Tex.of(page, i) == null && !amid.isButton(i);
      if (silent || (page.says(i, Attr.MATHJAX) && Tex.isDrawing(page.element[i]))) {
        page.drop(i, Drop.SILENT);
      }
    }
  }

  private void hidden() {
    int all = page.text[0];
    for (int i = 1; i < page.size(); i = page.next(i)) {
      // A page that shows itself by script hides all of it; then hiding says nothing.
      if (page.text[i] * 2L < all
          && ((page.says(i, Attr.HIDES | Attr.STYLE) && hidden.hides(page.element[i]))
              || isHiddenByClass(i))
          && !SpokenTwins.is(page.element[i])
          && !isStreamed(page.element[i])
          && !isTab(page.element[i])
          && !Tex.holdsFormula(page, i)) {
        page.drop(i, Drop.HIDDEN);
      }
    }
  }

  /**
   * By what its style sheet makes of a class: what may be shown by a script all the same is less
   * certain than with an attribute. What a reader folds out is read, and so is the main part.
   */
  private boolean isHiddenByClass(int i) {
    return hiddenNames.is(i)
        && page.prose[i] <= page.prose[0] * MOST_CHROME
        && !isPartOfPage(page.tag(i))
        && !folds.isFold(page.element[i]);
  }

  private static boolean isPartOfPage(String tag) {
    return switch (tag) {
      case "html", "body", "main", "article" -> true;
      default -> false;
    };
  }

  /** Taken back by the author: read on, an old price is a false one. In code it may be a change. */
  private void struck() {
    for (int i = 1; i < page.size(); i = page.next(i)) {
      if (struck.is(i) && !within(i, "pre")) {
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

  private void chrome(boolean byName) {
    long all = page.prose[0];
    for (int i = 1; i < page.size(); i = page.next(i)) {
      if (isChrome(i, byName)
          && !SpokenTwins.isSign(page.element[i])
          && page.prose[i] <= all * MOST_CHROME) {
        page.drop(i, Drop.CHROME);
      }
    }
  }

  private boolean isChrome(int i, boolean byName) {
    return switch (page.tag(i)) {
      case "aside" -> !text.is(i);
      case "nav", "footer", "search", "fieldset" -> true;
      case "header" -> page.prose[i] < HEADLINE || !within(i, "article", "main");
      case "form" -> page.text[i] < FORM;
      case "pre", "code", "table", "tr", "th", "tbody", "math", "html", "body" -> false;
      // Named for their looks; what they belong to is named above them.
      case "h1", "h2", "h3", "h4", "h5", "h6" -> false;
      case "a" -> isAnchorSign(i) || (byName && !isInSentence(i) && names.areChrome(i));
      case "abbr", "dfn", "cite" -> byName && !isInSentence(i) && names.areChrome(i);
      default -> byName && names.areChrome(i) && !amid.isWord(i) && !text.is(i);
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
